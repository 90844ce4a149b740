using System.Buffers;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>Reads <c>extensions</c>, of which only <c>persistedQuery</c> means something here.</summary>
internal static class PersistedQueryReader
{
    private const string Path = "extensions.persistedQuery";

    // SHA-256 in hexadecimal.
    private const int HashLength = 64;

    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash, from the object or null at which the reader stands; null where there is none.</summary>
    /// <exception cref="RequestException">BAD_USER_INPUT</exception>
    public static string? Hash(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong("extensions: found something else than an object.");
        string? hash = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPersistedQuery = reader.ValueTextEquals("persistedQuery"u8);
            reader.Read();
            if (isPersistedQuery && reader.TokenType != JsonTokenType.Null)
                hash = Fields(ref reader);
            else
                reader.Skip();
        }
        return hash;
    }

    public static bool IsHash(string text) => text.Length == HashLength && text.AsSpan().IndexOfAnyExcept(_hexDigits) < 0;

    private static string Fields(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong($"{Path}: found something else than an object, expected {{ \"version\": 1, \"sha256Hash\": \"…\" }}.");
        var isFirstVersion = false;
        string? hash = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isHash = reader.ValueTextEquals("sha256Hash"u8);
            var isVersion = reader.ValueTextEquals("version"u8);
            reader.Read();
            if (isHash && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == HashLength)
                hash = reader.GetString();
            else if (isVersion && reader.TokenType == JsonTokenType.Number)
                isFirstVersion = reader.TryGetInt32(out var version) && version == 1;
            else
                reader.Skip();
        }
        if (!isFirstVersion)
            throw Wrong($"{Path}.version: found another one or none, expected 1.");
        return hash is not null && IsHash(hash) ? hash : throw Wrong($"{Path}.sha256Hash: found something else than 64 hexadecimal digits in small letters.");
    }

    private static RequestException Wrong(string message) => new(ErrorCodes.BadUserInput, message);
}
