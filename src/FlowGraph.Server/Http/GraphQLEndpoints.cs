using System.Buffers;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace FlowGraph.Server.Http;

/// <summary>GraphQL over HTTP: POST and GET /graphql, and the schema as text.</summary>
internal sealed partial class GraphQLEndpoints(
    Application application, FlowGraphOptions options, AllowedOrigins origins, GraphQLAnswers answers, ILogger<GraphQLEndpoints> logger)
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
        return GraphQLResponses.ErrorAsync(context, ResponseMedia.Negotiate(context.Request) ?? ResponseMedia.Json, status, ErrorCodes.Internal, "Something went wrong on our side; the log has it under this id.", id);
    }

    private async Task PostAsync(HttpContext context)
    {
        var mediaType = ResponseMedia.Negotiate(context.Request);
        if (mediaType is null)
        {
            await GraphQLResponses.ErrorAsync(context, ResponseMedia.Json, StatusCodes.Status406NotAcceptable, ErrorCodes.BadUserInput,
                $"Accept: found {context.Request.Headers.Accept}, expected application/graphql-response+json or application/json.");
            return;
        }
        if (!ResponseMedia.IsJson(context.Request.ContentType))
        {
            await GraphQLResponses.ErrorAsync(context, mediaType, StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadUserInput,
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
            await GraphQLResponses.RefuseAsync(context, mediaType, StatusCodes.Status413PayloadTooLarge, new(ErrorCodes.LimitBody,
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
            await GraphQLResponses.RefuseAsync(context, mediaType, StatusCodes.Status400BadRequest, fault);
            return;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(bytes.End);
        }
        using (request)
            await answers.AnswerAsync(context, request, mediaType);
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
            await GraphQLResponses.ErrorAsync(context, mediaType, StatusCodes.Status403Forbidden, ErrorCodes.BadUserInput,
                "Sec-Fetch-Site: found cross-site without an origin that may ask; GET is answered for pages of this site and of the origins in Cors:Origins.");
            return;
        }
        try
        {
            using var request = FromQuery(context.Request.Query);
            await answers.AnswerAsync(context, request, mediaType);
        }
        catch (RequestException fault)
        {
            await GraphQLResponses.RefuseAsync(context, mediaType, StatusCodes.Status400BadRequest, fault);
        }
    }

    /// <summary>A page of another site had the browser ask this, by an image or a link for example, and nobody allowed that site to.</summary>
    private bool IsFromForeignSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["cross-site"] && !(request.Headers.Origin is [{ } origin] && origins.Admits(origin));

    private static GraphQLRequest FromQuery(IQueryCollection query)
    {
        var (text, documentId, extensions) = (Only(query, "query"), Only(query, "documentId"), Only(query, "extensions"));
        if (text is null && documentId is null && extensions is null)
            throw new RequestException(ErrorCodes.BadUserInput, "Found no query parameter, expected /graphql?query={…}, or documentId for a document that is known here.");
        return GraphQLRequest.Of(
            text,
            Only(query, "operationName") is { Length: > 0 } name ? name : null,
            Json(query, "variables", static (ref Utf8JsonReader reader) => reader.TokenType switch
            {
                JsonTokenType.StartObject => InputLiteralReader.Fields(ref reader),
                JsonTokenType.Null => null,
                _ => throw new RequestException(ErrorCodes.BadUserInput, "variables: found something else than an object."),
            }),
            documentId,
            Json(query, "extensions", PersistedQueryReader.Hash));
    }

    private static string? Only(IQueryCollection query, string name) => query[name] is [{ } value] ? value : null;

    private delegate T? Reading<T>(ref Utf8JsonReader reader);

    private static T? Json<T>(IQueryCollection query, string name, Reading<T> read)
        where T : class
    {
        if (Only(query, name) is not { Length: > 0 } json)
            return null;
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
            reader.Read();
            var value = read(ref reader);
            while (reader.Read())
            {
                // Anything after the value is a fault, which the reader raises.
            }
            return value;
        }
        catch (JsonException fault)
        {
            throw new RequestException(ErrorCodes.BadUserInput, $"{name}: found text that is not valid JSON ({fault.Message})");
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(ErrorCodes.GraphQLParseFailed, $"{name}: found text that is not valid UTF-8 or half a surrogate pair.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request failed under id {Id}.")]
        public static partial void Failed(ILogger logger, string id, Exception fault);
    }
}
