using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Query.Response;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>The shipped release with some values changed, behind the same schema.</summary>
internal sealed class ChangedRelease
{
    private readonly EmbeddedStore _store;

    /// <param name="change">A record's new values by property; null = as it was.</param>
    public ChangedRelease(Func<NodeRecord, Dictionary<string, object?>?> change)
    {
        var shipped = TestApplication.Shared.Release;
        _store = EmbeddedStore.Load(new()
        {
            Model = shipped.Model,
            Info = shipped.Info,
            Nodes = [.. shipped.Nodes.Select(node => change(node) is { } values ? With(node, values) : node)],
            Edges = shipped.Edges,
        });
    }

    public async Task<JsonNode> AskAsync(string query)
    {
        using var request = TestApplication.Request(query);
        using var writer = new JsonResponseWriter();
        await TestApplication.Shared.Application.Executor.ExecuteAsync(request, _store, "", writer, TestContext.Current.CancellationToken);
        return JsonNode.Parse(Encoding.UTF8.GetString(writer.Written))!;
    }

    private static NodeRecord With(NodeRecord node, Dictionary<string, object?> values) =>
        node with { Values = [.. node.Values.Select((value, i) => values.TryGetValue(node.Type.Properties[i].Name, out var changed) ? changed : value)] };
}
