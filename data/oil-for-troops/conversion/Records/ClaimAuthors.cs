using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Where no one is named who gives a value, the outlets whose passages give it are.</summary>
internal static class ClaimAuthors
{
    public static void Convert(Draft draft)
    {
        foreach (var claim in draft.Records.Where(record => record.Id.StartsWith("claim:", StringComparison.Ordinal)))
        {
            if (claim.Text("assertedBy") is not null || claim.Text("assertedByNote") is not null) continue;
            var outlets = claim.OwnSources.Select(source => draft[$"source:{source}"].Text("publisher")!).Distinct();
            claim.Set("assertedByNote", string.Join("; ", outlets) is { Length: > 0 } note ? note : null);
        }
    }
}
