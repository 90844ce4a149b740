using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Selection;

/// <summary>What a client selected, free of any parser's types: fields and fragments in document order.</summary>
public sealed record SelectionSet(ImmutableArray<SelectionItem> Items);

/// <summary>A field or a fragment, with the conditions under which it counts.</summary>
public abstract record SelectionItem
{
    private protected SelectionItem(ImmutableArray<Condition> conditions) => Conditions = conditions;

    public ImmutableArray<Condition> Conditions { get; }
}

/// <param name="Key">The response key: alias or name.</param>
/// <param name="Children">Null for a scalar.</param>
public sealed record SelectedField(
    string Name,
    string Key,
    ImmutableArray<SelectedArgument> Arguments,
    SelectionSet? Children,
    SourceLocation Location,
    ImmutableArray<Condition> Conditions) : SelectionItem(Conditions);

/// <summary>An inline fragment or a spread with its definition put in place.</summary>
/// <param name="TypeCondition">Null = the enclosing type.</param>
public sealed record SelectedFragment(string? TypeCondition, SelectionSet Selection, ImmutableArray<Condition> Conditions) : SelectionItem(Conditions);

public sealed record SelectedArgument(string Name, InputLiteral Value, SourceLocation Location);

/// <summary>@include (true) or @skip (false) on a variable; constant conditions are resolved by the reader.</summary>
public readonly record struct Condition(string Variable, bool IncludeWhen);

/// <summary>One operation of a document, ready to be compiled.</summary>
public sealed record Operation(string? Name, ImmutableArray<VariableDefinition> Variables, SelectionSet Selection);
