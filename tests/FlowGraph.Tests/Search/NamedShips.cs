using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Search;

namespace FlowGraph.Tests.Search;

/// <summary>An index over ships with these names.</summary>
internal static class NamedShips
{
    public static NodeType Vessel { get; } = ShippedModel.Instance.NodeTypesByName["Vessel"];

    public static NameIndex Of(params IReadOnlyList<string> names)
    {
        var builder = new NameIndexBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            builder.Add(Vessel, FormattableString.Invariant($"vessel:s{i:000000}"), property => property.Name == "name" ? name : property.IsList ? ImmutableArray<string>.Empty : null);
        }
        return builder.Build();
    }

    public static SearchPage Find(this NameIndex index, string text, SearchMode mode = SearchMode.Fuzzy, int size = 200) =>
        index.Find(new SearchRequest(text, [], mode, size, null, ""), CancellationToken.None);

    /// <summary>How one name fits a text: "80 ROMANISED", or null.</summary>
    public static string? Fit(string text, string name, SearchMode mode = SearchMode.Fuzzy) =>
        Of(name).Find(text, mode).Hits is [var hit] ? FormattableString.Invariant($"{hit.Score} {hit.Matches[0].How.ToString().ToUpperInvariant()}") : null;
}
