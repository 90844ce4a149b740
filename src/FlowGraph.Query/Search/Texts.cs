namespace FlowGraph.Query.Search;

/// <summary>Texts as one UTF-8 blob with offsets.</summary>
internal readonly struct Texts(byte[] blob, int[] offsets)
{
    public int Count => offsets.Length - 1;

    public ReadOnlySpan<byte> this[int i] => blob.AsSpan(offsets[i]..offsets[i + 1]);
}

/// <summary>Texts while they are collected.</summary>
internal sealed class TextsBuilder
{
    private readonly List<int> _offsets = [0];
    private byte[] _blob = new byte[1024];

    public int Count => _offsets.Count - 1;

    public void Add(ReadOnlySpan<byte> text)
    {
        var start = _offsets[^1];
        if (_blob.Length - start < text.Length)
            Array.Resize(ref _blob, Math.Max(_blob.Length * 2, start + text.Length));
        text.CopyTo(_blob.AsSpan(start));
        _offsets.Add(start + text.Length);
    }

    public Texts Build()
    {
        Array.Resize(ref _blob, _offsets[^1]);
        return new(_blob, [.. _offsets]);
    }
}
