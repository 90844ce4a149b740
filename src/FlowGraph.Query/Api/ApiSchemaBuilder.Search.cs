using FlowGraph.Query.Search;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static ApiField SearchRoot() => Field("search", "SearchConnection!", new FieldMeaning.Root(RootKind.Search),
        [Argument("text", "String!"), Argument("types", "[NodeType!]"), Argument("mode", "SearchMode!", "FUZZY"), Argument("first", "Int"), Argument("after", "String")],
        "By any name or key, best first: other scripts, spellings and small slips are forgiven, digits are not.");

    private void AddSearchValues()
    {
        Add(new ApiObject
        {
            Name = "SearchConnection",
            Description = "By score, then name, then id.",
            Fields =
            [
                Records<SearchPage>("nodes", "[Node!]!", page => page.Hits.Select(hit => hit.Id)),
                Objects<SearchPage>("edges", "[SearchEdge!]!", page => page.Hits),
                Object<SearchPage>("pageInfo", "PageInfo!", page => page.Ends),
                Int<SearchPage>("totalCount", "Int!", page => page.TotalCount),
            ],
        });
        Add(new ApiObject
        {
            Name = "SearchEdge",
            Fields =
            [
                Text<SearchHit>("cursor", "String!", hit => hit.Cursor),
                Record<SearchHit>("node", "Node!", hit => hit.Id),
                Int<SearchHit>("score", "Int!", hit => hit.Score, "40 to 100."),
                Objects<SearchHit>("matched", "[SearchMatch!]!", hit => hit.Matches, "Why it is a hit, the best first."),
            ],
        });
        Add(new ApiObject
        {
            Name = "SearchMatch",
            Description = "A name or key that fits the text.",
            Fields =
            [
                Text<SearchMatch>("field", "String!", match => match.Field),
                Text<SearchMatch>("value", "String!", match => match.Value),
                Text<SearchMatch>("how", "MatchHow!", match => EnumSpelling.Of<MatchHow>(match.How)),
            ],
        });
        Enumerate<SearchMode>(this, "SearchMode", "EXACT: as written. FOLDED: letter case, accents, spaces and signs aside. FUZZY: other scripts, romanisations and a slip in five letters too.");
        Enumerate<MatchHow>(this, "MatchHow");
    }
}
