using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using FlowGraph.Server.Commands;
using FlowGraph.Tests.Hosting;
using Xunit;

namespace FlowGraph.Tests.Commands;

/// <summary>The executable told to stop while it is asked five hundred times a second.</summary>
[Collection(ProcessCollection.Name)]
public sealed class DrainTests
{
    private const string NoSignals = "Windows has no such signals.";
    private const int Clients = 50;

    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(100);

    public static bool HasSignals => !OperatingSystem.IsWindows();

    [Fact(Timeout = 180_000, Skip = NoSignals, SkipUnless = nameof(HasSignals))]
    public async Task Every_request_that_was_accepted_is_answered()
    {
        using var process = ProgramProcess.Start(["--urls", "http://127.0.0.1:0"]);
        var address = new Uri((await process.Output.LineAsync("address  ", TestContext.Current.CancellationToken))["address  ".Length..]);
        await process.Output.LineAsync("Ctrl+C stops it.", TestContext.Current.CancellationToken);
        var answers = new ConcurrentQueue<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = Enumerable.Range(0, Clients).Select(_ => AskAsync(address, answers, asked, stop.Token)).ToList();
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        // Accepted, and not yet whole: its client takes longer than the others.
        using var slow = await RawConnection.OpenAsync(address, TestContext.Current.CancellationToken);
        var request = RawConnection.Post("{ release { id } }");
        await slow.SendAsync(request[..^20]);
        await process.SignalAsync("TERM", TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(clients);
        await slow.SendAsync(request[^20..]);
        var late = await slow.AnswerAsync();
        var code = await process.EndAsync(TestContext.Current.CancellationToken);
        clock.Stop();

        Assert.StartsWith("HTTP/1.1 200 ", late, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, code);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal));
        // Each client was told, by an answer, that its connection ends: none lost a request.
        Assert.Equal(Clients, answers.Count(answer => answer.Contains("\r\nConnection: close\r\n", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Asks ten times a second until it is told to ask no more.</summary>
    private static async Task AskAsync(Uri address, ConcurrentQueue<string> answers, TaskCompletionSource asked, CancellationToken cancellationToken)
    {
        using var connection = await RawConnection.OpenAsync(address, cancellationToken);
        using var beat = new PeriodicTimer(_beat);
        while (true)
        {
            try
            {
                await connection.SendAsync(RawConnection.Post("{ vessels(first: 3) { nodes { id name } } }"));
            }
            catch (SocketException)
            {
                answers.Enqueue("The connection was closed without a word.");
                return;
            }
            var answer = await connection.AnswerAsync();
            answers.Enqueue(answer);
            if (answers.Count > 500)
                asked.TrySetResult();
            if (answer.Contains("\r\nConnection: close\r\n", StringComparison.OrdinalIgnoreCase))
                return;
            await beat.WaitForNextTickAsync(cancellationToken);
        }
    }
}
