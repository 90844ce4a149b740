namespace FlowGraph.Server.Commands;

/// <summary>The command was given something it cannot work with: exit 2.</summary>
/// <param name="details">Lines that follow the message, such as candidates.</param>
internal sealed class UsageException(string message, params IReadOnlyList<string> details) : Exception(message)
{
    public IReadOnlyList<string> Details { get; } = details;
}
