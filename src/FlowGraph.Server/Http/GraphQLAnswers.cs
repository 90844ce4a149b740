using System.Diagnostics;
using FlowGraph.Embedded;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server.Caching;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Persisted;
using Microsoft.Extensions.Caching.Hybrid;

namespace FlowGraph.Server.Http;

/// <summary>A request → its answer: from the client's own copy, from the cache, or from the store.</summary>
/// <remarks>The store is taken once for a request. Its release is part of the answer's tag, so an answer is kept, and found again, under the release that it is made of.</remarks>
internal sealed class GraphQLAnswers(Application application, StoreHolder stores, FlowGraphOptions options, RequestQueue queue, RequestedDocuments documents, HybridCache? cache)
{
    /// <summary>
    /// A look-up by id of so few values takes less time in memory than a look into the cache.
    /// Such answers are not kept: each request is executed, though their tags are the same as anywhere.
    /// </summary>
    public const int CheapCost = 32;

    private readonly AnswerTags _tags = new(application, options);
    private readonly RequestExecutor _executor = application.Executor;
    private readonly string _publicUrl = options.PublicUrl ?? "";

    private int ResponseLimit => options.Limits.Response;

    public async Task AnswerAsync(HttpContext context, GraphQLRequest request, string mediaType)
    {
        var facts = FactsOf(context);
        try
        {
            var document = documents.TryKnown(request) ?? await documents.FindAsync(request, context.RequestAborted);
            facts.Document = document;
            var prepared = _executor.Prepare(document, request.Variables);
            facts.Cost = prepared.Cost;
            facts.PreparedAt = Stopwatch.GetTimestamp();
            try
            {
                await AnswerAsync(context, prepared, stores.Current, mediaType, facts);
                return;
            }
            catch (ReleaseChangedException)
            {
                await stores.Renew(context.RequestAborted);
            }
            await AnswerAsync(context, prepared, stores.Current, mediaType, facts);
        }
        catch (RequestException fault)
        {
            await RefuseAsync(context, mediaType, facts, GraphQLResponses.OfRequestError(mediaType), fault);
        }
        catch (UncachedAnswerException answer)
        {
            facts.Code = answer.Outcome.Code;
            await GraphQLResponses.FaultyAsync(context, mediaType, answer.Outcome.Status, answer.Body);
        }
        catch (QueueFullException)
        {
            await RefuseAsync(context, mediaType, facts, StoreRefusal.OfQueue(stores.Current, options.Limits.Concurrency));
        }
        catch (StoreException fault)
        {
            await RefuseAsync(context, mediaType, facts, StoreRefusal.Of(fault));
        }
        catch (ReleaseChangedException)
        {
            await RefuseAsync(context, mediaType, facts, new(StatusCodes.Status503ServiceUnavailable, RequestExecutor.ReleaseIsChanging));
        }
    }

    private Task AnswerAsync(HttpContext context, PreparedRequest request, IGraphStore store, string mediaType, RequestFacts facts)
    {
        var tag = _tags.Of(request.Document, request.Variables, store.Release, mediaType);
        var kept = context.Request.Headers.IfNoneMatch;
        if (kept.Count > 0 && EntityTags.Find(kept, tag) is { } known)
        {
            NotModified(context, known, facts);
            return Task.CompletedTask;
        }
        return cache is null || store is EmbeddedStore && request.IsInstant && request.Cost <= CheapCost || !_executor.Allows(request)
            ? ExecuteAsync(context, request, store, mediaType, tag, facts)
            : FromCacheAsync(cache, context, request, store, mediaType, tag, facts);
    }

