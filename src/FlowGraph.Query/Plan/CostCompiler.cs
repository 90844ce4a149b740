using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Input;
using FlowGraph.Query.Ledgers;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Selection;
using FlowGraph.Query.Surroundings;
using Node = FlowGraph.Query.Plan.PlanCost.Node;
using Rows = FlowGraph.Query.Plan.PlanCost.Rows;
using Term = FlowGraph.Query.Plan.PlanCost.Term;
using Value = FlowGraph.Query.Plan.PlanCost.Value;

namespace FlowGraph.Query.Plan;

/// <summary>A selection → its cost. The same selection on the same type is looked at once, however many types lead to it.</summary>
internal sealed class CostCompiler(ApiSchema schema, IReadOnlyDictionary<string, bool> conditions)
{
    // What a list holds that no argument bounds: an ordinary number of them.
    private const int Citations = 4;
    private const int Claims = 6;
    private const int OtherList = 20;

    // One for each counting group and unit.
    private const int Sums = 4;

    // A few periods with a few counting groups; of the records of one few are counted, the others are parts of these.
    private const int LedgerRows = 8;
    private const int Counted = 4;

    // Groups of a neighborhood.
    private const int LinkTypes = 10;

    private readonly ImmutableArray<Node>.Builder _nodes = ImmutableArray.CreateBuilder<Node>();
    private readonly Dictionary<(string Type, SelectionSet First, int Sets, SelectedField? Around), List<(List<SelectionSet> Sets, Value Value)>> _known = [];

    public ImmutableArray<Node> Nodes => _nodes.ToImmutable();

    public Value Total(Operation operation) => Object(schema.Query, [operation.Selection], null);

    /// <param name="around">The root around the object whose arguments bound the lists within it: of chains and hops, of links, of nodes and facts.</param>
    private Value Of(string typeName, List<SelectionSet> sets, SelectedField? around)
    {
        var key = (typeName, sets[0], sets.Count, around);
        if (!_known.TryGetValue(key, out var known))
            _known[key] = known = [];
        foreach (var (others, value) in known)
        {
            if (sets.SequenceEqual(others, ReferenceEqualityComparer.Instance))
                return value;
        }
        var type = (ApiComposite)schema.Types[typeName];
        // Of the types that can stand here one does: the most expensive one at worst.
        var result = type is ApiObject self ? Object(self, sets, around) : Greatest(schema.ConcreteTypes(type).Select(concrete => Object(concrete, sets, around)));
        known.Add((sets, result));
        return result;
    }

    private Value Object(ApiObject type, List<SelectionSet> sets, SelectedField? around)
    {
        var constant = 0d;
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var (selected, children) in CollectedField.Of(type, sets, conditions))
        {
            if (selected.Name is "__schema" or "__type")
                continue;
            if (children.Count == 0)
            {
                constant++;
                continue;
            }
            var field = type.Field(selected.Name)!;
            var rows = RowsOf(type, field, selected, around);
            var value = Of(field.Type.Name, children, Bounds(field) ? selected : around);
            if (rows.Variable is null && value.Node < 0)
                constant += rows.Constant * value.Constant;
            else
                terms.Add(new(rows, value));
        }
        return Add(false, constant, terms);
    }

    private Value Greatest(IEnumerable<Value> values)
    {
        var distinct = values.Distinct().ToList();
        var constant = distinct.Where(value => value.Node < 0).Select(value => value.Constant).DefaultIfEmpty().Max();
        var terms = ImmutableArray.CreateBuilder<Term>();
        terms.AddRange(distinct.Where(value => value.Node >= 0).Select(value => new Term(new(1), value)));
        return Add(true, constant, terms);
    }

    private Value Add(bool isGreatest, double constant, ImmutableArray<Term>.Builder terms)
    {
        if (terms.Count == 0)
            return new(constant);
        _nodes.Add(new(isGreatest, constant, terms.ToImmutable()));
        return new(0, _nodes.Count - 1);
    }

    private Rows RowsOf(ApiObject type, ApiField field, SelectedField selected, SelectedField? around)
    {
        if (IsConnection(field.Type.Name))
            return selected.Arguments.Any(argument => argument.Name == "first") ? Number(selected, "first", PageRequest.DefaultSize) : Number(selected, "last", PageRequest.DefaultSize);
        // The rows of a connection were counted with the connection.
        if (!field.Type.IsList || IsConnection(type.Name))
            return new(1);
        return field.Name switch
        {
            _ when field.Type.Name == nameof(QuantityAggregate) => new(Sums),
            _ when field.Type.Name == nameof(OilLedgerRow) => new(LedgerRows),
            "counted" when type.Name == nameof(OilLedgerRow) => new(Counted),
            "groupBy" => Number(selected, "first", (int)field.Argument("first")!.Default!),
            "citations" => new(Citations),
            "claims" => new(Claims),
            "hops" => around is null ? new(ChainRequest.GreatestMaxHops) : Number(around, "maxHops", Default("chains", "maxHops")),
            "chains" when around is not null => Number(around, "first", Default("chains", "first")),
            // The same few kilobytes for everybody, whatever the release holds.
            "model" when type == schema.Query => new(1),
            "groups" when type.Name == nameof(Neighborhood) => new(LinkTypes),
            "links" when type.Name == nameof(NeighborGroup) => Number(around!, "perType", Default("neighborhood", "perType")),
            "nodes" or "facts" when type.Name == nameof(Subgraph) => Number(around!, "limit", Default("subgraph", "limit")),
            _ when selected.Arguments.FirstOrDefault(argument => argument.Name == "ids") is { } ids => Length(ids.Value),
            _ => new(OtherList),
        };
    }

    private int Default(string root, string argument) => (int)schema.Query.Field(root)!.Argument(argument)!.Default!;

    private static bool Bounds(ApiField field) => field.Type.Name is nameof(ChainResult) or nameof(Neighborhood) or nameof(Subgraph);

    private static bool IsConnection(string type) => type.EndsWith("Connection", StringComparison.Ordinal);

    private static Rows Number(SelectedField field, string argument, int otherwise) => field.Arguments.FirstOrDefault(given => given.Name == argument)?.Value switch
    {
        InputLiteral.Number number when double.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => new(Math.Max(0, value)),
        InputLiteral.Variable variable => new(otherwise, variable.Name),
        _ => new(otherwise),
    };

    private static Rows Length(InputLiteral ids) => ids switch
    {
        InputLiteral.List list => new(list.Items.Length),
        InputLiteral.Variable variable => new(1, variable.Name),
        _ => new(1),
    };
}
