using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.Caching.Memory;

namespace FlowGraph.Server.GraphQL;

/// <summary>Answers <c>__schema</c> and <c>__type</c> with the GraphQL engine's own executor, field by field under their response keys. Answers are kept: the schema stays the same.</summary>
internal sealed class Introspection(ISchema schema) : IDisposable
{
    // The whole schema as tools ask for it is about a megabyte.
    private const int KeptBytes = 16 * 1024 * 1024;

    private static readonly GraphQLSerializer Serializer = new();

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    /// <summary>The JSON of each introspection field of the question's root.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> AnswerAsync(IntrospectionQuestion question, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        var key = question.Key(variables);
        if (_answers.TryGetValue(key, out IReadOnlyDictionary<string, byte[]>? known))
            return known!;
        var answer = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = question.Document,
            ValidationRules = [],
            Variables = new Inputs(variables.ToDictionary(pair => pair.Key, pair => pair.Value)),
            CancellationToken = cancellationToken,
        });
        // The document was validated and its variables coerced: there is nothing left that a client could have got wrong.
        if (answer.Errors is [var fault, ..])
            throw new InvalidOperationException("Introspection failed.", fault);
        using var json = JsonDocument.Parse(Serializer.Serialize(answer));
        var fields = json.RootElement.GetProperty("data").EnumerateObject()
            .ToDictionary(field => field.Name, field => JsonSerializer.SerializeToUtf8Bytes(field.Value), StringComparer.Ordinal);
        return _answers.Set(key, fields, new MemoryCacheEntryOptions { Size = key.Length + fields.Values.Sum(field => field.Length) });
    }

    public void Dispose() => _answers.Dispose();
}
