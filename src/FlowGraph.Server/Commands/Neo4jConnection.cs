using FlowGraph.Neo4j.Client;

namespace FlowGraph.Server.Commands;

/// <summary>The configured Neo4j database, for a command that needs one.</summary>
internal static class Neo4jConnection
{
    /// <exception cref="UsageException">No server is named, or the password file cannot be read.</exception>
    public static INeo4jClient Open(CommandContext context)
    {
        var options = context.Options.Neo4j;
        if (options.Url is not { } url)
            throw new UsageException("No Neo4j server is named. Name its address with --neo4j-url URL or FLOWGRAPH_Neo4j__Url.");
        return Neo4jClients.Open(new(new Uri(url), options.Database, options.User, Password(context)), TimeProvider.System);
    }

    public static int ExitCodeOf(Neo4jException fault) => fault.Fault switch
    {
        Neo4jFault.ReadOnly or Neo4jFault.Refused or Neo4jFault.ForeignContent or Neo4jFault.Exhausted => ExitCode.No,
        _ => ExitCode.Unreachable,
    };

    private static string? Password(CommandContext context)
    {
        if (context.Options.Neo4j.PasswordFile is not { } file)
            return context.Options.Neo4j.Password;
        try
        {
            // Editors end a file with a line break; a password that ends with one cannot be typed.
            return File.ReadAllText(Path.GetFullPath(file, context.Surroundings.WorkingDirectory)).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The password file '{file}' cannot be read. Name one that can, with --neo4j-password-file FILE or FLOWGRAPH_Neo4j__PasswordFile.");
        }
    }
}
