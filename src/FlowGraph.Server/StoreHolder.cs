using FlowGraph.Query.Plan;

namespace FlowGraph.Server;

/// <summary>The store that answers now. A new release is swapped in whole; a request keeps the store it began with.</summary>
public sealed class StoreHolder(IGraphStore store)
{
    private volatile IGraphStore _current = store;

    public IGraphStore Current => _current;

    public void Swap(IGraphStore store) => _current = store;
}
