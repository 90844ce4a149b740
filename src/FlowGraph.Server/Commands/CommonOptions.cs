using System.CommandLine;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>Options that several commands have. An instance belongs to one command line: options know the commands they are on.</summary>
internal sealed class CommonOptions
{
    public CommonOptions() => Settings =
    [
        (Dataset, nameof(FlowGraphOptions.Dataset)),
        (Urls, nameof(FlowGraphOptions.Urls)),
        (Store, nameof(FlowGraphOptions.Store)),
        (Neo4jUrl, $"{nameof(FlowGraphOptions.Neo4j)}:{nameof(Neo4jOptions.Url)}"),
        (Neo4jDatabase, $"{nameof(FlowGraphOptions.Neo4j)}:{nameof(Neo4jOptions.Database)}"),
        (Neo4jUser, $"{nameof(FlowGraphOptions.Neo4j)}:{nameof(Neo4jOptions.User)}"),
        (Neo4jPasswordFile, $"{nameof(FlowGraphOptions.Neo4j)}:{nameof(Neo4jOptions.PasswordFile)}"),
    ];

    public Option<string> Dataset { get; } = new("--dataset")
    {
        HelpName = "DIR|FILE",
        Description = $"Folder of the dataset, or a file that it was compiled to. Default: {FlowGraphOptions.DefaultDataset}",
        Recursive = true,
    };

    public Option<string> Urls { get; } = new("--urls")
    {
        HelpName = "URLS",
        Description = "Addresses to listen on, separated by semicolons; port 0 takes any free one. Default: http://127.0.0.1:5080",
    };

    public Option<string> Store { get; } = new("--store")
    {
        HelpName = "embedded|neo4j",
        Description = "Where the graph lies: in the memory of this process, or in Neo4j. Default: embedded",
    };

    public Option<string> Neo4jUrl { get; } = new("--neo4j-url") { HelpName = "URL", Description = "Address of the Neo4j server, such as http://127.0.0.1:7474 or bolt://127.0.0.1:7687." };

    public Option<string> Neo4jDatabase { get; } = new("--neo4j-database") { HelpName = "NAME", Description = "Database of the server. Default: neo4j" };

    public Option<string> Neo4jUser { get; } = new("--neo4j-user") { HelpName = "NAME", Description = "User of the server. Default: neo4j" };

    // No option takes the password itself: every user of the machine can read the arguments of a process.
    public Option<string> Neo4jPasswordFile { get; } = new("--neo4j-password-file")
    {
        HelpName = "FILE",
        Description = "File with the password; without it FLOWGRAPH_Neo4j__Password is taken.",
    };

    /// <summary>Options that stand for a key of the configuration.</summary>
    public IReadOnlyList<(Option<string> Option, string Key)> Settings { get; }

    /// <summary>What says where Neo4j is.</summary>
    public void AddNeo4jTo(Command command)
    {
        command.Add(Neo4jUrl);
        command.Add(Neo4jDatabase);
        command.Add(Neo4jUser);
        command.Add(Neo4jPasswordFile);
    }

    public static Argument<string?> Folder() => new("DIR")
    {
        Description = "Folder of the dataset; without it the one of --dataset or of the configuration.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
