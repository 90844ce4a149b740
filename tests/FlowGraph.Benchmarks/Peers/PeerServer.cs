using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowGraph.Benchmarks.Peers;

/// <summary>GraphQL.NET as one uses it: its own executor over typed resolvers, on the same bare Kestrel as the floor. Documents are parsed and validated once each.</summary>
internal static class PeerServer
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var data = new Argument<string>("data");
        var command = new Command("graphql-net", "Serves exported records with GraphQL.NET's own executor.") { urls, data };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = Build(parsed.GetRequiredValue(urls), new(PeerData.Read(parsed.GetRequiredValue(data))));
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        });
        return command;
    }

    private static WebApplication Build(string urls, PeerGraph graph)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        var app = builder.Build();
        var schema = new PeerSchema(graph);
        schema.Initialize();
        var executer = new DocumentExecuter();
        // Without the detour over \u0421, which the other servers do not take either.
        var serializer = new GraphQLSerializer(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var documents = new ConcurrentDictionary<string, GraphQLDocument>();
        app.MapPost("/graphql", async context =>
        {
            var request = (await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted))!; // a body of the benchmark
            var options = new ExecutionOptions
            {
                Schema = schema,
                Query = request.Query,
                OperationName = request.OperationName,
                Variables = request.Variables,
                CancellationToken = context.RequestAborted,
            };
            // What its own document cache does, which is a package that needs a cache provider.
            if (documents.TryGetValue(request.Query!, out var known))
                (options.Document, options.ValidationRules) = (known, options.CachedDocumentValidationRules ?? []);
            var result = await executer.ExecuteAsync(options);
            if (known is null && result is { Executed: true, Document: { } document })
                documents[request.Query!] = document;
            context.Response.ContentType = "application/json; charset=utf-8";
            await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
        });
        return app;
    }
}
