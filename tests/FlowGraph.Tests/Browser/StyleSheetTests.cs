using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.Tests.Browser;

/// <summary>What Neo4j Browser shows can be read, and tells types apart by more than colour.</summary>
public sealed class StyleSheetTests
{
    // Behind the pictures, in Browser's light theme.
    private const string Ground = "#F9FCFF";

    private static readonly GraphModel _model = ShippedModel.Instance;
    private static readonly ImmutableArray<StyleRule> _rules = StyleRule.ReadAll();

    [Fact]
    public void Every_type_has_one_rule_and_no_rule_is_for_another()
    {
        IEnumerable<string> nodes = ["", .. _model.Groups.Select(group => group.SuperLabel), .. _model.NodeTypes.Select(type => type.Name), Labels.Release];
        IEnumerable<string> edges = ["", .. Labels.Facts(_model).Select(type => type.Name), .. Labels.Structural(_model)];

        Assert.Equal(nodes.Order(StringComparer.Ordinal), TypesOf("node"));
        Assert.Equal(edges.Order(StringComparer.Ordinal), TypesOf("relationship"));
    }

    [Fact]
    public void Rules_of_types_stand_after_those_of_their_groups()
    {
        var places = _rules.Where(rule => rule.Element == "node").Select((rule, place) => (rule.Type, place)).ToDictionary(pair => pair.Type, pair => pair.place);

        Assert.All(_model.NodeTypes, type => Assert.All(type.Groups, group => Assert.True(places[group.SuperLabel] < places[type.Name])));
    }

    [Fact]
    public void Captions_can_be_read_on_their_nodes() =>
        Assert.All(_rules.Where(rule => rule.Element == "node"), rule => Assert.True(StyleRule.Contrast(rule["color"], rule["text-color-internal"]) >= 4.5, rule.ToString()));

    [Fact]
    public void Captions_can_be_read_beside_their_arrows_and_on_their_chips()
    {
        var looks = _rules.Where(rule => rule.Element == "relationship").Select(rule => (rule.Type, Look: StyleRule.Look(_rules, "relationship", rule.Type)));

        Assert.All(looks, rule =>
        {
            Assert.True(StyleRule.Contrast(Ground, rule.Look["text-color-external"]) >= 4.5, rule.Type);
            Assert.True(StyleRule.Contrast(rule.Look["color"], rule.Look["text-color-internal"]) >= 4.5, rule.Type);
            Assert.True(StyleRule.Contrast(Ground, rule.Look["color"]) >= 3, rule.Type);
        });
    }

    // Contested facts begin their caption with a sign; the release, which is no fact, has a title only.
    [Fact]
    public void Nodes_show_their_caption_and_arrows_their_type()
    {
        Assert.All(_model.NodeTypes, type => Assert.Equal("{caption}", LookOf(type)["caption"]));
        Assert.Equal("{title}", StyleRule.Look(_rules, "node", Labels.Release)["caption"]);
        Assert.All(_model.EdgeTypes, type => Assert.Equal("<type>", StyleRule.Look(_rules, "relationship", type.Name)["caption"]));
    }

    // Browser gives a label its own colour and caption when none of the label's rules names one.
    [Fact]
    public void No_rule_of_a_label_leaves_colour_or_caption_to_Browser() =>
        Assert.All(_rules.Where(rule => rule is { Element: "node", Type.Length: > 0 }), rule => Assert.Superset(new HashSet<string>(["color", "caption"]), rule.Properties.Keys.ToHashSet()));

    [Fact]
    public void No_two_types_share_a_colour() =>
        Assert.Distinct(_model.NodeTypes.Select(type => LookOf(type)["color"]));

    [Fact]
    public void Events_are_told_from_entities_and_evidence_by_their_rim() => Assert.All(_model.NodeTypes, type =>
    {
        var (least, most) = type.Contract switch { Contract.Entity => (2, 2), Contract.Event => (4, 8), _ => (1, 1) };
        Assert.InRange(Width(LookOf(type)["border-width"]), least, most);
    });

    [Fact]
    public void Classes_of_edges_are_told_apart_by_colour_and_by_width()
    {
        var looks = Labels.Structural(_model).Select(name => (Class: EdgeClass.Structural, Name: name))
            .Concat(Labels.Facts(_model).Select(type => (type.Class, type.Name)))
            .Select(edge => (edge.Class, Look: StyleRule.Look(_rules, "relationship", edge.Name)))
            .Select(edge => (edge.Class, Colour: edge.Look["color"], Width: Width(edge.Look["shaft-width"])))
            .Distinct().OrderBy(look => look.Class).ToList();

        Assert.Equal([EdgeClass.Fact, EdgeClass.Context, EdgeClass.Structural], looks.Select(look => look.Class));
        Assert.Distinct(looks.Select(look => look.Colour));
        Assert.True(looks[0].Width > looks[1].Width && looks[1].Width > looks[2].Width);
    }

    private static IEnumerable<string> TypesOf(string element) => _rules.Where(rule => rule.Element == element).Select(rule => rule.Type).Order(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> LookOf(NodeType type) =>
        StyleRule.Look(_rules, "node", [type.Name, .. type.Groups.Select(group => group.SuperLabel)]);

    private static int Width(string pixels) => int.Parse(pixels.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
