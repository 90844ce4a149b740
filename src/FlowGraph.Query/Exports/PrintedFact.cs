using System.Collections.Immutable;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Query.Exports;

/// <summary>One record as it stands in every format: who says so, and its passages in the order in which they are listed everywhere.</summary>
internal sealed record PrintedFact
{
    public required FactEvidence Record { get; init; }

    /// <summary>As in the API: CARRIED_BY, SHIPMENT, CLAIM.</summary>
    public required string Type { get; init; }

    public required string AccordingTo { get; init; }

    public required ImmutableArray<CitationEvidence> Citations { get; init; }

    /// <summary>Where an edge starts; what a claim is about.</summary>
    public WalkNode? From { get; init; }

    /// <summary>Where an edge ends.</summary>
    public WalkNode? To { get; init; }

    public string Id => Record.Id;

    public bool IsFact => Record.Edge is not null || Record.Node!.Type.IsFact;

    public bool IsClaim => Record.Node?.Type.Name == RecordWords.Claim;

    /// <summary>Of what is no fact its name or title.</summary>
    public string Caption => Text("caption") ?? Text("name") ?? Text("title") ?? Id;

    public FuzzyDate? When => Record["when"] as FuzzyDate;

    /// <summary>What a claim claims.</summary>
    public string? Value => IsClaim ? ClaimValue.Display(Record.Node!) : null;

    public IEnumerable<string> Sources => Citations.Select(citation => citation.Source.Id).Distinct();

    public string Permalink => Permalinks.RootOf(Record.Node?.Type) + Id;

    public string? Text(string property) => Record[property] as string;

    public static PrintedFact Of(FactEvidence record, ChainEvidence evidence, IReadOnlyDictionary<string, WalkNode> nodes)
    {
        if (record.Edge is { } edge)
        {
            return new()
            {
                Record = record,
                Type = edge.Relationship.Edge.Name,
                AccordingTo = Attribution.Of(record, evidence),
                Citations = [.. Passages.Ordered(record.Citations)],
                From = nodes.GetValueOrDefault(edge.From),
                To = nodes.GetValueOrDefault(edge.To),
            };
        }
        var node = record.Node!;
        if (node.Type.Name == RecordWords.Claim && node["subjectId"] is string subject
            && evidence.Records.GetValueOrDefault(subject)?.Claims.FirstOrDefault(claim => claim.Claim.Id == node.Id) is { } known)
            return Of(known, nodes.GetValueOrDefault(subject));
        return new() { Record = record, Type = node.Type.EnumName, AccordingTo = Attribution.Of(record, evidence), Citations = [.. Passages.Ordered(record.Citations)] };
    }

    public static PrintedFact Of(ClaimEvidence claim, WalkNode? subject) => new()
    {
        Record = new() { Node = claim.Claim, Citations = claim.Citations },
        Type = claim.Claim.Type.EnumName,
        AccordingTo = Attribution.Of(claim),
        Citations = [.. Passages.Ordered(claim.Citations)],
        From = subject,
    };
}
