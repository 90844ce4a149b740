using System.Collections;

namespace FlowGraph.Query.Search;

/// <summary>The names and keys of one release, frozen.</summary>
internal sealed class NameTables
{
    // Records are numbered by name, then id: the order of hits of one score. Names are numbered record by record.
    public required int[] TypeOf { get; init; }

    public required Texts Ids { get; init; }

    /// <summary>Record → the first of its names; one more at the end.</summary>
    public required int[] FirstName { get; init; }

    /// <summary>Record → what it is called, among its names.</summary>
    public required int[] Title { get; init; }

    public required int[] RecordOf { get; init; }

    public required Texts Values { get; init; }

    public required byte[] FieldOf { get; init; }

    /// <summary>The API's name of a field, and what a hit on it costs.</summary>
    public required (string Name, int Reduction)[] Fields { get; init; }

    // All folded names, each between two zero bytes, which no folded text has.
    public required byte[] Folded { get; init; }

    public required int[] FoldedStart { get; init; }

    public required BitArray WordStarts { get; init; }

    public required BitArray Romanised { get; init; }

    public required bool AnyRomanised { get; init; }

    public required LetterKeys Letters { get; init; }

    public required KeyTable Keys { get; init; }

    public required Texts KeyTexts { get; init; }

    public required int[] RecordOfKey { get; init; }

    public required byte[] FieldOfKey { get; init; }
}
