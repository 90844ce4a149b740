using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    private int FactsSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments => FactPage(arguments, field));

    private int IncidentSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments =>
    {
        var names = (arguments["types"] as object?[] ?? []).Cast<string>().ToHashSet();
        var types = _schema.Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural && (names.Count == 0 || names.Contains(type.Name)));
        Direction? direction = arguments["direction"] is string given ? EnumSpelling.Parse<Direction>(given) : null;
        return new IncidentRequest([.. types], direction, FactPage(arguments, field));
    });

    private int SupportSlot(ApiField field, SelectedField selected, bool isSole) => Slot(field, selected, arguments => isSole
        ? new SupportRequest(false, "SUPPORTS", true, FactPage(arguments, field))
        : new SupportRequest((string)arguments["through"]! == "RELAYS", (string?)arguments["stance"], false, FactPage(arguments, field)));

    private PageRequest FactPage(Arguments arguments, ApiField field)
    {
        var where = arguments["where"] is InputObject given ? FilterCompiler.CompileFacts(_schema.Model, given, arguments.Path("where")) : null;
        return Page(arguments, field, where, Order(arguments, FactTerm));
    }

    private OrderTerm FactTerm(InputObject key, string path)
    {
        if (key.Fields is not [{ Value: string direction } only])
            throw NotOneKey(key, path, "[{ type: ASC }, { id: DESC }]");
        var descending = direction == "DESC";
        return _schema.Model.EdgeContract.FirstOrDefault(property => property.FieldName == only.Key) is { } property
            ? new OrderTerm.Property([], property, descending)
            : new OrderTerm.Type(descending);
    }
}
