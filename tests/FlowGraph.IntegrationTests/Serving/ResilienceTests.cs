using System.Diagnostics;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>A database that is killed, comes back, and is stuck, while a hundred requests a second come in: nothing wrong or partial is ever returned.</summary>
[Collection(AloneTests.Name)]
public sealed class ResilienceTests(Neo4jFixture neo4j)
{
    private static readonly TimeSpan _promise = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Theory(Timeout = 300_000)]
    // Over Bolt the same holds, in a minute more: add Transports.Bolt.
    [InlineData(Transports.Http)]
    public async Task Requests_during_a_kill_and_a_pause_are_answered_rightly_or_refused(string transport)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        await database.RunAsync(["import"], cancellationToken);
        await using var server = await ServedCommand.StartAsync(cancellationToken, [("FLOWGRAPH_Store", "neo4j"), .. database.AddressOver(transport)]);
        await using var stream = await RequestStream.StartAsync(server.Client);
        await UntilAsync(stream, answers => answers.Length > 20 && answers.All(answer => answer.Kind == "OK"), _patience, cancellationToken);

        await database.Server.KillAsync(cancellationToken);
        var killed = await CollectAsync(stream, TimeSpan.FromSeconds(4), cancellationToken);
        await database.Server.RestartAsync(readOnly: false, cancellationToken);
        await UntilAsync(stream, answers => answers.Any(answer => answer.Kind == "OK"), _promise, cancellationToken);
        // The first statements after its start are compiled anew, on a machine that may be busy.
        await UntilAsync(stream, answers => answers.Length > 20 && answers.All(answer => answer.Kind == "OK"), _patience, cancellationToken);

        await database.Server.PauseAsync(cancellationToken);
        var paused = await CollectAsync(stream, TimeSpan.FromSeconds(15), cancellationToken);
        await database.Server.ResumeAsync(cancellationToken);
        await UntilAsync(stream, answers => answers.Any(answer => answer.Kind == "OK"), _promise, cancellationToken);
        var resumed = await CollectAsync(stream, TimeSpan.FromSeconds(5), cancellationToken);

        Assert.All(killed, answer => Assert.Contains(answer.Kind, (string[])["OK", "STORE_UNAVAILABLE"]));
        Assert.Contains(killed, answer => answer.Kind == "STORE_UNAVAILABLE");
        Assert.All(paused, answer => Assert.Contains(answer.Kind, (string[])["OK", "STORE_TIMEOUT"]));
        Assert.True(paused.Count(answer => answer.Kind == "STORE_TIMEOUT") > 100, "A stuck database was to be told from a busy one.");
        Assert.All(resumed, answer => Assert.Contains(answer.Kind, (string[])["OK", "STORE_TIMEOUT"]));
        Assert.Equal("OK", resumed[^1].Kind);
    }

    private static async Task<List<StreamAnswer>> CollectAsync(RequestStream stream, TimeSpan time, CancellationToken cancellationToken)
    {
        var answers = new List<StreamAnswer>();
        var start = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Stopwatch.GetElapsedTime(start) < time && await pause.WaitForNextTickAsync(cancellationToken))
            answers.AddRange(stream.Take());
        return answers;
    }

    private static async Task UntilAsync(RequestStream stream, Func<StreamAnswer[], bool> isTrue, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var answers = stream.Take(); !isTrue([.. answers]); answers = stream.Take())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < limit, $"Not within {limit.TotalSeconds} s; the last answers: {string.Join(", ", answers.Select(answer => answer.Kind).CountBy(kind => kind))}");
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }
}
