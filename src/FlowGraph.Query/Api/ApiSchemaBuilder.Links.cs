using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    /// <summary>Link types are shared by target and edge properties: <c>PlaceCallLink</c>.</summary>
    private static string LinkName(RelationshipEnd end)
    {
        var set = end.Edge.PropertySet?.Name ?? "";
        const string suffix = "Details";
        return $"{end.Target.Name}{(set.EndsWith(suffix, StringComparison.Ordinal) ? set[..^suffix.Length] : set)}Link";
    }

    private static ApiField Part(string name, string type, ConnectionPart part, string? description = null) =>
        Field(name, type, new FieldMeaning.Part(part), description);

    private IEnumerable<ApiField> LinkContract()
    {
        yield return Part("factId", "ID!", ConnectionPart.FactId);
        yield return Part("fact", "EdgeFact!", ConnectionPart.Fact);
        foreach (var field in FactFields(_model.EdgeContract).Where(field => field.Name is not ("key" or "statusReason")))
            // Fact explains them; repeated on some seventy link types that would be half of the schema's text.
            yield return field with { Description = null };
        yield return CitationsField(new FieldMeaning.Citations());
    }

    private void AddLinks()
    {
        AddInterface("Link", null, [], LinkContract(), "One view of an edge, from the node that asks: no node of its own, so that a normalised cache keeps two views apart. Its fields mean what they mean on Fact.");
        var ends = _model.NodeTypes.SelectMany(type => type.Ends).Where(end => end.Edge.Class != EdgeClass.Structural).ToList();
        foreach (var link in ends.GroupBy(LinkName).OrderBy(link => link.Key, StringComparer.Ordinal))
        {
            var end = link.First();
            List<ApiField> fields = [.. LinkContract(), Part("node", end.Target.Name + "!", ConnectionPart.Node)];
            if (end.Edge.PropertySet is not null)
                fields.AddRange(end.Edge.Properties.Where(property => !property.IsContract).Select(PropertyField));
            if (link.Any(e => !e.IsList))
                Add(new ApiObject { Name = link.Key, Interfaces = ["Link"], Fields = [.. fields] });
            if (link.Any(e => e.IsList))
            {
                Add(new ApiObject { Name = link.Key + "Edge", Interfaces = ["Link"], Fields = [.. fields.Prepend(Part("cursor", "String!", ConnectionPart.Cursor))] });
                AddConnection(link.Key + "s", end.Target.Name, link.Key + "Edge");
            }
        }
    }

    private void AddConnections()
    {
        foreach (var set in Sets())
        {
            var name = Capitalised(set.Plural);
            Add(new ApiObject { Name = name + "Edge", Fields = [Part("cursor", "String!", ConnectionPart.Cursor), Part("node", set.Name + "!", ConnectionPart.Node)] });
            AddConnection(name, set.Name, name + "Edge");
        }
        Add(new ApiObject
        {
            Name = "SupportsEdge",
            Fields =
            [
                Part("cursor", "String!", ConnectionPart.Cursor),
                Part("node", "Fact!", ConnectionPart.Node),
                Part("citations", "[Citation!]!", ConnectionPart.SupportCitations, "Only the citations that make this source's support."),
            ],
        });
        AddConnection("Supports", "Fact", "SupportsEdge");
        Add(new ApiObject
        {
            Name = "PageInfo",
            Fields =
            [
                Part("hasNextPage", "Boolean!", ConnectionPart.HasNextPage),
                Part("hasPreviousPage", "Boolean!", ConnectionPart.HasPreviousPage),
                Part("startCursor", "String", ConnectionPart.StartCursor),
                Part("endCursor", "String", ConnectionPart.EndCursor),
            ],
        });
    }

    private void AddConnection(string name, string node, string edge) => Add(new ApiObject
    {
        Name = name + "Connection",
        Fields =
        [
            Part("nodes", $"[{node}!]!", ConnectionPart.Nodes),
            Part("edges", $"[{edge}!]!", ConnectionPart.Edges),
            Part("pageInfo", "PageInfo!", ConnectionPart.PageInfo),
            Part("totalCount", "Int!", ConnectionPart.TotalCount),
        ],
    });
}
