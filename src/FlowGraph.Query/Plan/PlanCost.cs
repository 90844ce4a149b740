using System.Collections.Immutable;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

/// <summary>
/// What an operation may cost at most: over all objects that it selects, the rows it can have times the plain values of a row; rows multiply down the tree.
/// Worked out once for one combination of its @skip and @include variables; a request then only puts its numbers in.
/// </summary>
public sealed class PlanCost
{
    private const int MostOnStack = 128;

    // In this order a node only refers to nodes before it.
    private readonly ImmutableArray<Node> _nodes;
    private readonly Value _total;

    private PlanCost(ImmutableArray<Node> nodes, Value total) => (_nodes, _total) = (nodes, total);

    /// <summary>Whether variables decide it.</summary>
    public bool IsConstant => _total.Node < 0;

    public static PlanCost Of(ApiSchema schema, Operation operation, IReadOnlyDictionary<string, bool> conditions)
    {
        var compiler = new CostCompiler(schema, conditions);
        var total = compiler.Total(operation);
        return new(compiler.Nodes, total);
    }

    public long Of(Variables variables)
    {
        if (IsConstant)
            return Whole(_total.Constant);
        var values = _nodes.Length <= MostOnStack ? stackalloc double[MostOnStack] : new double[_nodes.Length];
        for (var i = 0; i < _nodes.Length; i++)
            values[i] = _nodes[i].Evaluate(values, variables);
        return Whole(values[_total.Node]);
    }

    private static long Whole(double cost) => cost < long.MaxValue ? (long)cost : long.MaxValue;

    /// <summary>A number, or what a node comes to.</summary>
    internal readonly record struct Value(double Constant, int Node = -1)
    {
        public double In(ReadOnlySpan<double> values) => Node < 0 ? Constant : values[Node];
    }

    /// <summary>How many rows: a number, or what a variable holds (a number, or the length of its list).</summary>
    internal readonly record struct Rows(double Constant, string? Variable = null)
    {
        public double Of(Variables variables)
        {
            if (Variable is null || !variables.TryGet(Variable, out var value))
                return Constant;
            return value switch
            {
                int number => Math.Max(0, number),
                object?[] list => list.Length,
                _ => Constant,
            };
        }
    }

    internal readonly record struct Term(Rows Rows, Value Value);

    /// <summary>Either the sum of its terms and the constant, or the greatest of them.</summary>
    internal sealed record Node(bool IsGreatest, double Constant, ImmutableArray<Term> Terms)
    {
        public double Evaluate(ReadOnlySpan<double> values, Variables variables)
        {
            var result = Constant;
            foreach (var term in Terms)
            {
                var value = term.Rows.Of(variables) * term.Value.In(values);
                result = IsGreatest ? Math.Max(result, value) : result + value;
            }
            return result;
        }
    }
}
