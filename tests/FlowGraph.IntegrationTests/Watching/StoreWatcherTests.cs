using System.Net;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Http;
using FlowGraph.Neo4j.Watching;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Watching;

/// <summary>What the watcher makes of what a server says; none of these tests needs a server.</summary>
public sealed class StoreWatcherTests : IDisposable
{
    private const string Secret = "s3cret-of-the-test";

    private readonly SpokenServer _server = new() { Release = Node("READY") };
    private readonly PausingTime _time = new();
    private readonly QueryApiClient _client;
    private readonly StoreWatcher _watcher;

    public StoreWatcherTests()
    {
        _client = new(new(new Uri("http://graph.example:7474"), "neo4j", "neo4j", Secret), TimeProvider.System, _server);
        _watcher = new(_client, ShippedModel.Instance, _time);
    }

    [Fact(Timeout = 20_000)]
    public async Task Release_that_is_ready_is_ready()
    {
        var ready = Assert.IsType<StoreState.Ready>(await SeenAsync(TestContext.Current.CancellationToken));

        Assert.Equal("release:oil-for-troops", ready.Served.Id);
        Assert.EndsWith("in the database 'neo4j' at http://graph.example:7474, Neo4j 5.26.31 community.", ready.Sentence, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Release_that_is_being_loaded_is_not_ready()
    {
        _server.Release = Node("LOADING");

        var state = Assert.IsType<StoreState.Loading>(await SeenAsync(TestContext.Current.CancellationToken));

        Assert.Contains("run the same import again", state.Sentence, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Database_without_a_release_says_so()
    {
        _server.Release = "null";

        var state = Assert.IsType<StoreState.NoRelease>(await SeenAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The database 'neo4j' at http://graph.example:7474 holds no release; load one with import.", state.Sentence);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("Vessel ", "Rocket ", "it has Rocket")]
    [InlineData("Vessel ", null, "it lacks VESSEL")]
    public async Task Release_of_another_model_is_told_by_its_types(string type, string? instead, string difference)
    {
        var counts = TestApplication.Shared.Release.Info.Counts.Select(count => (Line: Line(count.Type), count.Count))
            .Where(count => instead is not null || count.Line != type.Trim()).Select(count => $"{(count.Line == type.Trim() ? instead!.Trim() : count.Line)} {count.Count}");
        _server.Release = Node("READY", counts);

        var state = Assert.IsType<StoreState.OtherModel>(await SeenAsync(TestContext.Current.CancellationToken));

        Assert.Contains(difference, state.Sentence, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Server_that_is_too_old_is_not_used()
    {
        _server.Version = "5.20.0";

        var state = Assert.IsType<StoreState.Unavailable>(await SeenAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Neo4j at http://graph.example:7474 is version 5.20.0; 5.26 or newer is needed.", state.Sentence);
    }

    [Fact(Timeout = 20_000)]
    public async Task Server_that_takes_the_question_and_says_nothing_is_given_up_after_two_seconds()
    {
        _server.IsSilent = true;

        var looking = _watcher.LookAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        await looking;

        Assert.Equal("The database 'neo4j' at http://graph.example:7474 gave no answer within 2 s; check that it runs.", Assert.IsType<StoreState.Unavailable>(_watcher.State).Sentence);
    }

    [Fact(Timeout = 20_000)]
    public async Task Is_back_with_the_next_look_and_asks_for_the_version_again()
    {
        await using var run = new WatcherRun(_watcher, _time);
        Assert.IsType<StoreState.Ready>(await run.SeenAsync(TestContext.Current.CancellationToken));

        _server.IsAway = true;
        var away = await run.NextAsync(TestContext.Current.CancellationToken);
        (_server.IsAway, _server.Version) = (false, "5.26.40");
        var back = await run.NextAsync(TestContext.Current.CancellationToken);

        Assert.Contains("cannot be reached (no connection)", Assert.IsType<StoreState.Unavailable>(away).Sentence, StringComparison.Ordinal);
        Assert.Equal("5.26.40", Assert.IsType<StoreState.Ready>(back).Server.Version);
        Assert.InRange(StoreWatcher.Interval, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact(Timeout = 20_000)]
    public async Task Release_is_audited_once_and_again_only_when_it_was_loaded_again()
    {
        await using var run = new WatcherRun(_watcher, _time);
        var ready = Assert.IsType<StoreState.Ready>(await run.SeenAsync(TestContext.Current.CancellationToken));
        await WatcherRun.UntilAsync(() => _watcher.Audit.Of(ready) is not null, TestContext.Current.CancellationToken);
        var audits = _server.Audits;

        _server.IsAway = true;
        await run.NextAsync(TestContext.Current.CancellationToken);
        _server.IsAway = false;
        var kept = _watcher.Audit.Of(Assert.IsType<StoreState.Ready>(await run.NextAsync(TestContext.Current.CancellationToken)));
        _server.Release = Node("LOADING");
        await run.NextAsync(TestContext.Current.CancellationToken);
        (_server.Release, _server.AuditRows) = (Node("READY"), """["edge:uncited","a","b"]""");
        ready = Assert.IsType<StoreState.Ready>(await run.NextAsync(TestContext.Current.CancellationToken));
        await WatcherRun.UntilAsync(() => _watcher.Audit.Of(ready) is not null, TestContext.Current.CancellationToken);

        Assert.True(kept!.Report!.IsClean);
        Assert.False(_watcher.Audit.Of(ready)!.Report!.IsClean);
        Assert.Equal(2 * audits, _server.Audits);
    }

    [Fact(Timeout = 20_000)]
    public async Task Wrong_password_is_not_tried_every_second()
    {
        _server.Instead = (HttpStatusCode.Unauthorized, """{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]}""");
        await using var run = new WatcherRun(_watcher, _time);
        var state = await run.SeenAsync(TestContext.Current.CancellationToken);
        var before = _server.Requests;

        _time.Advance(StoreWatcher.AfterRefusal - TimeSpan.FromSeconds(1));
        var between = _server.Requests;
        await run.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, between);
        Assert.Equal(2 * before, _server.Requests);
        Assert.Contains("does not accept user 'neo4j'", Assert.IsType<StoreState.Unavailable>(state).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, state.Sentence, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private async Task<StoreState> SeenAsync(CancellationToken cancellationToken)
    {
        await _watcher.LookAsync(cancellationToken);
        return _watcher.State;
    }

    private static string Node(string state, IEnumerable<string>? counts = null)
    {
        var info = TestApplication.Shared.Release.Info;
        return JsonSerializer.Serialize(new
        {
            id = info.Id,
            version = info.Version,
            sha256 = info.Sha256,
            state,
            counts = counts ?? info.Counts.Select(count => $"{Line(count.Type)} {count.Count}"),
        });
    }

    private static string Line(string type) => ShippedModel.Instance.NodeTypes.FirstOrDefault(known => known.EnumName == type)?.Name ?? type;
}
