namespace FlowGraph.Query.Search;

/// <summary>Something that is made once, when it is first wanted, for all who want it meanwhile. What failed is tried again by the next.</summary>
public sealed class SharedWork<T>(Func<Task<T>> make)
{
    private readonly Lock _lock = new();
    private Task<T>? _made;

    /// <param name="cancellationToken">Ends the waiting; the others still get it.</param>
    public ValueTask<T> ResultAsync(CancellationToken cancellationToken)
    {
        var made = Volatile.Read(ref _made);
        if (made is not { IsCompletedSuccessfully: true })
        {
            lock (_lock)
            {
                if (_made is null or { IsCompleted: true, IsCompletedSuccessfully: false })
                    _made = Task.Run(make, CancellationToken.None);
                made = _made;
            }
        }
        return new(made.IsCompleted ? made : made.WaitAsync(cancellationToken));
    }
}
