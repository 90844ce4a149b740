using System.Security.Cryptography;
using System.Text;

namespace FlowGraph.Server.GraphQL;

/// <summary>The hash of a document that stays the same whatever blanks, commas and comments stand between its words.</summary>
internal static class CanonicalText
{
    /// <param name="text">A document that parses: what a token is, is clear then.</param>
    public static byte[] Hash(string text)
    {
        var words = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var token = rest[..TokenCount.Length(rest)];
            rest = rest[token.Length..];
            if (!TokenCount.IsBlank(token[0]) && token[0] != '#')
                words.Append(token).Append('\n');
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString()));
    }
}
