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

    /// <summary>The document, a zero, the operation's name.</summary>
    public ReadOnlySpan<char> CacheKey => _key.AsSpan(0, _keyLength);

    public string Query => new(_key, 0, _queryLength);

    public string? OperationName => _keyLength > _queryLength + 1 ? new(_key, _queryLength + 1, _keyLength - _queryLength - 1) : null;

    public IReadOnlyDictionary<string, InputLiteral> Variables { get; }

    public static GraphQLRequest Of(string query, string? operationName = null, IReadOnlyDictionary<string, InputLiteral>? variables = null)
    {
        var length = query.Length + 1 + (operationName?.Length ?? 0);
        var key = ArrayPool<char>.Shared.Rent(length);
        query.CopyTo(key);
        key[query.Length] = '\0';
        operationName?.CopyTo(0, key, query.Length + 1, operationName.Length);
        return new(key, query.Length, length, variables ?? NoVariables);
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
            string? operationName = null;
            var variables = NoVariables;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("query"u8))
                {
                    reader.Read();
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
                    operationName = reader.TokenType switch
                    {
                        JsonTokenType.String => reader.GetString(),
                        JsonTokenType.Null => null,
                        _ => throw Wrong("operationName: found something else than text."),
                    };
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
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                        throw Wrong("extensions: found something else than an object.");
                    reader.Skip();
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
            if (queryLength < 0)
                throw Wrong("Found no \"query\" in the request, expected { \"query\": \"…\" }.");
            return WithName(ref query!, queryLength, operationName, variables);
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

    private static GraphQLRequest WithName(ref char[] query, int queryLength, string? operationName, IReadOnlyDictionary<string, InputLiteral> variables)
    {
        var keyLength = queryLength + 1 + (operationName?.Length ?? 0);
        var key = query;
        if (key.Length < keyLength)
        {
            key = ArrayPool<char>.Shared.Rent(keyLength);
            query.AsSpan(0, queryLength).CopyTo(key);
            ArrayPool<char>.Shared.Return(query);
        }
        query = null!;
        key[queryLength] = '\0';
        operationName?.CopyTo(key.AsSpan(queryLength + 1));
        return new(key, queryLength, keyLength, variables);
    }

    private static RequestException Wrong(string message) => new(ErrorCodes.BadUserInput, message);

    /// <summary>The variables as the GraphQL engine takes them; introspection only has texts and Booleans.</summary>
    public IReadOnlyDictionary<string, object?> PlainVariables() => Variables.ToDictionary(pair => pair.Key, pair => pair.Value switch
    {
        InputLiteral.Text text => text.Value,
        InputLiteral.Boolean boolean => boolean.Value,
        _ => (object?)null,
    });

    public void Dispose()
    {
        var key = _key;
        _key = [];
        if (key.Length > 0)
            ArrayPool<char>.Shared.Return(key);
    }
}
