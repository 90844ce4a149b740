using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Comparing;
using FlowGraph.Query.Input;
using FlowGraph.Query.Selection;
using FlowGraph.Query.Surroundings;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    private int NeighborhoodSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments => new NeighborhoodRequest(
        (string)arguments["id"]!,
        Size(arguments, "perType", ErrorCodes.LimitPage, _limits.Page),
        Steps(arguments),
        arguments["direction"] is string direction ? EnumSpelling.Parse<Direction>(direction) : null,
        arguments["minConfidence"] is string confidence ? EnumSpelling.Parse<Confidence>(confidence) : null));

    private int SubgraphSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments => new SubgraphRequest(
        [.. Ids(arguments).Cast<string>()],
        Size(arguments, "hops", ErrorCodes.LimitSubgraph, _limits.SubgraphHops),
        Steps(arguments),
        Size(arguments, "limit", ErrorCodes.LimitSubgraph, _limits.Subgraph)));

    private int ComparisonSlot(ApiField field, SelectedField selected) =>
        Slot(field, selected, arguments => new ComparisonRequest((string)arguments["a"]!, (string)arguments["b"]!));

    private static StepTypes Steps(Arguments arguments) => new((arguments["types"] as object?[] ?? []).Cast<string>());

    private static int Size(Arguments arguments, string name, string code, int most)
    {
        var found = (int)arguments[name]!;
        if (found < 0)
            throw new RequestException(ErrorCodes.BadUserInput, FormattableString.Invariant($"{arguments.Path(name)}: found {found}, expected 0 to {most}."));
        Within(code, arguments.Path(name), found, most);
        return found;
    }

    /// <summary>What to write of an edge that is seen from one of its ends.</summary>
    /// <param name="other">The end that it leads to from there.</param>
    private RecordPlan Link(string typeName, List<SelectionSet> children, ComputedValue other)
    {
        var type = (ApiObject)_schema.Types[typeName];
        FieldPlan Seen(CollectedField collected) => type.Field(collected.Field.Name) is { Meaning: FieldMeaning.Part { Value: var part } } field
            ? part switch
            {
                ConnectionPart.FactId => new PropertyField(field, collected.Field.Key, _schema.Model.EdgeContract[0], null),
                ConnectionPart.Fact => new ComputedField(field, collected.Field.Key, ComputedValue.EdgeItself, Record(field.Type.Name, collected.Children)),
                ConnectionPart.Node => new ComputedField(field, collected.Field.Key, other, Record(field.Type.Name, collected.Children)),
                _ => throw new System.Diagnostics.UnreachableException(field.Name),
            }
            : Field(type, collected);
        ImmutableArray<FieldPlan> fields = [.. CollectedField.Of(type, children, _conditions).Select(Seen)];
        return new([.. Enumerable.Repeat(default(ImmutableArray<FieldPlan>), _schema.Model.NodeTypes.Length), fields], null);
    }
}
