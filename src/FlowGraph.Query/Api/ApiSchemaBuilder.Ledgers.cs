using FlowGraph.Model.Structure;
using FlowGraph.Query.Ledgers;
using FlowGraph.Query.Sanctions;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static IEnumerable<ApiField> LedgerRoots() =>
    [
        Field("timeline", "TimelineConnection!", new FieldMeaning.Root(RootKind.Timeline),
        [
            Argument("scope", "[ID!]", description: "Nodes: the events among them and those that a fact joins to one. All events where none is given."),
            Argument("types", "[NodeType!]", description: "Event types."),
            Argument("during", "DateRangeInput", description: "Events whose date shares a day with it."),
            Argument("first", "Int"),
            Argument("after", "String"),
        ], "Events in the order in which they can have begun; open starts last."),
        Field("oilLedger", "OilLedger!", new FieldMeaning.Root(RootKind.OilLedger),
        [
            Argument("exporter", "ID"),
            Argument("importer", "ID", description: "Whose cap the sums are compared with."),
            Argument("during", "DateRangeInput", description: "Shipments whose date shares a day with it."),
            Argument("groupBy", "LedgerPeriod!", "YEAR"),
        ], "Refined petroleum by period and counting group, against the cap; what was not counted, and why."),
    ];

    private void AddLedgerValues()
    {
        Add(new ApiObject
        {
            Name = "TimelineConnection",
            Fields =
            [
                Records<Timeline>("nodes", "[Event!]!", timeline => timeline.Edges.Select(edge => edge.Node)),
                Objects<Timeline>("edges", "[TimelineEdge!]!", timeline => timeline.Edges),
                Object<Timeline>("pageInfo", "PageInfo!", timeline => timeline.PageInfo),
                Int<Timeline>("totalCount", "Int!", timeline => timeline.TotalCount),
                Int<Timeline>("undatedCount", "Int!", timeline => timeline.UndatedCount, "Events without a date, which are not listed."),
                Text<Timeline>("text", "String!", timeline => timeline.Text, "The page on one line."),
            ],
        });
        Add(new ApiObject
        {
            Name = "TimelineEdge",
            Fields = [Text<TimelineEdge>("cursor", "String!", edge => edge.Cursor), Record<TimelineEdge>("node", "Event!", edge => edge.Node)],
        });
        Add(new ApiObject
        {
            Name = "OilLedger",
            Fields = [Objects<OilLedger>("rows", "[OilLedgerRow!]!", ledger => ledger.Rows), Text<OilLedger>("text", "String!", ledger => ledger.Text, "All of it on one line.")],
        });
        Add(new ApiObject
        {
            Name = "OilLedgerRow",
            Description = "A record that crosses the border of a period is never apportioned: its row's period is the span that holds it.",
            Fields =
            [
                Text<OilLedgerRow>("period", "String!", row => row.Period, "2024, 2024-03, 2022/2023, undated."),
                Text<OilLedgerRow>("countingGroup", "String!", row => row.CountingGroup),
                Text<OilLedgerRow>("note", "String", row => row.Note, "What the release says of the group."),
                Object<OilLedgerRow>("barrels", "Quantity", row => row.Barrels, "Ends are added, no midpoint is invented; null where nothing was counted."),
                Record<OilLedgerRow>("cap", "Cap", row => row.Cap, "For a calendar year: the one cap on the importer that holds for all of it."),
                Object<OilLedgerRow>("capBarrels", "Quantity", row => row.CapBarrels),
                Object<OilLedgerRow>("multipleOfCap", "FloatInterval", row => row.MultipleOfCap, "Each end over the cap; high is null where it is open."),
                Records<OilLedgerRow>("counted", "[Shipment!]!", row => row.Counted),
                Objects<OilLedgerRow>("leftOut", "[LeftOut!]!", row => row.LeftOut),
            ],
        });
        Add(new ApiObject
        {
            Name = "FloatInterval",
            Fields =
            [
                Float<FloatInterval>("low", interval => interval.Low), Float<FloatInterval>("high", interval => interval.High, "Null when open."),
                Text<FloatInterval>("display", "String!", interval => interval.Display),
            ],
        });
        Enumerate<LedgerPeriod>(this, nameof(LedgerPeriod));
        Enumerate<SanctionStatus>(this, nameof(SanctionStatus), "LISTED: a designation in force covers the day. UNKNOWN: none does, but one is undated, or dated only to the month or year around it.");
    }

    /// <summary>On what authorities list: ships, companies, people.</summary>
    private static IEnumerable<ApiField> SanctionFields(NodeType type)
    {
        if (type.Name is not ("Vessel" or "Organization" or "Person") || type.Ends.FirstOrDefault(end => end.Name == "designations") is not { } designations)
            return [];
        var issuedBy = designations.Relationship.Source.Ends.First(end => end.Name == "issuedBy");
        return
        [
            Field("sanctionedOn", "SanctionStatus!", new FieldMeaning.Sanctions(designations, issuedBy), [Argument("date", "Date!"), Argument("by", "ID")],
                "Whether a designation, of one authority or any, was in force on that day."),
        ];
    }
}
