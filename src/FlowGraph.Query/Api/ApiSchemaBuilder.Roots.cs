using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private ApiObject QueryType()
    {
        List<ApiField> fields = [];
        foreach (var set in Sets())
        {
            var name = char.ToLowerInvariant(set.Name[0]) + set.Name[1..];
            var root = new FieldMeaning.Root(RootKind.LookUp, set);
            if (set is NodeType type)
            {
                var keys = type.Properties.Where(property => property.IsKey).Select(property => Argument(property.FieldName, ScalarName(property)));
                fields.Add(Field(name, set.Name, root, [Argument("id", "ID"), .. keys]));
            }
            else
            {
                fields.Add(Field(name, set.Name, root, [Argument("id", "ID!")]));
            }
            fields.Add(Field(set.Plural, Capitalised(set.Plural) + "Connection!", new FieldMeaning.Root(RootKind.Page, set), PageArguments(FilterName(set), SortName(set))));
            if (set is NodeType counted)
                fields.Add(Field(set.Plural + "Aggregate", AggregateName(counted) + "!", new FieldMeaning.Root(RootKind.Aggregate, set), [Argument("where", FilterName(set))]));
        }
        ImmutableArray<ApiArgument> id = [Argument("id", "ID!")];
        fields.AddRange(
        [
            Field("node", "Node", new FieldMeaning.Root(RootKind.Node), id, "Any record by its id: a node, an edge or a chain."),
            Field("nodes", "[Node]!", new FieldMeaning.Root(RootKind.Nodes), [Argument("ids", "[ID!]!")], "In the order asked for, null where unknown; at most 100 ids."),
            Field("fact", "Fact", new FieldMeaning.Root(RootKind.Fact), id, "An event, a claim or an edge by its id."),
            FactsRoot(),
            Field("chain", "Chain", new FieldMeaning.Root(RootKind.Chain), id, "A chain by its id, computed afresh on any server that has its facts."),
            Field("chains", "ChainResult!", new FieldMeaning.Root(RootKind.Chains), ChainArguments(), "How two things are connected, and who says so."),
            .. LedgerRoots(),
            .. SurroundingRoots(),
            ModelRoot(),
            SearchRoot(),
            Field("release", "Release!", new FieldMeaning.Root(RootKind.Release), "The dataset that answers."),
        ]);
        return new() { Name = "Query", Fields = [.. fields] };
    }
}
