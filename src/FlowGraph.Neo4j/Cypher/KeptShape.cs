using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>
/// What a record needs of the database, as it was written last. Most of a statement's text stands here, and mostly no request's value decides over it: only what finds the records differs.
/// </summary>
internal sealed class KeptShape
{
    // As long as the plan itself lives, and no longer.
    private static readonly ConditionalWeakTable<RecordPlan, KeptShape> _kept = [];

    private readonly string _node;
    private readonly ImmutableArray<NodeType> _possible;
    private readonly (int Names, int Parameters) _before;
    private readonly ImmutableArray<(int Slot, object? Value)> _read;
    private readonly RecordShape _shape;
    private readonly int _names;
    private readonly ImmutableArray<CypherParameter> _parameters;

    private KeptShape(string node, ImmutableArray<NodeType> possible, (int Names, int Parameters) before, RecordShape shape, BoundValues bound, VariableNames names, ParameterList parameters) =>
        (_node, _possible, _before, _read, _shape, _names, _parameters) = (node, possible, before, bound.Read, shape, names.Count, parameters.From(before.Parameters));

    /// <param name="write">Writes it, where it is not kept or was written for other values or at another place.</param>
    public static RecordShape Of(
        RecordPlan plan, string node, ImmutableArray<NodeType> possible, BoundValues bound, VariableNames names, ParameterList parameters, Func<RecordShape> write)
    {
        var before = (names.Count, parameters.Count);
        if (_kept.TryGetValue(plan, out var kept) && kept._before == before && kept._node == node && kept._possible.AsSpan().SequenceEqual(possible.AsSpan()) && bound.Has(kept._read))
        {
            names.Count = kept._names;
            parameters.Append(kept._parameters);
            return kept._shape;
        }
        var shape = write();
        _kept.AddOrUpdate(plan, new(node, possible, before, shape, bound, names, parameters));
        return shape;
    }
}
