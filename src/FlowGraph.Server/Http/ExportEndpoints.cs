using System.Security.Cryptography;
using System.Text;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace FlowGraph.Server.Http;

/// <summary>GET /export/…: records, chains and the whole release as files. The texts are those of cite, narrative and export.</summary>
internal sealed partial class ExportEndpoints(StoreHolder stores, FlowGraphOptions options, RequestQueue queue, ILogger<ExportEndpoints> logger) : IDisposable
{
    public const string Path = "/export";

    private const string CacheControl = "public, max-age=60";

    // A whole release takes its time: it must not take the places of those who ask for a record.
    private const int WholeAtOnce = 4;

    private readonly RequestQueue _whole = new(new LimitOptions { Concurrency = WholeAtOnce, Queue = WholeAtOnce });

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.Map(Path + "/{**file}", AnswerAsync);

    public void Dispose() => _whole.Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, new(ErrorCodes.BadUserInput, $"Found {ExportName.Short(context.Request.Method)}, expected GET or HEAD."));
            return;
        }
        try
        {
            switch (ExportName.Parse((string?)context.GetRouteValue("file") ?? ""))
            {
                case ExportName.Record record:
                    await InTurnAsync(context, queue, options.Limits.Concurrency, () => RecordAsync(context, record));
                    break;
                case ExportName.Dataset dataset:
                    await InTurnAsync(context, _whole, WholeAtOnce, () => DatasetAsync(context, dataset.Format));
                    break;
            }
        }
        catch (RequestException fault)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
        }
        catch (StoreException fault)
        {
            await RefuseAsync(context, StoreRefusal.Of(fault));
        }
        catch (ReleaseChangedException)
        {
            await RefuseAsync(context, StoreRefusal.Of(new StoreException(ErrorCodes.StoreLoading, "A release is being loaded; try again in a moment.", "/health/ready says more.")));
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, StatusCodes.Status504GatewayTimeout, new(ErrorCodes.StoreTimeout, FormattableString.Invariant($"The answer took longer than {options.Limits.Seconds} seconds.")));
        }
    }

    private async Task InTurnAsync(HttpContext context, RequestQueue queue, int places, Func<Task> answer)
    {
        if (!await queue.EnterAsync(context.RequestAborted))
        {
            await RefuseAsync(context, StoreRefusal.OfQueue(stores.Current, places));
            return;
        }
        try
        {
            await answer();
        }
        finally
        {
            queue.Leave();
        }
    }

    private async Task RecordAsync(HttpContext context, ExportName.Record name)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(TimeSpan.FromSeconds(options.Limits.Seconds));
        var (store, written) = await AskAsync(store => RecordExport.WriteAsync(store, name.Kind, name.Id, name.Format, options.PublicUrl ?? "", deadline.Token), deadline.Token);
        if (written is not { } text)
        {
            var hint = RecordExport.KindOf(store, name.Id) is { } kind && kind != name.Kind ? $"What has such an id is a {ExportName.NameOf(kind)}: {Path}/{ExportName.NameOf(kind)}/{ExportName.Short(name.Id)}" : null;
            await RefuseAsync(context, StatusCodes.Status404NotFound, new(ErrorCodes.UnknownId, $"There is no {ExportName.NameOf(name.Kind)} '{ExportName.Short(name.Id)}' in {store.Release.Id}.", hint));
            return;
        }
        var content = Encoding.UTF8.GetBytes(text);
        if (content.Length > options.Limits.Response)
        {
            throw new RequestException(ErrorCodes.LimitResponse, FormattableString.Invariant($"The file would have {content.Length} bytes, allowed {options.Limits.Response}."), $"{Path}/dataset.… has everything.")
            {
                Limit = (content.Length, options.Limits.Response),
            };
        }
        var file = new ServedFile("", ExportFormats.MediaTypeOf(name.Format), content, ExportName.FileName(name.Id, ExportFormats.ExtensionOf(name.Format))) { CacheControl = CacheControl };
        await file.Answer(context);
    }

    private async Task DatasetAsync(HttpContext context, DatasetFormat format)
    {
        // What is answered before anything is sent can be asked again; afterwards a change of the release breaks the file off.
        var (store, _) = await AskAsync(store => store.NodeIdsAsync(store.Model.NodeTypes[0], null, 1, context.RequestAborted), context.RequestAborted);
        var response = context.Response;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(DatasetExport).Module.ModuleVersionId} {store.Release.Sha256} {format}")).AsSpan(0, 16))}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = AnswerHeaders.VaryByEncodingAndOrigin;
        response.OnStarting(AnswerHeaders.WeakenTagOfCompressed, response);
        if (new RequestHeaders(context.Request.Headers).IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = ExportFormats.MediaTypeOf(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportName.FileName(store.Release.Id, ExportFormats.ExtensionOf(format)));
        response.Headers.ContentDisposition = disposition.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        ReaderPatience.Guard(context);
        try
        {
            await DatasetExport.WriteAsync(store, format, response.Body, context.RequestAborted);
        }
        catch (Exception fault) when (response.HasStarted && fault is not OperationCanceledException)
        {
            // Half of a file with a good status would pass for the whole.
            Log.BrokenOff(logger, fault);
            context.Abort();
        }
    }

    /// <summary>What the store answers, and the store. Where the release changes meanwhile, it is asked once more, for the new one.</summary>
    private async Task<(IGraphStore Store, T Answer)> AskAsync<T>(Func<IGraphStore, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        var store = stores.Current;
        try
        {
            return (store, await ask(store));
        }
        catch (ReleaseChangedException)
        {
            await stores.Renew(cancellationToken);
        }
        store = stores.Current;
        return (store, await ask(store));
    }

    private static Task RefuseAsync(HttpContext context, StoreRefusal refusal)
    {
        context.Response.Headers.RetryAfter = StoreRefusal.RetryAfter;
        return RefuseAsync(context, refusal.Status, refusal.Fault);
    }

    private static Task RefuseAsync(HttpContext context, int status, RequestException fault)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ResponseMedia.Json;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        byte[] body = [.. "{\"errors\":"u8, .. ErrorWriter.Write(fault), (byte)'}'];
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The export of the release broke off.")]
        public static partial void BrokenOff(ILogger logger, Exception fault);
    }
}
