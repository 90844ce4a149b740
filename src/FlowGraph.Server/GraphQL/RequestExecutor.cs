using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using GraphQL.Types;
using Microsoft.Extensions.Caching.Memory;

namespace FlowGraph.Server.GraphQL;

/// <summary>One GraphQL request → one response body: document cache, variables, plan, store.</summary>
public sealed class RequestExecutor : IDisposable
{
    // A document and its plans weigh some ten times its text; this keeps the cache within some tens of megabytes.
    private const int CachedCharacters = 4 * 1024 * 1024;

    private readonly InputCoercion _coercion;
    private readonly DocumentCompiler _compiler;
    private readonly Introspection? _introspection;
    private readonly QueryLimits _limits;
    private readonly DocumentLimits _documentLimits;
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = CachedCharacters });

    /// <param name="introspection">Whether __schema and __type are answered.</param>
    public RequestExecutor(ApiSchema api, ISchema engineSchema, QueryLimits limits, DocumentLimits documentLimits, bool introspection = true)
    {
        _coercion = new(api);
        _compiler = new(api, engineSchema, limits, documentLimits);
        _introspection = introspection ? new(engineSchema) : null;
        _limits = limits;
        _documentLimits = documentLimits;
    }

    public void Dispose()
    {
        _documents.Dispose();
        _introspection?.Dispose();
    }

    /// <summary>Writes the whole response. Where the release changes meanwhile, it is written once more from the new one.</summary>
    public async ValueTask<ResponseOutcome> ExecuteAsync(GraphQLRequest request, StoreHolder stores, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(request, stores.Current, publicUrl, writer, cancellationToken);
        }
        catch (ReleaseChangedException)
        {
            await stores.Renew(cancellationToken);
        }
        try
        {
            writer.Reset(0);
            return await ExecuteAsync(request, stores.Current, publicUrl, writer, cancellationToken);
        }
        catch (ReleaseChangedException)
        {
            return Refuse(writer, ResponseStatus.StoreAbsent, ReleaseIsChanging);
        }
    }

    /// <summary>Writes the whole response.</summary>
    /// <exception cref="ReleaseChangedException">The store holds another release by now.</exception>
    public async ValueTask<ResponseOutcome> ExecuteAsync(GraphQLRequest request, IGraphStore store, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var document = TryKnown(request) ?? await PrepareAsync(request, cancellationToken);
            return await ExecuteAsync(Prepare(document, request.Variables), store, publicUrl, writer, cancellationToken);
        }
        catch (RequestException fault)
        {
            return Refuse(writer, ResponseStatus.RequestError, fault);
        }
    }

    /// <summary>What a client is told where a release changed twice within one request.</summary>
    public static RequestException ReleaseIsChanging => new(ErrorCodes.StoreLoading, "A release is being loaded; try again in a moment.", "/health/ready says more.");

    /// <summary>A document that was prepared before; null for none.</summary>
    public PreparedDocument? TryKnown(GraphQLRequest request) => TryKnown(request.CacheKey);

    /// <param name="key">The text, a zero, the operation's name.</param>
    public PreparedDocument? TryKnown(ReadOnlySpan<char> key) => _documents.TryGetValue(key, out object? known) ? (PreparedDocument)known! : null;

    /// <summary>Puts the values of a request to its document.</summary>
    /// <exception cref="RequestException">A variable is wrong.</exception>
    public PreparedRequest Prepare(PreparedDocument document, IReadOnlyDictionary<string, InputLiteral> given)
    {
        ArgumentLimits.Check(_documentLimits, document.Places, document.Operation.Variables, given);
        var variables = _coercion.Variables(document.Operation.Variables, given);
        var variant = document.Plan(variables);
        return new(document, variables, variant, variant.Cost.Of(variables));
    }

    /// <summary>Whether its cost is within the limit.</summary>
    public bool Allows(in PreparedRequest request) => request.Cost <= _documentLimits.Cost;

    /// <summary>Writes the whole response.</summary>
    /// <exception cref="ReleaseChangedException">The store holds another release by now.</exception>
    public async ValueTask<ResponseOutcome> ExecuteAsync(PreparedRequest request, IGraphStore store, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var bound = request.Variant.Bind(request.Variables);
            CheckCost(request.Cost);
            writer.Raw("{\"data\":"u8);
            if (request.IsInstant)
                return await AnswerAsync(request, bound, store, publicUrl, writer, cancellationToken);
            using var deadline = Deadline(_limits, cancellationToken);
            return await AnswerAsync(request, bound, store, publicUrl, writer, deadline.Token);
        }
        catch (RequestException fault)
        {
            return Refuse(writer, ResponseStatus.RequestError, fault);
        }
        catch (StoreException fault)
        {
            var status = fault.Code == ErrorCodes.StoreTimeout ? ResponseStatus.TimedOut : ResponseStatus.StoreAbsent;
            return Refuse(writer, status, new(fault.Code, fault.Message, fault.Hint));
        }
        catch (FieldException fault)
        {
            writer.Reset(0);
            writer.Raw("{\"data\":null,\"errors\":"u8);
            writer.Raw(ErrorWriter.Write(fault.Errors));
            writer.Byte((byte)'}');
            return new(ResponseStatus.Partial, fault.Errors[0].Diagnostic.Code);
        }
        catch (ResponseTooLargeException fault)
        {
            return Refuse(writer, ResponseStatus.RequestError, new(ErrorCodes.LimitResponse,
                FormattableString.Invariant($"The response would have more than {fault.Allowed} bytes, allowed {fault.Allowed}."), "Ask for fewer rows or fields.")
            {
                Limit = (fault.Found, fault.Allowed),
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(writer, ResponseStatus.TimedOut, new(ErrorCodes.StoreTimeout,
                FormattableString.Invariant($"The answer took longer than {_limits.Seconds} seconds."), "Ask for less at once."));
        }
    }

    /// <inheritdoc cref="PrepareAsync(string, string, CancellationToken)"/>
    public ValueTask<PreparedDocument> PrepareAsync(GraphQLRequest request, CancellationToken cancellationToken) => PrepareAsync(request.Query, request.OperationName, cancellationToken);

    /// <summary>Parses, validates and compiles a document, and keeps it.</summary>
    /// <exception cref="RequestException">What is wrong with it.</exception>
    public async ValueTask<PreparedDocument> PrepareAsync(string query, string? operationName, CancellationToken cancellationToken)
    {
        var document = await _compiler.PrepareAsync(query, operationName, cancellationToken);
        if (document.Introspection is not null && _introspection is null)
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, "Introspection is switched off here.", "The schema can be read at /graphql/schema.graphql.");
        var key = $"{query}\0{operationName}";
        _documents.Set(key, document, new MemoryCacheEntryOptions { Size = key.Length });
        return document;
    }

    private void CheckCost(long cost)
    {
        if (cost <= _documentLimits.Cost)
            return;
        throw new RequestException(ErrorCodes.LimitCost,
            FormattableString.Invariant($"Found a cost of {cost}, allowed {_documentLimits.Cost}: rows that the lists may have times the plain values of a row, rows multiplying down the tree."),
            "Ask for smaller pages with first, for fewer lists within lists, or for fewer fields.")
        {
            Limit = (cost, _documentLimits.Cost),
        };
    }

    /// <summary>Ends what takes longer than it may.</summary>
    public static CancellationTokenSource Deadline(QueryLimits limits, CancellationToken cancellationToken)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(limits.Seconds));
        return deadline;
    }

    private async ValueTask<ResponseOutcome> AnswerAsync(PreparedRequest request, object?[] bound, IGraphStore store, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        var plan = request.Variant.Plan;
        var inputs = await PlanBinder.InputsAsync(plan, bound, store, cancellationToken);
        if (request.Document.Introspection is { } question)
            inputs = await IntrospectionInputsAsync(request, question, inputs, cancellationToken);
        var errors = await store.ExecuteAsync(new(plan, bound, inputs, publicUrl), writer, cancellationToken);
        if (errors.Count > 0)
        {
            writer.Raw(",\"errors\":"u8);
            writer.Raw(ErrorWriter.Write(errors));
        }
        writer.Byte((byte)'}');
        return errors.Count == 0 ? new(ResponseStatus.Executed) : new(ResponseStatus.Partial, errors[0].Diagnostic.Code);
    }

    private async ValueTask<object?[]> IntrospectionInputsAsync(PreparedRequest request, IntrospectionQuestion question, object?[] inputs, CancellationToken cancellationToken)
    {
        var (document, plan) = (request.Document, request.Variant.Plan);
        var answers = document.SchemaAnswers ?? await _introspection!.AnswerAsync(question, Plain(request), cancellationToken);
        if (document.Operation.Variables.IsEmpty)
            document.SchemaAnswers = answers;
        var extended = inputs.Length == 0 ? new object?[plan.Roots.Length] : inputs;
        for (var i = 0; i < extended.Length; i++)
        {
            if (plan.Roots[i].Kind == RootKind.Introspection)
                extended[i] = answers[plan.Roots[i].Key];
        }
        return extended;
    }

    /// <summary>The variables as the GraphQL engine takes them; introspection only has texts and Booleans. They are the coerced ones: the same by which answers are told apart.</summary>
    private static Dictionary<string, object?> Plain(PreparedRequest request)
    {
        var plain = new Dictionary<string, object?>();
        foreach (var definition in request.Document.Operation.Variables)
        {
            if (request.Variables.TryGet(definition.Name, out var value))
                plain[definition.Name] = value is string or bool ? value : null;
        }
        return plain;
    }

    private static ResponseOutcome Refuse(JsonResponseWriter writer, ResponseStatus status, RequestException fault)
    {
        writer.Reset(0);
        writer.Raw("{\"errors\":"u8);
        writer.Raw(ErrorWriter.Write(fault));
        writer.Byte((byte)'}');
        return new(status, fault.Diagnostics[0].Code);
    }
}
