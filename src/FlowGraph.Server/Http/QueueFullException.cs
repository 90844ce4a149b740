namespace FlowGraph.Server.Http;

/// <summary>No place came free in the queue.</summary>
internal sealed class QueueFullException() : Exception("No place came free in the queue.");
