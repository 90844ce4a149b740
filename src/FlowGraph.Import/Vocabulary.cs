namespace FlowGraph.Import;

/// <summary>The names of the model that rules of evidence speak of. Everything else is read from the model.</summary>
internal static class Vocabulary
{
    public const string Claim = "Claim";
    public const string Source = "Source";
    public const string Citation = "Citation";
    public const string Person = "Person";
    public const string Dispute = "Dispute";

    public const string Denies = "DENIES";
    public const string MadeBy = "MADE_BY";
    public const string PartOfField = "partOf";

    /// <summary>A claim's property beside the fields of its subject: an attributed judgement.</summary>
    public const string Assessment = "assessment";

    public const string When = "when";
    public const string Kind = "kind";
    public const string Status = "status";
    public const string StatusReason = "statusReason";

    public const string Supports = "SUPPORTS";
    public const string Disputes = "DISPUTES";
    public const string ScopeOwn = "OWN";

    public const string Retracted = "RETRACTED";
    public const string Superseded = "SUPERSEDED";
    public const string Contested = "CONTESTED";
    public const string Asserted = "ASSERTED";

    public const string Preferred = "PREFERRED";

    public const string EdgesFile = "edges.jsonl";
    public const string OriginsFile = "origins.jsonl";
    public const string OriginPrefix = "origin";
}
