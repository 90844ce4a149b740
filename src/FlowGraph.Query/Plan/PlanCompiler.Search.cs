using System.Text;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Search;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    private int SearchSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments =>
    {
        var text = (string)arguments["text"]!;
        Within(ErrorCodes.LimitText, arguments.Path("text"), text.EnumerateRunes().Count(), _limits.Text);
        if (text.EnumerateRunes().All(IsInvisible))
            throw new RequestException(ErrorCodes.BadUserInput, $"{arguments.Path("text")}: found no visible character, expected a name, a part of one, or a key.");
        var mode = (string)arguments["mode"]!;
        var types = arguments["types"] as object?[] ?? [];
        var model = _schema.Model;
        var size = Size(arguments, "first");
        // A score is one of this text and mode.
        var binding = $"search:{mode}:{text}";
        var after = arguments["after"] is string cursor ? Cursor.Decode(cursor, binding, 2, arguments.Path("after")) : null;
        return new SearchRequest(text, [.. types.Cast<string>().Select(name => model.NodeTypes.First(type => type.EnumName == name))], EnumSpelling.Parse<SearchMode>(mode), size, after, binding);
    });

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format;
}
