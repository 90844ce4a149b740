using System.Runtime.CompilerServices;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Exports;

/// <summary>All records of a release, a batch at a time and in the same order on every store: type by type as the model declares them, by id within a type.</summary>
internal sealed class RecordBatches(IRecordStore store, CancellationToken cancellationToken)
{
    private const int Size = 500;

    /// <summary>Citations stand within what they speak of.</summary>
    public IEnumerable<NodeType> NodeTypes => store.Model.NodeTypes.Where(type => type.Name != "Citation");

    public IEnumerable<EdgeType> EdgeTypes => store.Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural);

    public IAsyncEnumerable<IReadOnlyList<PrintedFact>> OfAsync(NodeType type) => OfAsync(after => store.NodeIdsAsync(type, after, Size, cancellationToken), cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<PrintedFact>> OfAsync(EdgeType type) => OfAsync(after => store.EdgeIdsAsync(type, after, Size, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<PrintedFact>> AllAsync()
    {
        foreach (var type in NodeTypes)
        {
            await foreach (var batch in OfAsync(type))
                yield return batch;
        }
        foreach (var type in EdgeTypes)
        {
            await foreach (var batch in OfAsync(type))
                yield return batch;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<PrintedFact>> OfAsync(Func<string?, ValueTask<IReadOnlyList<string>>> next, [EnumeratorCancellation] CancellationToken token)
    {
        string? after = null;
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var ids = await next(after);
            if (ids.Count > 0)
                yield return await RecordGathering.PlainAsync(store, ids, token);
            if (ids.Count < Size)
                yield break;
            after = ids[^1];
        }
    }
}
