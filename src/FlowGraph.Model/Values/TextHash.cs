using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace FlowGraph.Model.Values;

/// <summary>128 bits that stand for a text, or for a few in their order: two of a release's millions of ids do not share them.</summary>
public static class TextHash
{
    public static UInt128 Of(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <param name="texts">Of ids and names, which never hold a line feed.</param>
    public static UInt128 Of(params ReadOnlySpan<string> texts) => Of(string.Join('\n', texts));
}
