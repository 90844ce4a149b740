using System.Diagnostics;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server;

/// <summary>The store that answers now. A new release is swapped in whole; a request keeps the store it began with.</summary>
/// <remarks>It is empty only until the first release is loaded; no request is taken before.</remarks>
public sealed class StoreHolder(IGraphStore? store = null)
{
    private volatile IGraphStore? _current = store;

    public IGraphStore Current => _current ?? throw new UnreachableException("A request came before there was a store.");

    /// <summary>Finds out what the store holds now; where releases only come when they are swapped in there is nothing to find out.</summary>
    public Func<CancellationToken, Task> Renew { get; set; } = _ => Task.CompletedTask;

    public void Swap(IGraphStore store) => _current = store;
}
