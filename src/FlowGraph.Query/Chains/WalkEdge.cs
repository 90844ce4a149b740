using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>What walking and ranking need of an edge of class FACT or CONTEXT.</summary>
/// <param name="SupportingCitations">Its own citations with stance SUPPORTS.</param>
public sealed record WalkEdge(string Id, string Key, EdgeType Type, string From, string To, Strength Strength, int SupportingCitations, FuzzyDate? When)
{
    /// <summary>How a whole record is read; a store that has no whole records reads the same of them.</summary>
    public static WalkEdge Of(EdgeRecord record, int supportingCitations) => new(
        record.Id,
        (string)record["key"]!,
        record.Relationship.Edge,
        record.From,
        record.To,
        new Strength(
            FactWords.Kind(record["kind"]),
            FactWords.Status(record["status"]),
            FactWords.Confidence(record["confidence"]),
            (int)record["independentSources"]!),
        supportingCitations,
        record["when"] as FuzzyDate);
}
