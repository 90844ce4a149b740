using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FlowGraph.Tests.Delivery;

/// <summary>A Compose file as JSON, with its anchors in place.</summary>
internal static class ComposeFile
{
    public static JsonObject Read(string name)
    {
        using var text = File.OpenText(Repository.PathOf(name));
        var stream = new YamlStream();
        // Merge keys (<<) are put in place by the parser around it.
        stream.Load(new MergingParser(new Parser(text)));
        return Json(stream.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new NotSupportedException($"A {node.NodeType} in a Compose file."),
    };

    // What is quoted is a text; what is not may be a number or a truth, as YAML 1.2 has it.
    private static JsonValue? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Value: null or "" or "null" or "~", Style: ScalarStyle.Plain } => null,
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value),
        { Value: "true" or "false" } => JsonValue.Create(scalar.Value == "true"),
        _ when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(scalar.Value),
    };
}
