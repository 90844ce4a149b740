using FlowGraph.Model.Values;

namespace FlowGraph.Query.Sanctions;

/// <summary>Whether something was under sanctions on a day, as far as the dates of its designations tell.</summary>
public enum SanctionStatus
{
    Listed,
    NotListed,
    Unknown,
}

/// <summary>The arguments of <c>sanctionedOn</c>.</summary>
/// <param name="By">One authority; null = any.</param>
/// <param name="Kind">What an authority can be.</param>
/// <param name="Root">Response key of the root field that it stands under.</param>
public sealed record SanctionRequest(DateOnly Day, string? By, Model.Structure.NodeSet Kind, string Root)
{
    /// <summary>A designation counts that happened and is not retracted, as are the edges to whom it names and who issued it.</summary>
    public const string Modality = "ACTUAL";

    /// <param name="designations">When each that counts came into force; null = undated.</param>
    public SanctionStatus Of(IEnumerable<FuzzyDate?> designations)
    {
        var best = designations.Select(when => InForce.On(when, Day)).DefaultIfEmpty(Certainty.No).Max();
        return best switch
        {
            Certainty.Yes => SanctionStatus.Listed,
            Certainty.Perhaps => SanctionStatus.Unknown,
            _ => SanctionStatus.NotListed,
        };
    }
}
