using System.CommandLine;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;

namespace FlowGraph.Benchmarks;

/// <summary>The options that name databases with the release that is measured, to measure them beside the embedded store.</summary>
internal sealed class NamedStores
{
    private readonly Option<string[]> _urls = new("--url") { Description = "HTTP or Bolt address of a Neo4j that holds the same release, to ask that too. May be given several times.", DefaultValueFactory = _ => [] };
    private readonly Option<string> _user = new("--user") { Description = "User of the server.", DefaultValueFactory = _ => "neo4j" };
    private readonly Option<string?> _password = new("--password-file") { Description = "File with the password." };

    public void AddTo(Command command)
    {
        command.Add(_urls);
        command.Add(_user);
        command.Add(_password);
    }

    /// <summary>Calls <paramref name="measure"/> with each of them and what it is called.</summary>
    public async Task EachAsync(ParseResult parsed, GraphModel model, ReleaseInfo release, Func<string, IGraphStore, Task> measure, CancellationToken cancellationToken)
    {
        foreach (var url in parsed.GetValue(_urls)!)
        {
            var secret = parsed.GetValue(_password) is { } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
            var address = new Uri(url);
            using var client = Neo4jClients.Open(new(address, "neo4j", parsed.GetValue(_user)!, secret), TimeProvider.System);
            using var circuit = new StoreCircuit(TimeSpan.FromSeconds(10), TimeProvider.System);
            await measure(address.Scheme.StartsWith("bolt", StringComparison.Ordinal) ? "Neo4j over Bolt" : "Neo4j over HTTP", new Neo4jStore(client, model, release, circuit));
        }
    }
}
