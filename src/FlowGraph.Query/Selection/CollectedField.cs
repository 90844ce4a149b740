using FlowGraph.Query.Api;

namespace FlowGraph.Query.Selection;

/// <summary>One response key with everything that was selected under it.</summary>
internal sealed record CollectedField(SelectedField Field, List<SelectionSet> Children)
{
    /// <summary>The fields that an object of <paramref name="type"/> answers, each once: fragments in place, what @skip and @include leave out left out.</summary>
    public static List<CollectedField> Of(ApiObject type, IEnumerable<SelectionSet> sets, IReadOnlyDictionary<string, bool> conditions)
    {
        var fields = new List<CollectedField>();
        foreach (var set in sets)
            Collect(type, set, conditions, fields);
        return fields;
    }

    private static void Collect(ApiObject type, SelectionSet set, IReadOnlyDictionary<string, bool> conditions, List<CollectedField> fields)
    {
        foreach (var item in set.Items)
        {
            if (!item.Conditions.All(condition => conditions[condition.Variable] == condition.IncludeWhen))
                continue;
            if (item is SelectedFragment fragment)
            {
                if (fragment.TypeCondition is null || fragment.TypeCondition == type.Name || type.Interfaces.Contains(fragment.TypeCondition))
                    Collect(type, fragment.Selection, conditions, fields);
                continue;
            }
            var field = (SelectedField)item;
            var same = fields.Find(other => other.Field.Key == field.Key);
            if (same is null)
                fields.Add(same = new(field, []));
            if (field.Children is not null)
                same.Children.Add(field.Children);
        }
    }
}
