using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.Http;
using Microsoft.Extensions.Caching.Memory;

namespace FlowGraph.Server.Pages;

/// <summary>GET /node/…, /fact/…, /source/…, /chain/… and /search: pages that need no script.</summary>
internal sealed class PageEndpoints : IDisposable
{
    public const string SearchPath = "/search";

    private const string Folder = "/pages";

    private const string MediaType = "text/html; charset=utf-8";

    // Nothing runs, nothing comes from elsewhere, the only form leads to the search here.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Bytes of pages that are kept as they were sent.
    private const int Kept = 32 * 1024 * 1024;

    private readonly StoreHolder _stores;
    private readonly FlowGraphOptions _options;
    private readonly RequestQueue _queue;
    private readonly PageBuilder _builder;
    private readonly PageRenderer _renderer;
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = Kept });

    public PageEndpoints(Application application, StoreHolder stores, FlowGraphOptions options, RequestQueue queue, ILoggerFactory loggers)
    {
        (_stores, _options, _queue) = (stores, options, queue);
        _builder = new(new PageQueries(application, options), options);
        _renderer = new(loggers);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in Enum.GetValues<ExportKind>())
            Map(endpoints, $"/{ExportName.NameOf(kind)}/{{**id}}", (context, cancellationToken) => RecordAsync(context, kind, cancellationToken));
        Map(endpoints, SearchPath, (context, cancellationToken) => SearchAsync(context.Request.Query, cancellationToken));
        foreach (var (file, mediaType) in ((string, string)[])[("theme.css", "text/css; charset=utf-8"), ("print.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml")])
            ServedFile.Read($"pages/{file}", $"{Folder}/{file}", mediaType).Map(endpoints);
    }

    /// <summary>What nothing else answers: a reader who got lost is offered a search, a program gets the bare 404.</summary>
    public Task PassAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is null && IsReader(context.Request) ? RefuseAsync(context, Unknown(context.Request.Path.Value ?? "/")) : next(context);

    public void Dispose() => _pages.Dispose();

    private static bool IsReader(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static RefusalModel Unknown(string path) => new(StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, PageTexts.UnknownAddress(ExportName.Short(path)))
    {
        Searched = Words(path.TrimEnd('/').Split('/')[^1]),
    };

    // port:vostochny-port → vostochny port
    private static string Words(string text) => ExportName.Short(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace('-', ' '));

    private void Map(IEndpointRouteBuilder endpoints, string path, PageAnswering answer) => endpoints.Map(path, context => AnswerAsync(context, answer));

    private async Task AnswerAsync(HttpContext context, PageAnswering answer)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await RefuseAsync(context, new(StatusCodes.Status405MethodNotAllowed, PageTexts.WrongMethodTitle, PageTexts.WrongMethod));
            return;
        }
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(TimeSpan.FromSeconds(_options.Limits.Seconds));
        try
        {
            var page = await answer(context, deadline.Token);
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            await page.Answer(context);
        }
        catch (PageRefusedException refused)
        {
            await RefuseAsync(context, refused.Model);
        }
        catch (RequestException fault)
        {
            await RefuseAsync(context, new(StatusCodes.Status400BadRequest, PageTexts.WrongSearchTitle, fault.Diagnostics[0].Message) { Advice = fault.Diagnostics[0].Hint });
        }
        catch (StoreException fault)
        {
            await RefuseAsync(context, Unavailable(StoreRefusal.Of(fault)));
        }
        catch (ReleaseChangedException)
        {
            await RefuseAsync(context, new(StatusCodes.Status503ServiceUnavailable, PageTexts.UnavailableTitle, PageTexts.TryAgain));
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, new(StatusCodes.Status504GatewayTimeout, PageTexts.TooSlowTitle, PageTexts.TryAgain));
        }
    }

    private async Task<ServedFile> RecordAsync(HttpContext context, ExportKind kind, CancellationToken cancellationToken)
    {
        var id = (string?)context.GetRouteValue("id") ?? "";
        if (kind == ExportKind.Chain ? !ChainId.TryParse(id, out _) : !RecordId.IsValid(id))
            throw new PageRefusedException(new(StatusCodes.Status404NotFound, PageTexts.WrongIdTitle, PageTexts.WrongId(kind == ExportKind.Chain, ExportName.Short(id))) { Searched = Words(id) });
        if (_pages.TryGetValue((_stores.Current.Release.Sha256, kind, id), out ServedFile? known))
            return known!;
        return await InTurnAsync(() => AskAsync(async store =>
        {
            if (await _builder.BuildAsync(store, kind, id, cancellationToken) is not { } model)
                throw new PageRefusedException(NotFound(store, kind, id));
            var page = Page(await _renderer.RenderAsync<RecordView>(model));
            _pages.Set((store.Release.Sha256, kind, id), page, new MemoryCacheEntryOptions { Size = page.Content.Length });
            return page;
        }, cancellationToken), cancellationToken);

        static RefusalModel NotFound(IGraphStore store, ExportKind kind, string id)
        {
            var refusal = new RefusalModel(StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, PageTexts.NotFound(ExportName.NameOf(kind), ExportName.Short(id))) { Searched = kind == ExportKind.Chain ? "" : Words(id) };
            return RecordExport.KindOf(store, id) is { } other && other != kind
                ? refusal with { Link = $"/{ExportName.NameOf(other)}/{id}", LinkText = PageTexts.OtherKind(ExportName.NameOf(other)) }
                : refusal;
        }
    }

    private async Task<ServedFile> SearchAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var text = query["text"] is [{ } typed] ? typed.Trim() : "";
        var after = query["after"] is [{ Length: > 0 } cursor] ? cursor : null;
        var model = await InTurnAsync(() => AskAsync(store => _builder.SearchAsync(store, text, after, cancellationToken), cancellationToken), cancellationToken);
        return Page(await _renderer.RenderAsync<SearchView>(model));
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        if (!await _queue.EnterAsync(cancellationToken))
            throw new PageRefusedException(Unavailable(StoreRefusal.OfQueue(_stores.Current, _options.Limits.Concurrency)));
        try
        {
            return await answer();
        }
        finally
        {
            _queue.Leave();
        }
    }

    /// <summary>Text and what stands beside it are of one release: where it changes meanwhile, both are read again.</summary>
    private async Task<T> AskAsync<T>(Func<IGraphStore, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(_stores.Current);
        }
        catch (ReleaseChangedException)
        {
            await _stores.Renew(cancellationToken);
        }
        return await ask(_stores.Current);
    }

    private static RefusalModel Unavailable(StoreRefusal refusal) => new(refusal.Status, refusal.Status switch
    {
        StatusCodes.Status429TooManyRequests => PageTexts.BusyTitle,
        StatusCodes.Status504GatewayTimeout => PageTexts.TooSlowTitle,
        _ => PageTexts.UnavailableTitle,
    }, refusal.Fault.Diagnostics[0].Message)
    {
        Advice = PageTexts.TryAgain,
    };

    private static ServedFile Page(byte[] content) => new("", MediaType, content) { CacheControl = "public, max-age=60", ContentSecurityPolicy = Policy };

    private async Task RefuseAsync(HttpContext context, RefusalModel refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
            response.Headers.RetryAfter = StoreRefusal.RetryAfter;
        var body = await _renderer.RenderAsync<RefusalView>(refusal);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private delegate Task<ServedFile> PageAnswering(HttpContext context, CancellationToken cancellationToken);
}
