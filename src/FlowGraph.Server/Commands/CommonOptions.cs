using System.CommandLine;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>Options that several commands have. An instance belongs to one command line: options know the commands they are on.</summary>
internal sealed class CommonOptions
{
    public CommonOptions() => Settings = [(Dataset, nameof(FlowGraphOptions.Dataset)), (Urls, nameof(FlowGraphOptions.Urls)), (Store, nameof(FlowGraphOptions.Store))];

    public Option<string> Dataset { get; } = new("--dataset")
    {
        HelpName = "DIR",
        Description = $"Folder of the dataset. Default: {FlowGraphOptions.DefaultDataset}",
        Recursive = true,
    };

    public Option<string> Urls { get; } = new("--urls")
    {
        HelpName = "URLS",
        Description = "Addresses to listen on, separated by semicolons; port 0 takes any free one. Default: http://127.0.0.1:5080",
    };

    public Option<string> Store { get; } = new("--store")
    {
        HelpName = "embedded",
        Description = "Where the graph lies. Only embedded exists: in the memory of this process.",
    };

    /// <summary>Options that stand for a key of the configuration.</summary>
    public IReadOnlyList<(Option<string> Option, string Key)> Settings { get; }

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
