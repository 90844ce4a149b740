using System.Diagnostics;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Search;
using FlowGraph.Query.Timelines;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class RequestQueueTests
{
    [Fact]
    public async Task A_request_waits_for_its_turn_and_one_that_finds_the_queue_full_is_turned_away()
    {
        var store = new SlowStore();
        await using var server = Server(store, queue: 1, wait: 60);
        await server.InitializeAsync();

        var running = server.PostAsync("{ release { id } }");
        await store.Entered.Task;
        var one = server.PostAsync("{ release { id } }");
        var other = server.PostAsync("{ release { id } }");
        var first = await Task.WhenAny(one, other);
        store.Opened.SetResult();
        var refused = await first;

        Assert.Equal((429, "LIMIT_QUEUE", 1), (refused.Status, refused.Code, (int)refused.Extensions!["allowed"]!));
        Assert.Equal((200, 200), ((await running).Status, (await (first == one ? other : one)).Status));
    }

    [Fact]
    public async Task A_request_waits_no_longer_than_it_may_and_is_told_when_to_come_back()
    {
        var store = new SlowStore();
        await using var server = Server(store, queue: 10, wait: 1);
        await server.InitializeAsync();

        var running = server.PostAsync("{ release { id } }");
        await store.Entered.Task;
        var clock = Stopwatch.StartNew();
        using var late = await server.Client.GetAsync("/graphql?query=%7Brelease%7Bid%7D%7D", TestContext.Current.CancellationToken);
        clock.Stop();
        store.Opened.SetResult();

        Assert.Equal(429, (int)late.StatusCode);
        Assert.NotNull(late.Headers.RetryAfter);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await running).Status);
    }

    private static TestServer Server(SlowStore store, int queue, int wait) =>
        new() { Stores = new(store), Options = new FlowGraphOptions { Limits = { Concurrency = 1, Queue = queue, Wait = wait } } };

    /// <summary>Answers when it is let.</summary>
    private sealed class SlowStore : IGraphStore
    {
        private readonly EmbeddedStore _store = TestApplication.Shared.Store;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public GraphModel Model => _store.Model;

        public ReleaseInfo Release => _store.Release;

        public async ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Opened.Task.WaitAsync(cancellationToken);
            return await _store.ExecuteAsync(request, writer, cancellationToken);
        }

        public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken) => _store.NamesAsync(request, cancellationToken);

        public ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken) => _store.MeasureAsync(request, needs, cancellationToken);

        public ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken) => _store.TimelineAsync(request, cancellationToken);

        public ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken) => _store.EdgeCountsAsync(cancellationToken);

        public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _store.NodesAsync(ids, cancellationToken);

        public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken) =>
            _store.ExpandAsync(frontier, types, cancellationToken);

        public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _store.EvidenceAsync(ids, cancellationToken);

        public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken) => _store.NodeIdsAsync(type, after, count, cancellationToken);

        public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken) => _store.EdgeIdsAsync(type, after, count, cancellationToken);

        public ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken) => _store.SupportsAsync(source, cancellationToken);

        public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => _store.FactIdsByKeyAsync(keys, cancellationToken);
    }
}
