namespace FlowGraph.Server.Caching;

/// <summary>What the tags of a document's answers have in common, kept for the release that is served: one for each of the two media types.</summary>
internal sealed class DocumentTags
{
    private volatile Base? _json;
    private volatile Base? _graphQL;

    public Base? this[bool isGraphQL]
    {
        get => isGraphQL ? _graphQL : _json;
        set
        {
            if (isGraphQL)
                _graphQL = value;
            else
                _json = value;
        }
    }

    /// <param name="Owner">Who made it: another server in the same process is configured otherwise.</param>
    /// <param name="Release">Hash of the release for which it is.</param>
    /// <param name="Hash">Of all that decides an answer, but for variables.</param>
    /// <param name="Plain">The tag without variables.</param>
    internal sealed record Base(AnswerTags Owner, string Release, byte[] Hash, string Plain);
}