    private async Task FromCacheAsync(HybridCache cache, HttpContext context, PreparedRequest request, IGraphStore store, string mediaType, string tag, RequestFacts facts)
    {
        var execution = new Execution(this, request, store, facts);
        var answer = await cache.GetOrCreateAsync(tag, execution, static (execution, cancellationToken) => execution.RunAsync(cancellationToken), cancellationToken: context.RequestAborted);
        if (facts.Cache != CacheOutcome.Miss)
            facts.Cache = answer.ComesFromRedis() ? CacheOutcome.Shared : CacheOutcome.Hit;
        await SucceedAsync(context, mediaType, answer.Body, answer.Objects, tag, facts);
    }

    private async Task ExecuteAsync(HttpContext context, PreparedRequest request, IGraphStore store, string mediaType, string tag, RequestFacts facts)
    {
        using var writer = new JsonResponseWriter(ResponseLimit);
        var outcome = await ExecuteAsync(request, store, writer, facts, context.RequestAborted);
        if (outcome.Status == ResponseStatus.Executed)
        {
            await SucceedAsync(context, mediaType, writer.WrittenMemory, writer.Objects, tag, facts);
            return;
        }
        facts.Code = outcome.Code;
        await GraphQLResponses.FaultyAsync(context, mediaType, outcome.Status, writer.WrittenMemory);
    }

    private async ValueTask<ResponseOutcome> ExecuteAsync(PreparedRequest request, IGraphStore store, JsonResponseWriter writer, RequestFacts facts, CancellationToken cancellationToken)
    {
        if (!await queue.EnterAsync(cancellationToken))
            throw new QueueFullException();
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await _executor.ExecuteAsync(request, store, _publicUrl, writer, cancellationToken);
        }
        finally
        {
            queue.Leave();
            facts.StoreTicks += Stopwatch.GetTimestamp() - start;
        }
    }

    private static Task SucceedAsync(HttpContext context, string mediaType, ReadOnlyMemory<byte> body, int objects, string tag, RequestFacts facts)
    {
        if (EntityTags.IsAny(context.Request.Headers.IfNoneMatch))
        {
            NotModified(context, tag, facts);
            return Task.CompletedTask;
        }
        facts.Rows = objects;
        facts.AnsweredAt = Stopwatch.GetTimestamp();
        return GraphQLResponses.AnswerAsync(context, mediaType, body, tag);
    }

    private static void NotModified(HttpContext context, string tag, RequestFacts facts)
    {
        facts.Cache = CacheOutcome.NotModified;
        facts.AnsweredAt = Stopwatch.GetTimestamp();
        GraphQLResponses.NotModified(context, tag);
    }

    private static Task RefuseAsync(HttpContext context, string mediaType, RequestFacts facts, StoreRefusal refusal)
    {
        context.Response.Headers.RetryAfter = StoreRefusal.RetryAfter;
        return RefuseAsync(context, mediaType, facts, refusal.Status, refusal.Fault);
    }

    private static Task RefuseAsync(HttpContext context, string mediaType, RequestFacts facts, int status, RequestException fault)
    {
        facts.Code = fault.Diagnostics[0].Code;
        return GraphQLResponses.RefuseAsync(context, mediaType, status, fault);
    }

    private static RequestFacts FactsOf(HttpContext context)
    {
        var facts = RequestFacts.Of(context);
        facts.ReadAt = Stopwatch.GetTimestamp();
        return facts;
    }

    /// <summary>What the cache runs when it has nothing. Others may wait for it too, so it outlives the request that began it, and holds nothing of its HTTP.</summary>
    private readonly record struct Execution(GraphQLAnswers Answers, PreparedRequest Request, IGraphStore Store, RequestFacts Facts)
    {
        public async ValueTask<CachedAnswer> RunAsync(CancellationToken cancellationToken)
        {
            Facts.Cache = CacheOutcome.Miss;
            using var writer = new JsonResponseWriter(Answers.ResponseLimit);
            var outcome = await Answers.ExecuteAsync(Request, Store, writer, Facts, cancellationToken);
            var body = writer.Written.ToArray();
            return outcome.Status == ResponseStatus.Executed ? new(body, writer.Objects) : throw new UncachedAnswerException(outcome, body);
        }
    }
}
