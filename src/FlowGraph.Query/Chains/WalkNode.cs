using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>What walking and ranking need of a node.</summary>
/// <param name="Name">As people call it: an entity's or event's name, a source's title.</param>
/// <param name="Degree">Incident edges of class FACT.</param>
/// <param name="Strength">Null for what is no fact.</param>
/// <param name="Modality">Events: ACTUAL, PLANNED, ANNOUNCED.</param>
/// <param name="Form">The member of the type's <c>form</c>, where it has one.</param>
public sealed record WalkNode(string Id, NodeType Type, string Name, int Degree, Strength? Strength, string? Modality, string? Form, FuzzyDate? When)
{
    public bool IsEvent => Type.Contract == Contract.Event;

    /// <summary>How a whole record is read; a store that has no whole records reads the same of them.</summary>
    public static WalkNode Of(NodeRecord record, int degree) => new(
        record.Id,
        record.Type,
        record["name"] as string ?? record["title"] as string ?? record["caption"] as string ?? record.Id,
        degree,
        record.Type.IsFact ? StrengthOf(record) : null,
        record["modality"] as string,
        record["form"] as string,
        record["when"] as FuzzyDate);

    private static Strength StrengthOf(NodeRecord record) => new(
        FactWords.Kind(record["kind"]),
        FactWords.Status(record["status"]),
        FactWords.Confidence(record["confidence"]),
        (int)record["independentSources"]!);
}
