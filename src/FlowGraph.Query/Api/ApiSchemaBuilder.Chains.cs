using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static ImmutableArray<ApiArgument> ChainArguments() =>
    [
        Argument("from", "ID!"),
        Argument("to", "ID!"),
        Argument("maxHops", "Int!", 6, "1 to 8."),
        Argument("types", "[FactType!]", description: "Edge types replace the FACT edges walked otherwise; event types admit every form of that event."),
        Argument("excludeTypes", "[FactType!]"),
        Argument("modalities", "[Modality!]!", new object?[] { "ACTUAL" }),
        Argument("via", "[ID!]", description: "All of these must be passed."),
        Argument("avoid", "[ID!]"),
        Argument("allowHubs", "Boolean!", false, "Lets states and very connected nodes be inner nodes."),
        Argument("sharedPlaces", "Boolean!", false, "Lets two movements of one domain meet over a place, ship or unit: same place, not the same cargo."),
        Argument("kinds", "[FactKind!]"),
        Argument("minConfidence", "Confidence"),
        Argument("minIndependentSources", "Int"),
        Argument("includeContested", "Boolean!", true),
        Argument("during", "DateRangeInput"),
        Argument("chronology", "ChronologyMode!", "PREFER"),
        Argument("diversity", "Diversity!", "MOVEMENT", "MOVEMENT: no two chains share a shipment or arms transfer."),
        Argument("first", "Int!", 3, "1 to 10."),
    ];

    private static ApiField Printed<T>(string name, string type, Func<T, string?, string, string> get, ImmutableArray<ApiArgument> arguments, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Printed((value, format, address) => get((T)value, format, address))), arguments, description);

    private static void Enumerate<T>(ApiSchemaBuilder builder, string name, string? description = null)
        where T : struct, Enum =>
        builder.Add(new ApiEnum
        {
            Name = name,
            Description = description,
            Members = [.. Enum.GetValues<T>().Select(value => new EnumMember(EnumSpelling.Of<T>(value), null))],
        });

    private static ApiObject ChainObject() => new()
    {
        Name = "Chain",
        Interfaces = ["Node"],
        Description = "A path of cited facts between two things. Everything on it is true of the chain alone, whatever it was asked with.",
        Fields =
        [
            Text<Chain>("id", "ID!", chain => chain.Id, "The chain itself: any server that has its facts resolves it."),
            Record<Chain>("from", "Node!", chain => chain.From.Id),
            Record<Chain>("to", "Node!", chain => chain.To.Id),
            Objects<Chain>("hops", "[ChainHop!]!", chain => chain.Hops),
            Object<Chain>("weakestHop", "ChainHop!", chain => chain.WeakestHop),
            Text<Chain>("confidence", "Confidence!", chain => EnumSpelling.Of<Confidence>(chain.Confidence), "Of the weakest hop."),
            Int<Chain>("independentSources", "Int!", chain => chain.IndependentSources, "Of the hop with the fewest."),
            Text<Chain>("chronology", "ChainChronology!", chain => EnumSpelling.Of<ChainChronology>(chain.Chronology)),
            Text<Chain>("why", "String!", chain => chain.Why, "The tuple it is ranked by, in words."),
            Texts<Chain>("caveats", chain => chain.Caveats.Select(caveat => caveat.Text), "What it does not show, each with a fact behind it."),
            Text<Chain>("text", "String!", chain => chain.Text, "The chain on one line."),
            Printed<Chain>("narrative", "String!", (chain, format, address) => ChainNarrative.Write(chain, EnumSpelling.Parse<NarrativeFormat>(format!), address),
                [Argument("format", "NarrativeFormat!", "MARKDOWN")], "Ready to print, with footnotes."),
            Printed<Chain>("export", "String!", (chain, format, address) => ChainExport.Write(chain, EnumSpelling.Parse<ChainFormat>(format!), address),
                [Argument("format", "ChainFormat!")]),
            Printed<Chain>("permalink", "URL!", (chain, _, address) => address + chain.Permalink, []),
        ],
    };

    private void AddChainValues()
    {
        Add(new ApiObject
        {
            Name = "ChainResult",
            Description = "Ranked chains, or the reason why there is none.",
            Fields =
            [
                Objects<ChainResult>("chains", "[Chain!]!", result => result.Chains),
                Objects<ChainResult>("overlaps", "[ChainOverlap!]!", result => result.Overlaps, "What two returned chains have in common besides the ends."),
                Text<ChainResult>("none", "String", result => result.None, "Why there is none; null when there are chains."),
                Object<ChainResult>("weakestStep", "ChainHop", result => result.WeakestStep, "With none: the weakest hop of the best chain without the strength filters."),
                Object<ChainResult>("rejected", "ChainRejections!", result => result.Rejected),
                Int<ChainResult>("exploredCount", "Int!", result => result.ExploredCount),
                Boolean<ChainResult>("truncated", result => result.Truncated),
                Texts<ChainResult>("warnings", result => result.Warnings, "What widened the walk."),
                Object<ChainResult>("release", "Release!", result => result.Release),
            ],
        });
        Add(new ApiObject
        {
            Name = "ChainHop",
            Fields =
            [
                Int<ChainHop>("index", "Int!", hop => hop.Index, "From 1."),
                Record<ChainHop>("from", "Node!", hop => hop.From.Id),
                Record<ChainHop>("to", "Node!", hop => hop.To.Id),
                Record<ChainHop>("fact", "EdgeFact!", hop => hop.Fact.Id),
                Record<ChainHop>("event", "Event", hop => hop.Event?.Id, "The inner event it enters."),
                Boolean<ChainHop>("reversed", hop => hop.Reversed, "Walked against the arrow."),
                Text<ChainHop>("kind", "FactKind!", hop => EnumSpelling.Of<FactKind>(hop.Kind)),
                Text<ChainHop>("status", "FactStatus!", hop => EnumSpelling.Of<FactStatus>(hop.Status)),
                Text<ChainHop>("confidence", "Confidence!", hop => EnumSpelling.Of<Confidence>(hop.Confidence)),
                Int<ChainHop>("independentSources", "Int!", hop => hop.IndependentSources),
                Text<ChainHop>("order", "TemporalOrder", hop => hop.Order is { } order ? EnumSpelling.Of<Model.Values.TemporalOrder>(order) : null, "Against the hop before it; null on the first."),
                Int<ChainHop>("gapDays", "Int", hop => hop.GapDays),
            ],
        });
        Add(new ApiObject
        {
            Name = "ChainOverlap",
            Fields =
            [
                Text<ChainOverlap>("a", "ID!", overlap => overlap.A),
                Text<ChainOverlap>("b", "ID!", overlap => overlap.B),
                Records<ChainOverlap>("shared", "[Node!]!", overlap => overlap.Shared),
            ],
        });
        Add(new ApiObject
        {
            Name = "ChainRejections",
            Description = "Complete paths that are no chain, by the first rule they broke.",
            Fields =
            [
                Int<ChainRejections>("coincidence", "Int!", rejected => rejected.Coincidence, "Join two domains without a bridge between them."),
                Int<ChainRejections>("sharedPlace", "Int!", rejected => rejected.SharedPlace, "Join two movements only by a place, ship or unit."),
                Int<ChainRejections>("contested", "Int!", rejected => rejected.Contested),
                Int<ChainRejections>("chronology", "Int!", rejected => rejected.Chronology),
                Int<ChainRejections>("via", "Int!", rejected => rejected.Via),
                Int<ChainRejections>("diversity", "Int!", rejected => rejected.Diversity),
            ],
        });
        Enumerate<ChronologyMode>(this, "ChronologyMode");
        Enumerate<Diversity>(this, "Diversity");
        Enumerate<ChainChronology>(this, "ChainChronology", "COHERENT: one direction in time throughout. MIXED: forth and back.");
        Enumerate<Model.Values.TemporalOrder>(this, "TemporalOrder");
        Enumerate<NarrativeFormat>(this, "NarrativeFormat");
        Enumerate<ChainFormat>(this, "ChainFormat");
    }
}
