using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Watching;

/// <summary>What can be asked of a database now.</summary>
public abstract record StoreState
{
    private protected StoreState(string sentence, ReleaseInfo? release) => (Sentence, Release) = (sentence, release);

    /// <summary>What is, where, and what to do; for those who run the server, not for its clients.</summary>
    public string Sentence { get; }

    /// <summary>What the database says of its release; null where it has none or says nothing.</summary>
    public ReleaseInfo? Release { get; }

    /// <summary>Nothing to act on has changed.</summary>
    public bool IsLike(StoreState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return GetType() == other.GetType() && Sentence == other.Sentence && Release?.Sha256 == other.Release?.Sha256;
    }

    /// <summary>No connection, no right to enter, or nothing there that can be used.</summary>
    public sealed record Unavailable(string Reason, Neo4jFault? Fault = null) : StoreState(Reason, null);

    public sealed record NoRelease(Neo4jAddress Address) : StoreState($"The {Address} holds no release; load one with import.", null);

    /// <summary>A load is under way, or was broken off.</summary>
    public sealed record Loading(ReleaseInfo Loaded, Neo4jAddress Address)
        : StoreState($"{Loaded.Label} is being loaded into the {Address}, or its load was broken off: then run the same import again.", Loaded);

    /// <summary>Its release knows other types than the model that is served.</summary>
    public sealed record OtherModel(ReleaseInfo Stored, string Difference, Neo4jAddress Address)
        : StoreState($"{Stored.Label} in the {Address} belongs to another model ({Difference}); load it anew with the import of this version.", Stored);

    public sealed record Ready(ReleaseInfo Served, ServerInfo Server, Neo4jAddress Address)
        : StoreState($"{Served.Label} in the {Address}, Neo4j {Server.Version} {Server.Edition}.", Served);
}
