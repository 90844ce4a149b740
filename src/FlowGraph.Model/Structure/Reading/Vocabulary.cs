using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

internal enum DirectivePlace
{
    Object,
    Interface,
    Field,
    Elsewhere,
}

internal enum ArgumentKind
{
    Text,
    Flag,
    Number,
    Word,
    Words,
}

/// <param name="Words">The enum members allowed; empty for any.</param>
internal sealed record ArgumentRule(string Name, ArgumentKind Kind, bool IsRequired, ImmutableArray<string> Words);

internal sealed record DirectiveRule(string Name, DirectivePlace Place, ImmutableArray<ArgumentRule> Arguments);

/// <summary>The directives a model is written with: <c>schema/directives.graphql</c> as data.</summary>
internal static class Vocabulary
{
    public const string Node = "node";
    public const string Group = "group";
    public const string Edge = "edge";
    public const string EdgeProperties = "edgeProperties";
    public const string Key = "key";
    public const string Search = "search";
    public const string Index = "index";
    public const string Quantity = "quantity";
    public const string Reference = "reference";

    /// <summary>Enums that only directives speak of: no part of the model.</summary>
    public static ImmutableArray<string> Enums { get; } = [nameof(Contract), nameof(MovementDomain), nameof(EdgeClass)];

    public static ImmutableArray<DirectiveRule> Directives { get; } =
    [
        new(Node, DirectivePlace.Object,
        [
            Required("contract", ArgumentKind.Word, "ENTITY", "EVENT", "RECORD"),
            Required("plural", ArgumentKind.Text),
            Required("prefix", ArgumentKind.Text),
            Optional("domain", ArgumentKind.Word, "OIL", "ARMS", "TROOPS"),
            Optional("bridge", ArgumentKind.Flag),
        ]),
        new(Group, DirectivePlace.Interface, [Required("superLabel", ArgumentKind.Text), Required("plural", ArgumentKind.Text)]),
        new(Edge, DirectivePlace.Field,
        [
            Required("type", ArgumentKind.Text),
            Required("inverse", ArgumentKind.Text),
            Optional("class", ArgumentKind.Word, "FACT", "CONTEXT", "STRUCTURAL"),
            Optional("properties", ArgumentKind.Text),
            Optional("required", ArgumentKind.Flag),
        ]),
        new(EdgeProperties, DirectivePlace.Object, []),
        new(Key, DirectivePlace.Field, []),
        new(Search, DirectivePlace.Field, [Optional("weight", ArgumentKind.Number)]),
        new(Index, DirectivePlace.Field, []),
        new(Quantity, DirectivePlace.Field, [Required("units", ArgumentKind.Words)]),
        new(Reference, DirectivePlace.Field, [Required("to", ArgumentKind.Text), Optional("as", ArgumentKind.Text)]),
    ];

    public static DirectiveRule? Directive(string name) => Directives.FirstOrDefault(rule => rule.Name == name);

    /// <summary>Names the directive that was meant, if one is near.</summary>
    public static string? HintFor(string name) => Suggestion.Hint($"@{name}", Directives.Select(rule => $"@{rule.Name}"));

    private static ArgumentRule Required(string name, ArgumentKind kind, params string[] words) => new(name, kind, true, [.. words]);

    private static ArgumentRule Optional(string name, ArgumentKind kind, params string[] words) => new(name, kind, false, [.. words]);
}
