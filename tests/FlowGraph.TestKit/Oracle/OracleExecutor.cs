using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Query.Api;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Answers operations over a release with GraphQL.NET's executor and plain resolvers: slow, simple, and independent of the query engine.</summary>
public sealed class OracleExecutor
{
    private static readonly GraphQLSerializer _serializer = new();

    private readonly OracleGraph _graph;
    private readonly ISchema _schema;

    public OracleExecutor(ApiSchema api, GraphRelease release)
    {
        _graph = new(release);
        _schema = OracleSchema.Build(api, _graph);
    }

    /// <summary>Where the answer of the engine has a cursor, which is opaque.</summary>
    public static string Cursor => OracleResolvers.Cursor;

    /// <summary>The whole response as JSON.</summary>
    /// <param name="cursors">Every cursor among the variables, with the ids of the node and of the edge (or empty) it was cut from.</param>
    public async Task<string> ExecuteAsync(
        string query, JsonObject variables, IReadOnlyDictionary<string, (string Id, string Tie)> cursors, CancellationToken cancellationToken)
    {
        List<Exception> faults = [];
        var result = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = _schema,
            Query = query,
            Variables = _serializer.Deserialize<Inputs>(variables.ToJsonString()) ?? Inputs.Empty,
            UserContext = new Dictionary<string, object?>
            {
                [OracleArguments.VariablesKey] = variables,
                [OracleResolvers.CursorsKey] = cursors.ToDictionary(cursor => cursor.Key, cursor => Row(cursor.Value)),
            },
            UnhandledExceptionDelegate = context =>
            {
                // A null where none may be is an answer; anything else that is thrown is a fault of the oracle.
                if (context.Exception is not InvalidOperationException { Message: var message } || !message.StartsWith("Cannot return", StringComparison.Ordinal))
                    faults.Add(context.Exception);
                return Task.CompletedTask;
            },
            CancellationToken = cancellationToken,
        });
        return faults.Count == 0 ? _serializer.Serialize(result) : throw new AggregateException("The oracle failed.", faults);
    }

    private OracleRow Row((string Id, string Tie) place) => new(_graph.Node(place.Id), _graph.Edge(place.Tie) ?? _graph.Edge(place.Id));
}
