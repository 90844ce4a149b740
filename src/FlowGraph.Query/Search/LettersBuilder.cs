using System.Collections;
using System.Text;

namespace FlowGraph.Query.Search;

/// <summary>Folds the names of an index, one after the other.</summary>
internal sealed class LettersBuilder
{
    private readonly TextFolder _folder = new();
    private readonly List<int> _starts = [];
    private readonly List<bool> _romanised = [];
    private readonly List<int> _keyOfName = [];
    private readonly List<(byte[] Key, int Letters)> _keys = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _placesBySpan;
    private byte[] _folded = new byte[1024];
    private bool[] _wordStarts = new bool[1024];
    private char[] _letters = new char[64];

    // The byte before a name is zero, and so is the one behind the last.
    private int _end = 1;

    public LettersBuilder() => _placesBySpan = _places.GetAlternateLookup<ReadOnlySpan<char>>();

    public byte[] Folded => _folded[.._end];

    public int[] FoldedStart => [.. _starts, _end];

    public BitArray WordStarts => new(_wordStarts[.._end]);

    public BitArray Romanised => new([.. _romanised]);

    public bool AnyRomanised => _romanised.Contains(true);

    public LetterKeys Keys() => new([.. _keyOfName], _keys);

    public void Add(string name)
    {
        _folder.Fold(name);
        var folded = _folder.Folded;
        if (_folded.Length - _end <= folded.Length)
        {
            Array.Resize(ref _folded, Math.Max(_folded.Length * 2, _end + folded.Length + 1));
            Array.Resize(ref _wordStarts, _folded.Length);
        }
        _starts.Add(_end);
        folded.CopyTo(_folded.AsSpan(_end));
        _folder.WordStarts.CopyTo(_wordStarts.AsSpan(_end));
        _end += folded.Length + 1;
        _romanised.Add(_folder.IsRomanised);
        _keyOfName.Add(KeyOf(_folder.Key));
    }

    private int KeyOf(ReadOnlySpan<int> letters)
    {
        if (letters.IsEmpty)
            return -1;
        if (_letters.Length < letters.Length * 2)
            _letters = new char[letters.Length * 2];
        var length = 0;
        foreach (var letter in letters)
            length += new Rune(letter).EncodeToUtf16(_letters.AsSpan(length));
        var text = _letters.AsSpan(0, length);
        if (!_placesBySpan.TryGetValue(text, out var place))
        {
            place = _keys.Count;
            _placesBySpan[text] = place;
            _keys.Add((Encoding.UTF8.GetBytes(text.ToString()), letters.Length));
        }
        return place;
    }
}
