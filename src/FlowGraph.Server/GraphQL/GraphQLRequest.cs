using System.Buffers;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>A request as GraphQL over HTTP has it. The text stays in a pooled buffer: a document that is cached is found without making a string of it.</summary>
public sealed class GraphQLRequest : IDisposable
{
    private static readonly IReadOnlyDictionary<string, InputLiteral> NoVariables = new Dictionary<string, InputLiteral>();

    private char[] _key;
    private readonly int _queryLength;
    private readonly int _keyLength;

    private GraphQLRequest(char[] key, int queryLength, int keyLength, IReadOnlyDictionary<string, InputLiteral> variables)
    {
        _key = key;
        _queryLength = queryLength;
        _keyLength = keyLength;
        Variables = variables;
    }

    /// <summary>What stands for a document that is known beforehand, in place of its text.</summary>
    public string? DocumentId { get; private init; }

    /// <summary>The hash by which an automatic persisted query goes, with its text or without.</summary>
    public string? PersistedHash { get; private init; }

    public bool HasQuery => _queryLength >= 0;

    /// <summary>The document, a zero, the operation's name.</summary>
    public ReadOnlySpan<char> CacheKey => _key.AsSpan(0, _keyLength);

    public string Query => new(_key, 0, Math.Max(0, _queryLength));

    public string? OperationName => _keyLength > NameAt ? new(_key, NameAt, _keyLength - NameAt) : null;

    public IReadOnlyDictionary<string, InputLiteral> Variables { get; }

    private int NameAt => Math.Max(0, _queryLength) + 1;

    /// <exception cref="RequestException">BAD_USER_INPUT: no document, or two.</exception>
    public static GraphQLRequest Of(string? query, string? operationName = null, IReadOnlyDictionary<string, InputLiteral>? variables = null, string? documentId = null, string? persistedHash = null)
    {
        char[]? text = ArrayPool<char>.Shared.Rent((query?.Length ?? 0) + 1);
        query?.CopyTo(text);
        return WithName(ref text, query?.Length ?? -1, operationName, variables ?? NoVariables, documentId, persistedHash);
    }

    /// <exception cref="RequestException">BAD_USER_INPUT: not the JSON of a request; GRAPHQL_PARSE_FAILED: broken UTF-8.</exception>
    public static GraphQLRequest Parse(ReadOnlySpan<byte> body)
    {
        char[]? query = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType == JsonTokenType.StartArray)
                throw Wrong("Found a list of operations, expected one: { \"query\": \"…\" }. This API takes no batches; send requests side by side, or put the root fields into one operation.");
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Wrong("Found JSON that is no object, expected { \"query\": \"…\" }.");
            var queryLength = -1;
            string? operationName = null, documentId = null, persistedHash = null;
            var variables = NoVariables;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("query"u8))
                {
                    reader.Read();
                    // Who names a document otherwise may leave it out or say so.
                    if (reader.TokenType == JsonTokenType.Null)
                        continue;
                    if (reader.TokenType != JsonTokenType.String)
                        throw Wrong("query: found something else than text, expected a GraphQL document.");
                    if (query is not null)
                        ArrayPool<char>.Shared.Return(query);
                    query = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length + 1);
                    queryLength = reader.CopyString(query);
                }
                else if (reader.ValueTextEquals("operationName"u8))
                {
                    reader.Read();
                    operationName = Text(ref reader, "operationName");
                }
                else if (reader.ValueTextEquals("documentId"u8))
                {
                    reader.Read();
                    documentId = Text(ref reader, "documentId");
                }
                else if (reader.ValueTextEquals("variables"u8))
                {
                    reader.Read();
                    variables = reader.TokenType switch
                    {
                        JsonTokenType.StartObject => InputLiteralReader.Fields(ref reader),
                        JsonTokenType.Null => NoVariables,
                        _ => throw Wrong("variables: found something else than an object."),
                    };
                }
                else if (reader.ValueTextEquals("extensions"u8))
                {
                    reader.Read();
                    persistedHash = PersistedQueryReader.Hash(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
            while (reader.Read())
            {
                // Anything after the object is a fault, which the reader raises.
            }
            query ??= ArrayPool<char>.Shared.Rent(1);
            return WithName(ref query!, queryLength, operationName, variables, documentId, persistedHash);
        }
        catch (JsonException fault)
        {
            throw Wrong(FormattableString.Invariant($"The body is not valid JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})."));
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(ErrorCodes.GraphQLParseFailed, "The body holds text that is not valid UTF-8 or half a surrogate pair.");
        }
        finally
        {
            if (query is not null)
                ArrayPool<char>.Shared.Return(query);
        }
    }

    private static string? Text(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw Wrong($"{name}: found something else than text."),
    };

    /// <param name="text">From the pool; the request gives it back.</param>
    /// <param name="length">Less than 0 for no text.</param>
    private static GraphQLRequest WithName(
        ref char[]? text, int length, string? operationName, IReadOnlyDictionary<string, InputLiteral> variables, string? documentId, string? persistedHash)
    {
        if (length < 0 && documentId is null && persistedHash is null)
            throw Wrong("Found no \"query\" in the request, expected { \"query\": \"…\" }, or \"documentId\" for a document that is known here.");
        if (documentId is not null && (length >= 0 || persistedHash is not null))
            throw Wrong("Found documentId and another way to name a document, expected one of documentId, query and extensions.persistedQuery.");
        var nameAt = Math.Max(0, length) + 1;
        var keyLength = nameAt + (operationName?.Length ?? 0);
        var key = text!;
        if (key.Length < keyLength)
        {
            key = ArrayPool<char>.Shared.Rent(keyLength);
            text.AsSpan(0, nameAt - 1).CopyTo(key);
            ArrayPool<char>.Shared.Return(text!);
        }
        text = null;
        key[nameAt - 1] = '\0';
        operationName?.CopyTo(key.AsSpan(nameAt));
        return new(key, length, keyLength, variables) { DocumentId = documentId, PersistedHash = persistedHash };
    }

    private static RequestException Wrong(string message) => new(ErrorCodes.BadUserInput, message);

    public void Dispose()
    {
        var key = _key;
        _key = [];
        if (key.Length > 0)
            ArrayPool<char>.Shared.Return(key);
    }
}
