using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Records;

namespace FlowGraph.Import.Computing;

/// <summary>What the release does not have, counted.</summary>
internal static class Caveats
{
    public static ImmutableArray<Caveat> Of(DatasetDraft dataset)
    {
        var citations = dataset.Nodes.Concat<Draft>(dataset.Edges).SelectMany(record => record.Citations);
        var sources = dataset.Nodes.Where(node => node.Type.Name == Vocabulary.Source).ToList();
        var facts = dataset.Nodes.Where(node => node.Type.IsFact).Concat<Draft>(dataset.Edges);

        List<Caveat> caveats =
        [
            Caveat("PASSAGE_NOT_LOCATED", citations.Count(citation => citation.Text("locatorKind") == "EXCERPT"),
                "citation rests on an archived excerpt: its passage was not located", "citations rest on an archived excerpt: their passages were not located"),
            Caveat("ONE_ORIGIN", facts.Count(fact => fact["independentSources"] is 1), "fact rests on one origin", "facts rest on one origin"),
            Caveat("ORIGIN_UNKNOWN", sources.Count(source => source.Text("originBasis") == "UNKNOWN"),
                "source has no known origin; on a fact all unknown ones count as one", "sources have no known origin; on a fact all unknown ones count as one"),
            Caveat("NO_ARCHIVE_COPY", sources.Count(source => source["archiveUrl"] is null), "source has no archive copy", "sources have no archive copy"),
            Caveat("NO_DATE", sources.Count(source => source["publishedAt"] is null), "source has no date of publication", "sources have no date of publication"),
            Caveat("SCOPE_RECORD", dataset.Edges.Count(HasNoPassageOfItsOwn),
                "edge has no passage of its own and takes those of its record; its confidence is at most MODERATE",
                "edges have no passage of their own and take those of their record; their confidence is at most MODERATE"),
        ];
        return [.. caveats.Where(caveat => caveat.Count > 0)];
    }

    private static bool HasNoPassageOfItsOwn(EdgeDraft edge) =>
        !edge.Citations.Any(citation => citation.Scope == Vocabulary.ScopeOwn && citation.Stance == Vocabulary.Supports);

    private static Caveat Caveat(string code, int count, string one, string many) =>
        new(code, count, string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}."));
}
