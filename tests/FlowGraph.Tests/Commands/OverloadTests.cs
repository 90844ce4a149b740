using System.Collections.Concurrent;
using System.Diagnostics;
using FlowGraph.Tests.Hosting;
using Xunit;

namespace FlowGraph.Tests.Commands;

/// <summary>Far more clients than fit, each asking again at once. How long those that are taken wait is measured by the benchmark <c>overload</c>, on a machine that does nothing else.</summary>
[Collection(ProcessCollection.Name)]
public sealed class OverloadTests
{
    private const string Heavy = "{ chains(from: \\\"port:vostochny-port\\\", to: \\\"area:kursk-oblast\\\", maxHops: 8, first: 10) { none chains { id } } }";

    [Fact(Timeout = 120_000)]
    public async Task Those_that_are_not_taken_are_told_so_and_afterwards_all_is_as_before()
    {
        using var process = ProgramProcess.Start(["--urls", "http://127.0.0.1:0"], ("FLOWGRAPH_Cache__Megabytes", "0"));
        var address = new Uri((await process.Output.LineAsync("address  ", TestContext.Current.CancellationToken))["address  ".Length..]);
        await process.Output.LineAsync("Ctrl+C stops it.", TestContext.Current.CancellationToken);
        var answers = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => AskAsync(address, () => clock.Elapsed < TimeSpan.FromSeconds(3), answers)));

        var refused = answers.Where(answer => answer.StartsWith("HTTP/1.1 429 ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Contains("\r\nRetry-After: ", answer, StringComparison.Ordinal));
        Assert.All(refused, answer => Assert.Contains("LIMIT_QUEUE", answer, StringComparison.Ordinal));
        Assert.All(answers.Except(refused), answer => Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal));
        Assert.True(answers.Count > refused.Count, "Nobody was answered.");

        var after = new ConcurrentQueue<string>();
        await AskAsync(address, () => after.Count < 10, after);
        Assert.All(after, answer => Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal));
    }

    private static async Task AskAsync(Uri address, Func<bool> goesOn, ConcurrentQueue<string> answers)
    {
        using var connection = await RawConnection.OpenAsync(address, TestContext.Current.CancellationToken);
        while (goesOn())
        {
            await connection.SendAsync(RawConnection.Post(Heavy));
            answers.Enqueue(await connection.AnswerAsync());
        }
    }
}
