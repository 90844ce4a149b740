using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Watching;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Commands;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.Http;
using Spectre.Console;

namespace FlowGraph.Server.Hosting;

/// <summary>What <c>serve</c> prints when it is ready.</summary>
internal static class StartPage
{
    public static async Task PrintAsync(IAnsiConsole console, IEnumerable<string> addresses, FlowGraphOptions options, IGraphStore store, CancellationToken cancellationToken)
    {
        var fact = await FactAsync(store, cancellationToken);
        Print(console, addresses, options, ReleaseWords.Of(store.Release), address => Example(address, fact));
    }

    public static void Print(IAnsiConsole console, IEnumerable<string> addresses, FlowGraphOptions options, StoreState state) =>
        Print(console, addresses, options, state.Sentence, address => $"curl -s {address}/health/ready");

    private static void Print(IAnsiConsole console, IEnumerable<string> addresses, FlowGraphOptions options, string release, Func<string, string> example)
    {
        var all = addresses.ToList();
        var address = Reachable(all[0]);
        Line(console, "address", string.Join(", ", all));
        Line(console, "store", options.Store);
        Line(console, "release", release);
        Line(console, "pages", $"{address}/  the explorer");
        Line(console, "", $"{address}{GraphQLEndpoints.Path}  the API");
        if (options.Graphiql)
            Line(console, "", $"{address}{GraphiqlEndpoints.Page}  ready questions, and your own");
        Line(console, "", $"{address}{GraphQLEndpoints.SchemaPath}  its schema");
        Line(console, "", $"{address}{ExportEndpoints.Path}/dataset.jsonl.gz  the release as a file; facts, nodes, sources, chains: {ExportEndpoints.Path}/fact/ID.md …");
        Line(console, "", $"{address}/health/ready  whether it is ready");
        Line(console, "", $"{address}{BrowserKitEndpoints.Folder}  style, guide and favourites for Neo4j Browser");
        Line(console, "try", example(address));
        console.WriteLine("Ctrl+C stops it.");
    }

    private static void Line(IAnsiConsole console, string label, string text) =>
        console.Write(new Paragraph().Append(label.PadRight(9), new Style(Color.Green)).Append(text + "\n"));

    // "Every address of the machine" is no address that one can call.
    private static string Reachable(string address) =>
        address.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);

    private static string Example(string address, string? fact)
    {
        var query = fact is null
            ? "{ release { id title } }"
            : $$"""{ fact(id: \"{{fact}}\") { caption confidence independentSources citations { paraphrase source { title publisher } } } }""";
        return $$"""curl -s {{address}}/graphql -H 'Content-Type: application/json' -d '{"query":"{{query}}"}'""";
    }

    /// <summary>One cited fact of this release: the bridge between movements where there is one, else any event.</summary>
    private static async Task<string?> FactAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var type in store.Model.NodeTypes.Where(type => type.Contract == Contract.Event).OrderByDescending(type => type.IsBridge))
        {
            if (await store.NodeIdsAsync(type, null, 1, cancellationToken) is [var first])
                return first;
        }
        return null;
    }
}
