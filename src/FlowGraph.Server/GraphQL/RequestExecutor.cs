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
    public async ValueTask<ResponseStatus> ExecuteAsync(GraphQLRequest request, StoreHolder stores, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
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
            return Refuse(writer, ResponseStatus.StoreAbsent, ErrorWriter.Write(new RequestException(ErrorCodes.StoreLoading, "A release is being loaded; try again in a moment.", "/health/ready says more.")));
        }
    }

    /// <summary>Writes the whole response. The status says whether anything was executed.</summary>
    /// <exception cref="ReleaseChangedException">The store holds another release by now.</exception>
    public async ValueTask<ResponseStatus> ExecuteAsync(GraphQLRequest request, IGraphStore store, string publicUrl, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var document = _documents.TryGetValue(request.CacheKey, out object? known) ? (PreparedDocument)known! : await PrepareAsync(request, cancellationToken);
            ArgumentLimits.Check(_documentLimits, document.Places, document.Operation.Variables, request.Variables);
            var variables = _coercion.Variables(document.Operation.Variables, request.Variables);
            var variant = document.Plan(variables);
            var (plan, bound) = (variant.Plan, variant.Bind(variables));
            CheckCost(variant.Cost.Of(variables));
            writer.Raw("{\"data\":"u8);
            if (IsInstant(plan))
                return await AnswerAsync(document, plan, bound, request, store, publicUrl, writer, cancellationToken);
            using var deadline = Deadline(_limits, cancellationToken);
            return await AnswerAsync(document, plan, bound, request, store, publicUrl, writer, deadline.Token);
        }
        catch (RequestException fault)
        {
            return Refuse(writer, ResponseStatus.RequestError, ErrorWriter.Write(fault));
        }
        catch (StoreException fault)
        {
            var status = fault.Code == ErrorCodes.StoreTimeout ? ResponseStatus.TimedOut : ResponseStatus.StoreAbsent;
            return Refuse(writer, status, ErrorWriter.Write(new RequestException(fault.Code, fault.Message, fault.Hint)));
        }
        catch (FieldException fault)
        {
            writer.Reset(0);
            writer.Raw("{\"data\":null,\"errors\":"u8);
            writer.Raw(ErrorWriter.Write(fault.Errors));
            writer.Byte((byte)'}');
            return ResponseStatus.Executed;
        }
        catch (ResponseTooLargeException fault)
        {
            return Refuse(writer, ResponseStatus.RequestError, ErrorWriter.Write(new RequestException(ErrorCodes.LimitResponse,
                FormattableString.Invariant($"The response would have more than {fault.Allowed} bytes, allowed {fault.Allowed}."), "Ask for fewer rows or fields.")
            {
                Limit = (fault.Found, fault.Allowed),
            }));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(writer, ResponseStatus.TimedOut, ErrorWriter.Write(new RequestException(ErrorCodes.StoreTimeout,
                FormattableString.Invariant($"The answer took longer than {_limits.Seconds} seconds."), "Ask for less at once.")));
        }
    }

    /// <summary>Compiles a document as a request would, for <c>explain</c>.</summary>
    public ValueTask<PreparedDocument> PrepareAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var key = request.CacheKey.ToString();
        return PrepareAsync(request.Query, request.OperationName, key, cancellationToken);
    }

    private async ValueTask<PreparedDocument> PrepareAsync(string query, string? operationName, string key, CancellationToken cancellationToken)
    {
        var document = await _compiler.PrepareAsync(query, operationName, cancellationToken);
        if (document.Introspection is not null && _introspection is null)
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, "Introspection is switched off here.", "The schema can be read at /graphql/schema.graphql.");
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

    /// <summary>Look-ups by id end before a deadline could be set up.</summary>
    public static bool IsInstant(QueryPlan plan) => plan.Roots is [{ Kind: RootKind.LookUp or RootKind.Node or RootKind.Fact }];

    /// <summary>Ends what takes longer than it may.</summary>
    public static CancellationTokenSource Deadline(QueryLimits limits, CancellationToken cancellationToken)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(limits.Seconds));
        return deadline;
    }

    private async ValueTask<ResponseStatus> AnswerAsync(PreparedDocument document, QueryPlan plan, object?[] bound, GraphQLRequest request, IGraphStore store, string publicUrl,
        JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        var inputs = await PlanBinder.InputsAsync(plan, bound, store, cancellationToken);
        if (document.Introspection is { } question)
            inputs = await IntrospectionInputsAsync(document, question, plan, inputs, request, cancellationToken);
        var errors = await store.ExecuteAsync(new(plan, bound, inputs, publicUrl), writer, cancellationToken);
        if (errors.Count > 0)
        {
            writer.Raw(",\"errors\":"u8);
            writer.Raw(ErrorWriter.Write(errors));
        }
        writer.Byte((byte)'}');
        return ResponseStatus.Executed;
    }

    private async ValueTask<object?[]> IntrospectionInputsAsync(
        PreparedDocument document, IntrospectionQuestion question, QueryPlan plan, object?[] inputs, GraphQLRequest request, CancellationToken cancellationToken)
    {
        var answers = document.SchemaAnswers ?? await _introspection!.AnswerAsync(question, request.PlainVariables(), cancellationToken);
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

    private static ResponseStatus Refuse(JsonResponseWriter writer, ResponseStatus status, byte[] errors)
    {
        writer.Reset(0);
        writer.Raw("{\"errors\":"u8);
        writer.Raw(errors);
        writer.Byte((byte)'}');
        return status;
    }
}

public enum ResponseStatus
{
    /// <summary>There is data, perhaps with errors of single fields.</summary>
    Executed,

    /// <summary>Refused before execution: no data.</summary>
    RequestError,

    TimedOut,

    /// <summary>The store does not answer now.</summary>
    StoreAbsent,
}
