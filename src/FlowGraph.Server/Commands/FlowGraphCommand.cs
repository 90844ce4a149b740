using System.CommandLine;

namespace FlowGraph.Server.Commands;

/// <summary>A command with its arguments and what it does.</summary>
internal abstract class FlowGraphCommand(string name, string description) : Command(name, description)
{
    public abstract Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
