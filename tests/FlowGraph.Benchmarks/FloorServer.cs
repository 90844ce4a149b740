using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowGraph.Benchmarks;

/// <summary>The least that an endpoint can do here: read the whole body, scan it as JSON, write a constant of a given size. At <c>/{size}</c>; without a body at <c>/page/{size}</c>.</summary>
internal static class FloorServer
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var sizes = new Argument<int[]>("sizes");
        var command = new Command("floor", "Serves constants of the given sizes.") { urls, sizes };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = Build(parsed.GetRequiredValue(urls), parsed.GetRequiredValue(sizes));
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        });
        return command;
    }

    public static WebApplication Build(string urls, IEnumerable<int> sizes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        var app = builder.Build();
        foreach (var size in sizes.Distinct())
        {
            var answer = new byte[size];
            answer.AsSpan().Fill((byte)' ');
            app.MapPost("/" + size.ToString(CultureInfo.InvariantCulture), context => AnswerAsync(context, answer));
            app.MapGet("/page/" + size.ToString(CultureInfo.InvariantCulture), context => WriteAsync(context, "text/html; charset=utf-8", answer));
        }
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, byte[] answer)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }
        var json = new Utf8JsonReader(read.Buffer);
        while (json.Read())
        {
            // Only scanned: what stands in it decides nothing.
        }
        reader.AdvanceTo(read.Buffer.End);
        await WriteAsync(context, "application/json; charset=utf-8", answer);
    }

    private static async Task WriteAsync(HttpContext context, string mediaType, byte[] answer)
    {
        var response = context.Response;
        response.ContentType = mediaType;
        response.ContentLength = answer.Length;
        answer.CopyTo(response.BodyWriter.GetMemory(answer.Length));
        response.BodyWriter.Advance(answer.Length);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
