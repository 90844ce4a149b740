using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Neo4j.Cypher;

internal sealed partial class PlanCypher
{
    private const string Event = "Event";

    /// <summary>A page of events, one more than it shows; in the third column how many have no date, in the fourth how many of those with a date there are in all.</summary>
    public static PlanStatement Timeline(GraphModel model, TimelineRequest request)
    {
        var cypher = new PlanCypher(model, []);
        var events = model.GroupsByName[Event];
        var node = cypher._names.Next("n");
        var rows = request.Scope.IsEmpty ? PageRows.Of(events, node) : cypher.EventsAt(request.Scope, events, node);
        var row = RecordShape.OfRow();
        foreach (var property in (string[])["id", "caption", "when"])
            row.Add(Value(events.Properties.First(known => known.Name == property), node));
        var conditions = cypher.Conditions(request.Dated.Where, rows);
        var page = cypher.Rows(rows, conditions, new PageOrder(request.Dated.Order, rows.Names, cypher), request.Dated, cypher._parameters.Add(request.Dated.Size + 1), row);
        string Count(List<string> where) => $"COUNT {{ {rows.Match}{Where(where)} RETURN {node} }}";
        return cypher.Statement(page, default, $"{Count(cypher.Conditions(request.Undated, rows))} AS undated, {Count(conditions)}");
    }

    /// <summary>Those that the scope names and those that a fact joins to what it names, each once. From the scope on, as few nodes are near it.</summary>
    private PageRows EventsAt(ImmutableArray<string> scope, GroupType events, string node)
    {
        var facts = string.Join('|', Labels.Facts(_model).Select(type => type.Name));
        var (near, edge) = (_names.Next("n"), _names.Next("e"));
        List<string> branches = [];
        var known = scope.Distinct().Select(id => (Id: id, Type: _model.NodeTypeOfId(id))).Where(pair => pair.Type is not null);
        foreach (var ids in known.GroupBy(pair => Labels.Anchor(pair.Type!), pair => pair.Id).OrderBy(ids => ids.Key, StringComparer.Ordinal))
        {
            var given = _parameters.Add(ids.ToArray());
            branches.Add($"UNWIND {given} AS id MATCH ({near}:{ids.Key} {{id: id}})-[{edge}:{facts}]-({node}:{events.SuperLabel}) WHERE {Steps.IsShown(edge)} RETURN DISTINCT {node}");
            if (ids.Key == events.SuperLabel)
                branches.Add($"UNWIND {given} AS id MATCH ({node}:{events.SuperLabel} {{id: id}}) RETURN DISTINCT {node}");
        }
        if (branches.Count == 0)
            branches.Add($"UNWIND [] AS {node} RETURN {node}");
        return new($"CALL () {{ {string.Join(" UNION ", branches)} }} WITH {node}", new(node, null, null, events.Types));
    }
}
