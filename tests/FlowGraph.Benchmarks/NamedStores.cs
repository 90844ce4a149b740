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
    /// <exception cref="BenchmarkException">There is no file with the password.</exception>
    public async Task EachAsync(ParseResult parsed, GraphModel model, ReleaseInfo release, Func<string, IGraphStore, Task> measure, CancellationToken cancellationToken)
    {
        var (user, file) = (parsed.GetValue(_user)!, parsed.GetValue(_password)); // a user is always named
        if (file is not null)
            Neo4jOptions.RequirePassword(file, user);
        var secret = file is null ? null : (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        foreach (var url in parsed.GetValue(_urls)!)
        {
            var address = new Uri(url);
            using var client = Neo4jClients.Open(new(address, "neo4j", user, secret), TimeProvider.System);
            using var circuit = new StoreCircuit(TimeSpan.FromSeconds(10), TimeProvider.System);
            await measure(address.Scheme.StartsWith("bolt", StringComparison.Ordinal) ? "Neo4j over Bolt" : "Neo4j over HTTP", new Neo4jStore(client, model, release, circuit));
        }
    }
}
