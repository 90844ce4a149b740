using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Client;

/// <summary>The client that speaks what an address names.</summary>
public static class Neo4jClients
{
    public static INeo4jClient Open(Neo4jAddress address, TimeProvider time) => new QueryApiClient(address, time);
}
