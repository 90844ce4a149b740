using Microsoft.Extensions.Primitives;

namespace FlowGraph.Server.Http;

/// <summary>Compares If-None-Match with a tag, without taking memory for what the header may be filled with.</summary>
internal static class EntityTags
{
    private const string Weak = "W/";

    /// <param name="header">One or several lists of tags.</param>
    /// <param name="tag">In quotes.</param>
    /// <returns>The tag as the client has it, weak or strong; null when it is not among them.</returns>
    public static string? Find(StringValues header, string tag)
    {
        foreach (var list in header)
        {
            if (list == tag)
                return tag;
            if (list is not null && Find(list, tag) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The client has anything at all.</summary>
    public static bool IsAny(StringValues header) => header.Count == 1 && header[0].AsSpan().Trim() is "*";

    private static string? Find(ReadOnlySpan<char> list, string tag)
    {
        while (true)
        {
            list = list.TrimStart(" \t,");
            var isWeak = list.StartsWith(Weak);
            var rest = isWeak ? list[Weak.Length..] : list;
            // What is no tag ends the list: there is no saying where the next one would begin.
            if (rest.IsEmpty || rest[0] != '"' || rest[1..].IndexOf('"') is var end && end < 0)
                return null;
            if (rest[..(end + 2)].SequenceEqual(tag))
                return isWeak ? Weak + tag : tag;
            list = rest[(end + 2)..];
        }
    }
}
