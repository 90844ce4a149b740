using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Selection;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>A validated document of the parser → FlowGraph's neutral <see cref="Operation"/>, fragments put in place.</summary>
internal sealed class DocumentReader
{
    private readonly GraphQLDocument _document;
    private readonly Dictionary<string, SelectionSet> _fragments = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _conditions = new(StringComparer.Ordinal);

    private DocumentReader(GraphQLDocument document) => _document = document;

    /// <summary>The operation, and the Boolean variables that its @skip and @include name.</summary>
    public static (Operation Operation, ImmutableArray<string> Conditions) Read(GraphQLDocument document, GraphQLOperationDefinition definition)
    {
        var reader = new DocumentReader(document);
        var selection = reader.Set(definition.SelectionSet);
        var variables = definition.Variables?.Items.Select(variable =>
            new VariableDefinition(variable.Variable.Name.StringValue, Type(variable.Type), variable.DefaultValue is { } value ? Literal(value) : null));
        return (new(definition.Name?.StringValue, [.. variables ?? []], selection), [.. reader._conditions]);
    }

    private SelectionSet Set(GraphQLSelectionSet set)
    {
        var items = ImmutableArray.CreateBuilder<SelectionItem>(set.Selections.Count);
        foreach (var node in set.Selections)
        {
            if (!Conditions((IHasDirectivesNode)node, out var conditions))
                continue;
            items.Add(node switch
            {
                GraphQLField field => Field(field, conditions),
                GraphQLInlineFragment fragment => new SelectedFragment(fragment.TypeCondition?.Type.Name.StringValue, Set(fragment.SelectionSet), conditions),
                GraphQLFragmentSpread spread => Spread(spread, conditions),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        return new(items.ToImmutable());
    }

    private SelectedField Field(GraphQLField field, ImmutableArray<Condition> conditions) => new(
        field.Name.StringValue,
        (field.Alias?.Name ?? field.Name).StringValue,
        [.. field.Arguments?.Items.Select(argument => new SelectedArgument(argument.Name.StringValue, Literal(argument.Value), At(argument))) ?? []],
        field.SelectionSet is { } set ? Set(set) : null,
        At(field),
        conditions);

    private SelectedFragment Spread(GraphQLFragmentSpread spread, ImmutableArray<Condition> conditions)
    {
        var name = spread.FragmentName.Name.StringValue;
        var definition = _document.Definitions.OfType<GraphQLFragmentDefinition>().First(fragment => fragment.FragmentName.Name.StringValue == name);
        if (!_fragments.TryGetValue(name, out var set))
            _fragments[name] = set = Set(definition.SelectionSet);
        return new(definition.TypeCondition.Type.Name.StringValue, set, conditions);
    }

    /// <summary>False when a constant condition leaves the node out.</summary>
    private bool Conditions(IHasDirectivesNode node, out ImmutableArray<Condition> conditions)
    {
        var found = ImmutableArray.CreateBuilder<Condition>();
        conditions = [];
        foreach (var directive in node.Directives?.Items ?? [])
        {
            var includes = directive.Name.StringValue == "include";
            if (!includes && directive.Name.StringValue != "skip")
                continue;
            switch (directive.Arguments!.Items[0].Value)
            {
                case GraphQLBooleanValue constant when constant.BoolValue != includes:
                    return false;
                case GraphQLVariable variable:
                    _conditions.Add(variable.Name.StringValue);
                    found.Add(new(variable.Name.StringValue, includes));
                    break;
            }
        }
        conditions = found.ToImmutable();
        return true;
    }

    public static InputLiteral Literal(GraphQLValue value) => value switch
    {
        GraphQLNullValue => new InputLiteral.Null(),
        GraphQLStringValue text => new InputLiteral.Text(text.Value.ToString()),
        GraphQLIntValue number => new InputLiteral.Number(number.Value.ToString()),
        GraphQLFloatValue number => new InputLiteral.Number(number.Value.ToString()),
        GraphQLBooleanValue boolean => new InputLiteral.Boolean(boolean.BoolValue),
        GraphQLEnumValue member => new InputLiteral.Enum(member.Name.StringValue),
        GraphQLListValue list => new InputLiteral.List([.. list.Values?.Select(Literal) ?? []]),
        GraphQLObjectValue fields => new InputLiteral.Object([.. fields.Fields?.Select(field => KeyValuePair.Create(field.Name.StringValue, Literal(field.Value))) ?? []]),
        GraphQLVariable variable => new InputLiteral.Variable(variable.Name.StringValue),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TypeRef Type(GraphQLType type) => TypeRef.Parse(Print(type));

    /// <summary>A type as it is written: <c>[ID!]!</c>.</summary>
    public static string Print(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Print(nonNull.Type) + "!",
        GraphQLListType list => $"[{Print(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private SourceLocation At(ASTNode node)
    {
        var location = Location.FromLinearPosition(_document.Source, node.Location.Start);
        return new("document", location.Line, location.Column);
    }
}
