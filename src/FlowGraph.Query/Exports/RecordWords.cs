using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>Names and values of properties for readers.</summary>
internal static class RecordWords
{
    public const string Claim = "Claim";

    public const string Source = "Source";

    /// <summary>countingGroup → counting group</summary>
    public static string Label(PropertyDefinition property)
    {
        switch (property.Kind)
        {
            case ValueKind.Imo:
                return "IMO";
            case ValueKind.UnLocode:
                return "UN/LOCODE";
            case ValueKind.Url when property.FieldName == "url":
                return "URL";
        }
        var words = new StringBuilder();
        foreach (var letter in property.FieldName)
        {
            if (char.IsAsciiLetterUpper(letter))
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    /// <summary>Null where there is no value.</summary>
    public static string? Value(PropertyDefinition property, object? value, IReadOnlyDictionary<string, WalkNode> nodes) => value switch
    {
        null => null,
        ImmutableArray<string> { IsEmpty: true } => null,
        ImmutableArray<string> texts => string.Join(", ", texts),
        bool flag => flag ? "yes" : "no",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => Number(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FuzzyDate date => DateWords.Of(date),
        Quantity quantity => $"{quantity.Display}{(quantity.Contested ? " (contested)" : "")}",
        string id when property.ReferenceTo is not null && nodes.TryGetValue(id, out var node) => $"{node.Name} ({id})",
        string text => text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
