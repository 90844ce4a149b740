using System.Text.Json.Nodes;

namespace FlowGraph.TestKit;

/// <summary>The shipped dataset under names that try to be more than names.</summary>
public static class HostileDataset
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "</title></script><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)\" x='",
        "\u202Eevil override \u2066isolate",
        "\U0001F6A2 ship \U0001F468\u200D\U0001F469\u200D\U0001F467",
        "천마산 Chon Ma San Чон Ма Сан",
        new string('n', 5000),
        "&lt;b&gt; <!-- --> ]]> {{ }} @Model",
    ];

    public static DatasetCopy Copy() => DatasetCopy.Of((file, record) =>
    {
        var name = Names[Math.Abs(((string)record["id"]!).Length % Names.Count)];
        if (file is "vessels.jsonl" or "ports.jsonl" or "shipments.jsonl")
        {
            record["name"] = $"{name} {record["id"]}";
            record["description"] = name;
        }
        else if (file == "sources.jsonl")
        {
            record["title"] = $"{name} {record["id"]}";
            record["publisher"] = name;
        }
        else if (file == "edges.jsonl" && record["citations"] is JsonArray citations)
        {
            foreach (var citation in citations)
                citation!["paraphrase"] = name;
        }
        return record;
    });
}
