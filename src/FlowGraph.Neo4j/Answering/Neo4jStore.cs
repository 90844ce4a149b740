using System.Collections.Concurrent;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Loading;
using FlowGraph.Query.Api;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Neo4j.Answering;

/// <summary>The store in a Neo4j database, for as long as it holds one release.</summary>
public sealed partial class Neo4jStore(INeo4jClient client, GraphModel model, ReleaseInfo release, StoreCircuit circuit) : IGraphStore
{
    public GraphModel Model => model;

    public ReleaseInfo Release => release;

    public StoreException? Trouble => circuit.Trouble;

    /// <exception cref="StoreException">The store does not answer now.</exception>
    /// <exception cref="ReleaseChangedException">It answers from another release.</exception>
    public async ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var replies = new ConcurrentBag<CypherAnswer>();
        try
        {
            var roots = await RootsAsync(request, replies, cancellationToken);
            var records = new FetchedRecords();
            CitedRecords? cited = null;
            var start = writer.Position;
            while (true)
            {
                var walk = new ReplyWalk(model, request, release, roots, records, cited, writer, cancellationToken);
                var errors = walk.Execute();
                cited = walk.Cited;
                var missed = records.TakeMissed();
                if (missed.Count == 0 && cited is not { HasMissed: true })
                    return errors;
                writer.Reset(start);
                await FetchAsync(missed, records, request.Bound, replies, cancellationToken);
                if (cited is { HasMissed: true })
                    await cited.ReadAsync(this, cancellationToken);
            }
        }
        finally
        {
            // Read to the end, they go back to where their memory came from.
            foreach (var reply in replies)
                reply.Dispose();
        }
    }

    /// <summary>Has the database compile what every chain is found and told with: the first who asks for one would wait for it.</summary>
    /// <exception cref="StoreException">The store does not answer now.</exception>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in WalkCypher.Known(model))
        {
            using var answer = await RunAsync(statement, cancellationToken);
        }
    }

    private async Task<RootReply[]> RootsAsync(BoundRequest request, ConcurrentBag<CypherAnswer> replies, CancellationToken cancellationToken)
    {
        var statements = request.Plan.Roots.Select(root => root.Kind switch
        {
            RootKind.LookUp => PlanCypher.LookUp(model, root, request.Bound),
            RootKind.Page => PlanCypher.Page(model, root, request.Bound),
            RootKind.Facts => PlanCypher.Facts(model, root, request.Bound),
            _ => null,
        }).ToArray();
        var answers = await RunAsync(statements.OfType<PlanStatement>().Select(statement => statement.Statement), replies, cancellationToken);
        var next = 0;
        return [.. statements.Select(statement => statement is null ? default : Reply(statement, answers[next++]))];
    }

    private static RootReply Reply(PlanStatement statement, CypherAnswer answer) =>
        new(statement.Place, answer[0, 1], statement.Place.Page is { Count: >= 0 } ? answer[0, 2].GetInt32() : 0);

    private async Task FetchAsync(List<(RecordPlan Plan, string Id)> missed, FetchedRecords records, object?[] bound, ConcurrentBag<CypherAnswer> replies, CancellationToken cancellationToken)
    {
        var groups = missed.GroupBy(record => (record.Plan, Place: RecordPlaces.Of(model, record.Id))).Where(group => group.Key.Place is not null).ToList();
        var statements = groups.Select(group => RecordPlaces.Statement(model, group.Key.Plan, group.Key.Place!, [.. group.Select(record => record.Id)], bound)).ToList();
        var answers = await RunAsync(statements.Select(statement => statement.Statement), replies, cancellationToken);
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var pair in answers[i][0, 1].EnumerateArray())
                records.Put(groups[i].Key.Plan, pair[0].GetString()!, new(statements[i].Place.Record!, pair[1]));
        }
    }

    /// <summary>All at once; their order is that of the statements.</summary>
    private Task<CypherAnswer[]> RunAsync(IEnumerable<CypherStatement> statements, ConcurrentBag<CypherAnswer> replies, CancellationToken cancellationToken) =>
        Task.WhenAll(statements.Select(async statement =>
        {
            var answer = await RunAsync(statement, cancellationToken);
            replies.Add(answer);
            return answer;
        }));

    private async Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        StatementTexts.Count(statement.Text);
        var answer = await circuit.RunAsync(client, statement, cancellationToken);
        if (IsOfRelease(answer[0, 0]))
            return answer;
        answer.Dispose();
        throw new ReleaseChangedException();
    }

    private bool IsOfRelease(JsonElement found) =>
        found.GetArrayLength() == 1 && found[0][0].ValueEquals(release.Sha256) && found[0][1].ValueEquals(ReleaseNode.Ready);
}
