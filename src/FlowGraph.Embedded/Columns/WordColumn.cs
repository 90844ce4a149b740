using FlowGraph.Embedded.Blocks;

namespace FlowGraph.Embedded.Columns;

/// <summary>Texts of which there are few different ones, each of them one string that all rows share.</summary>
internal sealed class WordColumn
{
    private readonly TextColumn _different;
    private readonly Block<ushort> _which;
    private readonly string[] _words;

    public WordColumn(IReadOnlyList<string> values)
    {
        _words = [.. values.Distinct(StringComparer.Ordinal)];
        _different = new(_words);
        var places = _words.Select((word, place) => (word, place)).ToDictionary(pair => pair.word, pair => checked((ushort)pair.place), StringComparer.Ordinal);
        _which = Block.Of(values, value => places[value]);
    }

    public WordColumn(BlockReader file)
    {
        (_different, _which) = (new(file), file.Next<ushort>());
        _words = [.. Enumerable.Range(0, _different.Count).Select(word => _different.Text(word)!)]; // no word is missing
    }

    public string this[int row] => _words[_which[row]];

    public void Save(BlockWriter file)
    {
        _different.Save(file);
        file.Add(_which);
    }
}
