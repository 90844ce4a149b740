using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using GraphQLParser.AST;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Reads applied directives and holds them to the vocabulary. What is faulty is reported and left out.</summary>
internal static class DirectiveReader
{
    /// <param name="owner">What carries them, in words: "type 'Port'".</param>
    public static ImmutableArray<AppliedDirective> Read(IHasDirectivesNode node, DirectivePlace place, string owner, SdlFile file, Faults faults)
    {
        var applied = ImmutableArray.CreateBuilder<AppliedDirective>();
        foreach (var directive in node.Directives?.Items ?? [])
        {
            var name = directive.Name.StringValue;
            var at = file.PlaceOf(directive);
            if (Vocabulary.Directive(name) is not { } rule)
            {
                faults.Add(
                    ErrorCodes.ModelUnknownDirective, at, $"Unknown directive '@{name}' on {owner}.", name, "a directive of the vocabulary",
                    Vocabulary.HintFor(name));
            }
            else if (rule.Place != place)
            {
                faults.Add(
                    ErrorCodes.ModelMisplacedDirective, at, $"Directive '@{name}' stands on {owner}; it belongs on {InWords(rule.Place)}.",
                    expected: InWords(rule.Place));
            }
            else if (applied.Any(earlier => earlier.Name == name))
            {
                faults.Add(ErrorCodes.ModelRepeatedDirective, at, $"Directive '@{name}' is repeated on {owner}; it can be given once.");
            }
            else
            {
                applied.Add(new AppliedDirective(name, at, ReadArguments(directive, rule, owner, file, faults)));
            }
        }

        return applied.ToImmutable();
    }

    private static Dictionary<string, ArgumentValue> ReadArguments(
        GraphQLDirective directive, DirectiveRule rule, string owner, SdlFile file, Faults faults)
    {
        var values = new Dictionary<string, ArgumentValue>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments?.Items ?? [])
        {
            var name = argument.Name.StringValue;
            var known = rule.Arguments.FirstOrDefault(candidate => candidate.Name == name);
            if (known is null)
            {
                faults.Add(
                    ErrorCodes.ModelUnknownArgument, file.PlaceOf(argument), $"Unknown argument '{name}' of '@{rule.Name}' on {owner}.", name,
                    rule.Arguments.Length == 0 ? "no argument" : string.Join(", ", rule.Arguments.Select(candidate => candidate.Name)),
                    Suggestion.Hint(name, rule.Arguments.Select(candidate => candidate.Name)));
            }
            else if (!given.Add(name))
            {
                faults.Add(ErrorCodes.ModelBadArgument, file.PlaceOf(argument), $"Argument '{name}' of '@{rule.Name}' on {owner} is given twice.");
            }
            else if (Convert(argument.Value, known, file) is { } value)
            {
                values.Add(name, new ArgumentValue(value, file.PlaceOf(argument.Value)));
            }
            else
            {
                var expected = InWords(known);
                var found = Print(argument.Value, file);
                faults.Add(
                    ErrorCodes.ModelBadArgument, file.PlaceOf(argument.Value),
                    $"Argument '{name}' of '@{rule.Name}' on {owner} is {found}; expected {expected}.", found, expected,
                    argument.Value is GraphQLEnumValue word ? Suggestion.Hint(word.Name.StringValue, known.Words) : null);
            }
        }

        foreach (var missing in rule.Arguments.Where(known => known.IsRequired && !given.Contains(known.Name)))
        {
            faults.Add(
                ErrorCodes.ModelMissingArgument, file.PlaceOf(directive), $"'@{rule.Name}' on {owner} lacks its argument '{missing.Name}'.",
                expected: InWords(missing));
        }

        return values;
    }

    private static object? Convert(GraphQLValue value, ArgumentRule rule, SdlFile file) => (rule.Kind, value) switch
    {
        (ArgumentKind.Text, GraphQLStringValue text) => text.Value.ToString(),
        (ArgumentKind.Flag, GraphQLBooleanValue flag) => flag.BoolValue,
        (ArgumentKind.Number, GraphQLIntValue number)
            when int.TryParse(number.Value.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 => parsed,
        (ArgumentKind.Word, GraphQLEnumValue word) when rule.Words.Contains(word.Name.StringValue) => word.Name.StringValue,
        (ArgumentKind.Words, GraphQLListValue { Values: var items }) when (items ?? []).TrueForAll(item => item is GraphQLEnumValue) =>
            (items ?? []).Cast<GraphQLEnumValue>().Select(item => new NameUse(item.Name.StringValue, file.PlaceOf(item))).ToImmutableArray(),
        _ => null,
    };

    private static string Print(GraphQLValue value, SdlFile file) => file.Text[value.Location.Start..value.Location.End];

    private static string InWords(ArgumentRule rule) => rule.Kind switch
    {
        ArgumentKind.Text => "text in quotes",
        ArgumentKind.Flag => "true or false",
        ArgumentKind.Number => "a whole number from 1",
        ArgumentKind.Word => $"one of {string.Join(", ", rule.Words)}",
        _ => "a list of enum members",
    };

    private static string InWords(DirectivePlace place) => place switch
    {
        DirectivePlace.Object => "an object type",
        DirectivePlace.Interface => "an interface",
        _ => "a field",
    };
}
