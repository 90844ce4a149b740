using System.Buffers;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Query.Response;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace FlowGraph.Server.Http;

/// <summary>GraphQL over HTTP: POST and GET /graphql, and the schema as text.</summary>
internal sealed partial class GraphQLEndpoints(
    Application application, StoreHolder stores, FlowGraphOptions options, AllowedOrigins origins, RequestQueue queue, ILogger<GraphQLEndpoints> logger)
{
    public const string Path = "/graphql";
    public const string SchemaPath = Path + "/schema.graphql";

    private readonly Lazy<ServedFile> _sdl = new(() => ServedFile.Of(SchemaPath, "text/plain; charset=utf-8", SchemaText.Print(application.EngineSchema)) with { CacheControl = "public, max-age=60" });

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, PostAsync);
        endpoints.MapGet(Path, GetAsync);
        endpoints.MapMethods(SchemaPath, [HttpMethods.Get, HttpMethods.Head], context => _sdl.Value.Answer(context));
    }

    /// <summary>The last line of defence: whatever goes wrong inside is logged under an id, and the client sees only that id.</summary>
    public Task FaultAsync(HttpContext context)
    {
        var fault = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var id = Guid.CreateVersion7().ToString("N");
        Log.Failed(logger, id, fault);
        var status = context.Request.Path.StartsWithSegments(Path) ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        return ErrorAsync(context, ResponseMedia.Negotiate(context.Request) ?? ResponseMedia.Json, status, ErrorCodes.Internal, "Something went wrong on our side; the log has it under this id.", id);
    }

    private async Task PostAsync(HttpContext context)
    {
        var mediaType = ResponseMedia.Negotiate(context.Request);
        if (mediaType is null)
        {
            await ErrorAsync(context, ResponseMedia.Json, StatusCodes.Status406NotAcceptable, ErrorCodes.BadUserInput,
                $"Accept: found {context.Request.Headers.Accept}, expected application/graphql-response+json or application/json.");
            return;
        }
        if (!ResponseMedia.IsJson(context.Request.ContentType))
        {
            await ErrorAsync(context, mediaType, StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadUserInput,
                $"Content-Type: found {context.Request.ContentType ?? "nothing"}, expected application/json in UTF-8.");
            return;
        }
        ReadOnlySequence<byte>? body;
        try
        {
            body = await ReadBodyAsync(context);
        }
        catch (BadHttpRequestException fault)
        {
            // The client went away before its request was whole: nobody waits for an answer, and our log has nothing to say of it.
            context.Response.StatusCode = fault.StatusCode;
            return;
        }
        if (body is not { } bytes)
        {
            await RefuseAsync(context, mediaType, StatusCodes.Status413PayloadTooLarge, new(ErrorCodes.LimitBody,
                FormattableString.Invariant($"The body has more than {options.Limits.Body} bytes, allowed {options.Limits.Body}."))
            {
                Limit = (context.Request.ContentLength ?? options.Limits.Body + 1L, options.Limits.Body),
            });
            return;
        }
        GraphQLRequest request;
        try
        {
            request = Parse(bytes);
        }
        catch (RequestException fault)
        {
            await RefuseAsync(context, mediaType, StatusCodes.Status400BadRequest, fault);
            return;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(bytes.End);
        }
        using (request)
            await AnswerAsync(context, request, mediaType);
    }

    private static GraphQLRequest Parse(ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
            throw new RequestException(ErrorCodes.BadUserInput, "The body is empty, expected { \"query\": \"…\" }.");
        return body.IsSingleSegment ? GraphQLRequest.Parse(body.FirstSpan) : GraphQLRequest.Parse(body.ToArray());
    }

    /// <summary>The whole body, still in the pipe's memory; null when it is too large.</summary>
    private async ValueTask<ReadOnlySequence<byte>?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > options.Limits.Body)
            return null;
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > options.Limits.Body)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
                return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async Task GetAsync(HttpContext context)
    {
        var mediaType = ResponseMedia.Negotiate(context.Request) ?? ResponseMedia.Json;
        if (IsFromForeignSite(context.Request))
        {
            await ErrorAsync(context, mediaType, StatusCodes.Status403Forbidden, ErrorCodes.BadUserInput,
                "Sec-Fetch-Site: found cross-site without an origin that may ask; GET is answered for pages of this site and of the origins in Cors:Origins.");
            return;
        }
        try
        {
            using var request = FromQuery(context.Request.Query);
            await AnswerAsync(context, request, mediaType);
        }
        catch (RequestException fault)
        {
            await RefuseAsync(context, mediaType, StatusCodes.Status400BadRequest, fault);
        }
    }

    /// <summary>A page of another site had the browser ask this, by an image or a link for example, and nobody allowed that site to.</summary>
    private bool IsFromForeignSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["cross-site"] && !(request.Headers.Origin is [{ } origin] && origins.Admits(origin));

    private static GraphQLRequest FromQuery(IQueryCollection query)
    {
        if (query["query"] is not [{ } text])
            throw new RequestException(ErrorCodes.BadUserInput, "Found no query parameter, expected /graphql?query={…}.");
        IReadOnlyDictionary<string, InputLiteral>? variables = null;
        if (query["variables"] is [{ Length: > 0 } json])
        {
            try
            {
                var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
                reader.Read();
                variables = reader.TokenType switch
                {
                    JsonTokenType.StartObject => InputLiteralReader.Fields(ref reader),
                    JsonTokenType.Null => null,
                    _ => throw new RequestException(ErrorCodes.BadUserInput, "variables: found something else than an object."),
                };
                while (reader.Read())
                {
                    // Anything after the object is a fault, which the reader raises.
                }
            }
            catch (JsonException fault)
            {
                throw new RequestException(ErrorCodes.BadUserInput, $"variables: found text that is not valid JSON ({fault.Message})");
            }
        }
        return GraphQLRequest.Of(text, query["operationName"] is [{ Length: > 0 } name] ? name : null, variables);
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, string mediaType)
    {
        if (!await queue.EnterAsync(context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = StoreRefusal.RetryAfter;
            var refusal = StoreRefusal.OfQueue(stores.Current, options.Limits.Concurrency);
            await RefuseAsync(context, mediaType, refusal.Status, refusal.Fault);
            return;
        }
        using var writer = new JsonResponseWriter(options.Limits.Response);
        ResponseStatus status;
        try
        {
            status = await application.Executor.ExecuteAsync(request, stores, options.PublicUrl ?? "", writer, context.RequestAborted);
        }
        finally
        {
            queue.Leave();
        }
        if (status is ResponseStatus.StoreAbsent or ResponseStatus.TimedOut)
            context.Response.Headers.RetryAfter = StoreRefusal.RetryAfter;
        context.Response.StatusCode = status switch
        {
            ResponseStatus.TimedOut => StatusCodes.Status504GatewayTimeout,
            ResponseStatus.StoreAbsent => StatusCodes.Status503ServiceUnavailable,
            ResponseStatus.RequestError when mediaType == ResponseMedia.GraphQLResponse => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
        await WriteAsync(context, mediaType, writer.WrittenMemory);
    }

    private static Task ErrorAsync(HttpContext context, string mediaType, int status, string code, string message, string? id = null) =>
        RefuseAsync(context, mediaType, status, new(code, message), id);

    private static Task RefuseAsync(HttpContext context, string mediaType, int status, RequestException fault, string? id = null)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, mediaType, (byte[])[.. "{\"errors\":"u8, .. ErrorWriter.Write(fault, id), (byte)'}']);
    }

    private static Task WriteAsync(HttpContext context, string mediaType, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.ContentType = mediaType;
        response.Headers.Vary = AnswerHeaders.VaryByMedia;
        response.ContentLength = body.Length;
        body.Span.CopyTo(response.BodyWriter.GetSpan(body.Length));
        response.BodyWriter.Advance(body.Length);
        var flushed = response.BodyWriter.FlushAsync(context.RequestAborted);
        return flushed.IsCompletedSuccessfully ? Task.CompletedTask : flushed.AsTask();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request failed under id {Id}.")]
        public static partial void Failed(ILogger logger, string id, Exception fault);
    }
}
