using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Query.Input;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

/// <summary>Arguments in canonical text: sorted by name, one spelling for each value. For plans on paper and for cache keys.</summary>
public static class ArgumentPrinter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Print(ImmutableArray<SelectedArgument> arguments) =>
        string.Join(", ", arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument => $"{argument.Name}: {Print(argument.Value)}"));

    public static string Print(InputLiteral literal) => literal switch
    {
        InputLiteral.Text text => JsonSerializer.Serialize(text.Value, Plain),
        InputLiteral.List list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        InputLiteral.Object value => $"{{{string.Join(", ", value.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {Print(field.Value)}"))}}}",
        _ => literal.Display,
    };
}
