using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Exports;

/// <summary>Properties as columns of a table: a date with its ends, a quantity with its parts.</summary>
internal static class RecordColumns
{
    private static readonly string[] _dateParts = ["", "Earliest", "Latest"];
    private static readonly string[] _quantityParts = ["", "Low", "High", "Best", "Unit", "Bound", "Text", "Contested"];

    public static IEnumerable<string> Heads(ImmutableArray<PropertyDefinition> properties) => properties.SelectMany(property => property.Kind switch
    {
        ValueKind.FuzzyDate => _dateParts.Select(part => property.Name + part),
        ValueKind.Quantity => _quantityParts.Select(part => property.Name + part),
        _ => [property.Name],
    });

    public static void Write(CsvWriter csv, ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        foreach (var property in properties)
            Write(csv, property, values[property.Index]);
    }

    private static void Write(CsvWriter csv, PropertyDefinition property, object? value)
    {
        switch (property.Kind)
        {
            case ValueKind.FuzzyDate:
                var date = value as FuzzyDate;
                csv.WriteField(date?.Edtf);
                csv.WriteField(Day(date?.Earliest));
                csv.WriteField(Day(date?.Latest));
                break;
            case ValueKind.Quantity:
                var quantity = value as Quantity;
                csv.WriteField(quantity?.Display);
                csv.WriteField(quantity?.Low);
                csv.WriteField(quantity?.High);
                csv.WriteField(quantity?.Best);
                csv.WriteField(quantity?.Unit);
                csv.WriteField(quantity?.Bound);
                csv.WriteField(quantity?.Text);
                csv.WriteField(quantity is null ? null : quantity.Contested ? "true" : "false");
                break;
            case ValueKind.Int:
                csv.WriteField(value as int?);
                break;
            case ValueKind.Float:
                csv.WriteField(value as double?);
                break;
            case ValueKind.Boolean:
                csv.WriteField(value is bool flag ? flag ? "true" : "false" : null);
                break;
            case ValueKind.Date:
                csv.WriteField(Day(value as DateOnly?));
                break;
            default:
                csv.WriteField(value is ImmutableArray<string> texts ? string.Join("; ", texts) : value as string);
                break;
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
