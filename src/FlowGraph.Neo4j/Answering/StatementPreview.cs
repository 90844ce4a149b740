using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Ledgers;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Neo4j.Answering;

/// <summary>What a plan is asked of Neo4j with, before anything is asked. Records that only an answer names, and chains, have their statements when they are met.</summary>
public static class StatementPreview
{
    /// <returns>Per root that has a statement from the start: its response key and the statement.</returns>
    public static IEnumerable<(string Key, CypherStatement Statement)> Of(GraphModel model, QueryPlan plan, object?[] bound)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bound);
        return plan.Roots.SelectMany(root => Of(model, root, bound).Select(statement => (root.Key, statement.Statement)));
    }

    private static IEnumerable<PlanStatement> Of(GraphModel model, RootField root, object?[] bound) => root.Kind switch
    {
        RootKind.LookUp => [PlanCypher.LookUp(model, root, bound)],
        RootKind.Page => [PlanCypher.Page(model, root, bound)],
        RootKind.Facts => [PlanCypher.Facts(model, root, bound)],
        RootKind.Aggregate when (AggregateRequest)bound[root.Slot]! is var request => [PlanCypher.Measures(model, request, AggregateNeeds.Of(request.Type, root.Value!, bound))],
        RootKind.Timeline => [PlanCypher.Timeline(model, (TimelineRequest)bound[root.Slot]!)],
        RootKind.OilLedger => LedgerMeasures.Of(model, (LedgerRequest)bound[root.Slot]!).Select(measure => PlanCypher.Measures(model, measure.Request, measure.Needs)),
        RootKind.Node or RootKind.Fact => ById(model, root.Record!, [(string)bound[root.Slot]!], bound),
        RootKind.Nodes => ById(model, root.Record!, [.. ((object?[])bound[root.Slot]!).Cast<string>()], bound),
        _ => [],
    };

    private static IEnumerable<PlanStatement> ById(GraphModel model, RecordPlan plan, string[] ids, object?[] bound) =>
        ids.GroupBy(id => RecordPlaces.Of(model, id)).Where(group => group.Key is not null).Select(group => RecordPlaces.Statement(model, plan, group.Key!, [.. group], bound));
}
