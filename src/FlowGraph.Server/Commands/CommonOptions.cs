using System.CommandLine;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string> Dataset { get; } = new("--dataset")
    {
        HelpName = "DIR",
        Description = $"Folder of the dataset. Default: {FlowGraphOptions.DefaultDataset}",
    };

    public static Option<string> Urls { get; } = new("--urls")
    {
        HelpName = "URLS",
        Description = "Addresses to listen on, separated by semicolons; port 0 takes any free one. Default: http://127.0.0.1:5080",
    };

    public static Option<string> Store { get; } = new("--store")
    {
        HelpName = "embedded",
        Description = "Where the graph lies. Only embedded exists: in the memory of this process.",
    };

    /// <summary>Options that stand for a key of the configuration.</summary>
    public static IReadOnlyList<(Option<string> Option, string Key)> Settings { get; } =
    [
        (Dataset, nameof(FlowGraphOptions.Dataset)),
        (Urls, nameof(FlowGraphOptions.Urls)),
        (Store, nameof(FlowGraphOptions.Store)),
    ];

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
