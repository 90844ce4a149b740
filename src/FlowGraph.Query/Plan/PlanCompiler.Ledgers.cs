using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Ledgers;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Sanctions;
using FlowGraph.Query.Selection;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    private int LedgerSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments => new LedgerRequest(
        (string?)arguments["exporter"], (string?)arguments["importer"], Range((InputObject?)arguments["during"], arguments.Path("during")),
        EnumSpelling.Parse<LedgerPeriod>((string)arguments["groupBy"]!)));

    private int SanctionSlot(ApiField field, SelectedField selected, RelationshipEnd issuedBy)
    {
        var root = _root;
        return Slot(field, selected, arguments => new SanctionRequest((DateOnly)arguments["date"]!, (string?)arguments["by"], issuedBy.Target, root));
    }

    private int TimelineSlot(ApiField field, SelectedField selected)
    {
        var events = _schema.Model.GroupsByName["Event"];
        var order = TimelineRequest.Order(events);
        var binding = $"{field.Name}:{string.Join(',', order)}";
        return Slot(field, selected, arguments =>
        {
            ImmutableArray<string> Texts(string name) => [.. (arguments[name] as object?[] ?? []).Cast<string>()];
            var (scope, types) = (Texts("scope"), Texts("types"));
            Within(ErrorCodes.LimitIds, arguments.Path("scope"), scope.Length, _limits.Ids);
            if (types.FirstOrDefault(name => events.Types.All(type => type.EnumName != name)) is { } wrong)
            {
                throw new RequestException(ErrorCodes.BadUserInput,
                    $"{arguments.Path("types")}: found {wrong}, which is no event, expected {string.Join(", ", events.Types.Select(type => type.EnumName))}.");
            }
            var size = Size(arguments, "first");
            var after = arguments["after"] is string text ? Cursor.Decode(text, binding, order.Sum(term => term.Parts), arguments.Path("after")) : null;
            return TimelineRequest.Of(events, scope, types, Range((InputObject?)arguments["during"], arguments.Path("during")), new(null, order, size, false, after, null, binding));
        });
    }
}
