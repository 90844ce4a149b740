using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Description;

/// <summary>Answers <c>model</c>: what there is, what it is called in the API and in Neo4j, and how much of it the release has.</summary>
public static class ModelDescription
{
    public static async ValueTask<IReadOnlyList<NodeTypeInfo>> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var nodes = store.Release.Counts.ToDictionary(count => count.Type, count => count.Count, StringComparer.Ordinal);
        var edges = await store.EdgeCountsAsync(cancellationToken);
        return
        [
            .. store.Model.NodeTypes.Select(type => new NodeTypeInfo(
                type,
                nodes.GetValueOrDefault(type.EnumName),
                Properties(type.Properties),
                [.. type.Ends.Select(end => new RelationshipInfo(end, Properties(end.Edge.Properties.Where(property => !property.IsContract), ofEdge: true), edges.GetValueOrDefault(end.Relationship)))])),
        ];
    }

    private static ImmutableArray<PropertyInfo> Properties(IEnumerable<PropertyDefinition> properties, bool ofEdge = false) =>
        [.. properties.Select(property => new PropertyInfo(property, ApiSchemaBuilder.TypeOf(property).ToString(), [.. StoredAs(property, ofEdge)]))];

    private static IEnumerable<string> StoredAs(PropertyDefinition property, bool ofEdge)
    {
        var names = StoredProperty.Of(property).Select(stored => stored.Name);
        return ofEdge && property.ReferenceTo is not null ? names.Append(StoredProperty.ReadableName(property)) : names;
    }
}
