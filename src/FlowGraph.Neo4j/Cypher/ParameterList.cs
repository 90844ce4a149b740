using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The values of one statement, named by their place in its text: the same plan gives the same text whatever they are.</summary>
internal sealed class ParameterList
{
    private readonly ImmutableArray<CypherParameter>.Builder _parameters = ImmutableArray.CreateBuilder<CypherParameter>();

    /// <summary>Keeps the value and returns the expression that stands for it.</summary>
    public string Add(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{_parameters.Count}");
        _parameters.Add(new(name, value));
        return value is DateOnly ? $"date(${name})" : $"${name}";
    }

    public int Count => _parameters.Count;

    public ImmutableArray<CypherParameter> From(int start) => [.. _parameters.Skip(start)];

    /// <summary>Takes over what <see cref="From"/> gave where as many stood before.</summary>
    public void Append(ImmutableArray<CypherParameter> parameters) => _parameters.AddRange(parameters);

    public CypherStatement Statement(string text) => new(text, _parameters.ToImmutable());
}
