using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Answering;

/// <summary>Where a record is looked for by its id.</summary>
internal static class RecordPlaces
{
    /// <summary>Edges of all types have one place: it needs no statement for each type.</summary>
    public const string AmongEdges = "";

    /// <returns>A label, or <see cref="AmongEdges"/>; null where the id is of no type of the model.</returns>
    public static string? Of(GraphModel model, string id) => model.NodeTypeOfId(id) is { } type ? Labels.Anchor(type) : model.EdgeTypeOfId(id) is null ? null : AmongEdges;

    public static PlanStatement Statement(GraphModel model, RecordPlan plan, string place, string[] ids, object?[] bound) =>
        place == AmongEdges ? PlanCypher.Edges(model, plan, ids, bound) : PlanCypher.Nodes(model, plan, place, ids, bound);
}
