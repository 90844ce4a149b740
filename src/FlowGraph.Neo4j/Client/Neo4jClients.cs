using FlowGraph.Neo4j.Bolt;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Client;

/// <summary>The client that speaks what an address names.</summary>
public static class Neo4jClients
{
    public static INeo4jClient Open(Neo4jAddress address, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        return BoltAddress.IsBolt(address.Url) ? new BoltClient(address, time) : new QueryApiClient(address, time);
    }
}
