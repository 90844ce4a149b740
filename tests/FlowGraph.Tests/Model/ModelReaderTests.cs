using System.Text.RegularExpressions;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class ModelReaderTests
{
    private const string FactNames = "key caption kind status statusReason confidence confidenceBasis likelihood when independentSources";

    [Theory]
    [InlineData("Port", "id name aliases nativeNames description")]
    [InlineData("Voyage", "id name description modality " + FactNames)]
    [InlineData("Claim", "id " + FactNames + " property")]
    [InlineData("Source", "id title")]
    [InlineData("Citation", "id locator")]
    public void Puts_the_contract_before_the_declared(string type, string properties)
    {
        var model = SmallModel.With("");

        Assert.Equal(properties, string.Join(' ', model.NodeTypesByName[type].Properties.Select(property => property.Name)));
    }

    [Fact]
    public void Takes_the_declared_property_in_the_place_of_the_contracts()
    {
        var model = SmallModel.With("""
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              length: Float
              "What the harbour calls it."
              name: String! @search(weight: 4)
              aliases: [String!]!
            }
            """);

        var properties = model.NodeTypesByName["Pier"].Properties;
        Assert.Equal("id name aliases nativeNames description length", string.Join(' ', properties.Select(property => property.Name)));
        Assert.Equal([true, false, false, true, true, false], properties.Select(property => property.IsContract));
        Assert.Equal((4, "What the harbour calls it."), (properties[1].SearchWeight, properties[1].Description));
    }

    [Fact]
    public void Reads_everything_that_can_be_said_of_a_property()
    {
        var model = SmallModel.With("""
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              code: UNLOCODE @key @search
              uses: [Use!]!
              loads: Quantity @quantity(units: [TONNES, BARRELS])
              built: Date! @index
              neighbour: ID @reference(to: "Port", as: "next")
            }
            enum Use { OIL GRAIN }
            """);

        var type = model.NodeTypesByName["Pier"];
        var (code, uses) = (type.Property("code")!, type.Property("uses")!);
        Assert.Equal((ValueKind.UnLocode, true, 1, false), (code.Kind, code.IsKey, code.SearchWeight, code.IsRequired));
        Assert.Equal((ValueKind.Enum, "Use", true, true), (uses.Kind, uses.Enum!.Name, uses.IsList, uses.IsRequired));
        Assert.Equal(["TONNES", "BARRELS"], type.Property("loads")!.Units);
        Assert.Equal((true, true), (type.Property("built")!.IsIndexed, type.Property("built")!.IsRequired));
        Assert.Equal(("Port", "next"), (type.Property("neighbour")!.ReferenceTo, type.Property("neighbour")!.FieldName));
    }

    [Fact]
    public void Puts_the_inverse_of_a_groups_edge_on_group_and_members()
    {
        var model = SmallModel.With("""
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { depth: Float }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              depth: Float!
              nearest: Harbour! @edge(type: "NEAR", inverse: "nearTo", class: CONTEXT, properties: "NearDetails")
            }
            type Dock implements Harbour @node(contract: ENTITY, plural: "docks", prefix: "dock") { depth: Float }
            type NearDetails @edgeProperties { metres: Float! }
            """);

        var group = model.GroupsByName["Harbour"];
        Assert.Equal("id name aliases nativeNames description depth", string.Join(' ', group.Properties.Select(property => property.Name)));
        Assert.Equal(["Pier", "Dock"], group.Types.Select(type => type.Name));
        Assert.Equal(["Entity", "Harbour"], model.NodeTypesByName["Dock"].Groups.Select(implemented => implemented.Name));
        Assert.Equal(["nearTo"], group.Ends.Select(end => end.Name));
        Assert.Equal(["nearTo"], model.NodeTypesByName["Dock"].Ends.Select(end => end.Name));
        Assert.Equal(["nearest", "nearTo"], model.NodeTypesByName["Pier"].Ends.Select(end => end.Name));
        var end = model.NodeTypesByName["Pier"].Ends[0];
        Assert.Equal((false, true, "Harbour"), (end.IsList, end.IsRequired, end.Target.Name));
        Assert.Equal($"id {FactNames} metres", string.Join(' ', end.Edge.Properties.Select(property => property.Name)));
    }

    [Fact]
    public void Allows_more_than_one_bridge()
    {
        var model = SmallModel.With("""
            type Deal @node(contract: EVENT, plural: "deals", prefix: "deal", bridge: true) { name: String! }
            type Swap @node(contract: EVENT, plural: "swaps", prefix: "swap", bridge: true) { name: String! }
            """);

        Assert.Equal(["Deal", "Swap"], model.NodeTypes.Where(type => type.IsBridge).Select(type => type.Name));
    }

    [Fact]
    public void Reports_every_fault_at_once_in_the_order_of_the_text()
    {
        var fault = Assert.Throws<FlowGraphException>(() => SmallModel.With("""
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "port") {
              depth: Flot
              owner: [Persn!]! @edge(type: "OWNED_BY", inverse: "piers")
            }
            scalar Colour
            """));

        Assert.Equal(
            [
                "more.graphql:1:6: MODEL_DUPLICATE_PREFIX: Prefix 'port' of 'Pier' is already that of 'Port'.",
                "more.graphql:2:10: MODEL_UNKNOWN_TYPE: Field 'Pier.depth' has the type 'Flot', which is not declared. Did you mean 'Float'?",
                "more.graphql:3:11: MODEL_EDGE_TARGET: Edge 'owner' on type 'Pier' targets 'Persn'; no such node type or group.",
                "more.graphql:5:8: MODEL_UNKNOWN_SCALAR: Scalar 'Colour' is no value kind of FlowGraph.",
            ],
            fault.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Counts_lines_alike_whatever_ends_them()
    {
        var fault = Assert.Throws<FlowGraphException>(() => SmallModel.With("enum Use { OIL }\r\n\r\nscalar Colour\r\n"));

        Assert.Equal(new SourceLocation("more.graphql", 3, 8), Assert.Single(fault.Diagnostics).Location);
    }

    [Fact]
    public void Answers_a_damaged_model_with_diagnostics_only()
    {
        const int seed = 2375;
        var random = new Random(seed);
        var text = ShippedModel.Documents[1].Text;
        string[] words = [.. text.Split([' ', '\n', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
        for (var i = 0; i < 300; i++)
        {
            var damaged = text;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(damaged.Length);
                var length = Math.Min(random.Next(12), damaged.Length - at);
                damaged = $"{damaged[..at]}{(random.Next(2) == 0 ? words[random.Next(words.Length)] : "")}{damaged[(at + length)..]}";
            }

            var thrown = Record.Exception(() => ModelReader.Read([ShippedModel.Documents[0], new ModelDocument("model.graphql", damaged)]));

            Assert.True(thrown is null or FlowGraphException, $"seed {seed}, round {i}: {thrown}");
            Assert.True(thrown is not FlowGraphException { Diagnostics.Count: 0 }, $"seed {seed}, round {i}: no diagnostic");
        }
    }

    [Fact]
    public void Answers_swapped_words_with_diagnostics_only()
    {
        const int seed = 1718;
        var random = new Random(seed);
        var parts = Regex.Split(ShippedModel.Documents[1].Text, "([A-Za-z_]+)");
        for (var i = 0; i < 300; i++)
        {
            var damaged = (string[])parts.Clone();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
                damaged[random.Next(parts.Length / 2) * 2 + 1] = parts[random.Next(parts.Length / 2) * 2 + 1];

            var thrown = Record.Exception(() => ModelReader.Read([ShippedModel.Documents[0], new ModelDocument("model.graphql", string.Concat(damaged))]));

            Assert.True(thrown is null or FlowGraphException, $"seed {seed}, round {i}: {thrown}");
        }
    }
}
