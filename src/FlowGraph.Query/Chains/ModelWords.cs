using System.Collections.Frozen;

namespace FlowGraph.Query.Chains;

/// <summary>The few names of schema/model.graphql that rules of chains are written about; everything else is read from the model's structure.</summary>
internal static class ModelWords
{
    /// <summary>Every node of it is a hub: a state touches everything its ports, ships and units do, so a path over it explains nothing.</summary>
    public const string HubType = "State";

    public const string PlaceGroup = "Place";

    public const string Actual = "ACTUAL";

    public const string Denies = "DENIES";

    public const string About = "ABOUT";

    public const string MadeBy = "MADE_BY";

    public const string CarriedBy = "CARRIED_BY";

    /// <summary>Forms that state a rate or a use, not a movement that took place.</summary>
    public static readonly FrozenSet<string> FormsOnRequest = FrozenSet.Create("RATE", "USE_EVIDENCE");
}
