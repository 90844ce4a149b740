using System.Collections.Immutable;
using System.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Export;

/// <summary>A column of an import file: a property and the type that its values are stored with.</summary>
internal readonly record struct CsvColumn(string Name, string Type);

/// <summary>Every property that records of one type may have. What a record lacks is an empty field, which becomes no property.</summary>
internal static class CsvColumns
{
    private const string Text = "string";
    private const string Texts = "string[]";
    private const string Whole = "long";
    private const string Float = "double";
    private const string Flag = "boolean";
    private const string Day = "date";

    public static ImmutableArray<CsvColumn> Of(NodeType type)
    {
        IEnumerable<CsvColumn> columns =
        [
            .. Stored(type.Properties), new("name", Text), new("caption", Text), new("searchKeys", Texts), new("degree", Whole),
            .. type.Contract != Contract.Record || type.IsFact ? Evidence() : [],
            .. type.Name == Labels.Citation ? [new("factKey", Text), new("factStatus", Text), new("factFrom", Text)] : (CsvColumn[])[],
        ];
        return [.. columns.DistinctBy(column => column.Name)];
    }

    public static ImmutableArray<CsvColumn> Of(EdgeType type)
    {
        IEnumerable<CsvColumn> columns =
        [
            .. Stored(type.Properties),
            .. type.Properties.Where(property => property.ReferenceTo is not null).Select(property => new CsvColumn(StoredProperty.ReadableName(property), Text)),
            .. Evidence(),
        ];
        return [.. columns.DistinctBy(column => column.Name)];
    }

    /// <summary>The columns of a node that is made of these values alone.</summary>
    public static ImmutableArray<CsvColumn> Of(ImmutableArray<StoredValue> values) =>
    [
        .. values.Select(value => new CsvColumn(value.Name, value.Value switch
        {
            string => Text,
            int => Whole,
            double => Float,
            bool => Flag,
            DateOnly => Day,
            IEnumerable<string> => Texts,
            _ => throw new UnreachableException($"No property holds a {value.Value.GetType().Name}."),
        })),
    ];

    private static IEnumerable<CsvColumn> Stored(ImmutableArray<PropertyDefinition> properties) =>
        properties.SelectMany(property => StoredProperty.Of(property)).Select(stored => new CsvColumn(stored.Name, TypeOf(stored)));

    private static CsvColumn[] Evidence() => [new("confidenceRank", Whole), new("citationIds", Texts), new("cites", Texts)];

    private static string TypeOf(StoredProperty stored) => stored.Part switch
    {
        _ when stored.IsDate => Day,
        StoredPart.Value => stored.Property switch
        {
            { IsList: true } => Texts,
            { Kind: ValueKind.Int } => Whole,
            { Kind: ValueKind.Float } => Float,
            { Kind: ValueKind.Boolean } => Flag,
            _ => Text,
        },
        StoredPart.Best or StoredPart.Low or StoredPart.High => Float,
        StoredPart.Contested => Flag,
        _ => Text,
    };
}
