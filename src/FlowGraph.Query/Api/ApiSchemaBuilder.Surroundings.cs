using FlowGraph.Model.Structure;
using FlowGraph.Query.Comparing;
using FlowGraph.Query.Surroundings;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static IEnumerable<ApiField> SurroundingRoots()
    {
        var types = Argument("types", "[FactType!]", description: "Types of edges to follow, or of events to go to.");
        yield return Field("neighborhood", "Neighborhood", new FieldMeaning.Root(RootKind.Neighborhood),
        [
            Argument("id", "ID!"), Argument("perType", "Int!", 10, "Links of a group, at most 200."), types, Argument("direction", "Direction"), Argument("minConfidence", "Confidence"),
        ], "What is one step from a node, per type and direction.");
        yield return Field("subgraph", "Subgraph!", new FieldMeaning.Root(RootKind.Subgraph),
        [
            Argument("ids", "[ID!]!"), Argument("hops", "Int!", 1, "At most 3."), types, Argument("limit", "Int!", 300, "Nodes, and facts, at most 1,000."),
        ], "Some nodes and what is within a few hops of them.");
        yield return Field("compareInTime", "TemporalComparison!", new FieldMeaning.Root(RootKind.Comparison), [Argument("a", "ID!"), Argument("b", "ID!")],
            "Which of two events, edges or claims came first, as far as their dates say.");
    }

    private void AddSurroundingValues()
    {
        Add(new ApiObject
        {
            Name = nameof(Neighborhood),
            Fields =
            [
                Record<Neighborhood>("center", "Node!", around => around.Center.Id),
                Int<Neighborhood>("totalCount", "Int!", around => around.TotalCount, "Links of all groups."),
                Objects<Neighborhood>("groups", "[NeighborGroup!]!", around => around.Groups, "In the order in which the model declares the types, OUT before IN."),
                Text<Neighborhood>("text", "String!", around => around.Text),
            ],
        });
        Add(new ApiObject
        {
            Name = nameof(NeighborGroup),
            Fields =
            [
                Text<NeighborGroup>("type", "FactType!", group => group.Type.Name),
                Text<NeighborGroup>("direction", "Direction!", group => EnumSpelling.Of(group.Direction)),
                Int<NeighborGroup>("totalCount", "Int!", group => group.TotalCount),
                Field("links", "[NodeLink!]!", new FieldMeaning.Member(new ValueMember.LinkList(group => ((NeighborGroup)group).Links)), "To the node with the fewest edges first, then by id."),
            ],
        });
        Add(new ApiObject
        {
            Name = nameof(NodeLink),
            Interfaces = ["Link"],
            Fields = [.. LinkContract(), Part("node", "Node!", ConnectionPart.Node)],
        });
        Add(new ApiObject
        {
            Name = nameof(Subgraph),
            Description = "Hop by hop; of one hop by confidence, then by id.",
            Fields =
            [
                Records<Subgraph>("nodes", "[Node!]!", graph => graph.Nodes, "Those asked for, then as they are reached."),
                Records<Subgraph>("facts", "[EdgeFact!]!", graph => graph.Facts, "Both ends of each are among the nodes."),
                Boolean<Subgraph>("truncated", graph => graph.Truncated, "Something within these hops is left out."),
                Text<Subgraph>("text", "String!", graph => graph.Text),
            ],
        });
        Add(new ApiObject
        {
            Name = nameof(Model.Values.TemporalComparison),
            Fields =
            [
                Record<ComparedFacts>("a", "Node!", facts => facts.A),
                Record<ComparedFacts>("b", "Node!", facts => facts.B),
                Text<ComparedFacts>("order", "TemporalOrder!", facts => EnumSpelling.Of(facts.Comparison.Order), "Of a against b."),
                Int<ComparedFacts>("gapDays", "Int", facts => facts.Comparison.GapDays, "The least possible."),
                Int<ComparedFacts>("gapDaysMax", "Int", facts => facts.Comparison.GapDaysMax, "The greatest possible."),
                Text<ComparedFacts>("reason", "String!", facts => facts.Comparison.Reason),
            ],
        });
        Enumerate<Direction>(this, nameof(Direction), "OUT: along the arrow.");
    }
}
