using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit.Records;
using GraphQL;

namespace FlowGraph.TestKit.Oracle;

/// <summary>What each field means, over records and dictionaries. A source is a record, a row of a page, a page, or a value.</summary>
internal sealed partial class OracleResolvers(OracleGraph graph)
{
    private readonly Lazy<RecordsChainStore> _records = new(() => new(graph.Release));

    public const string CursorsKey = "cursors";

    /// <summary>Stands where the answer has a cursor, which is opaque.</summary>
    public const string Cursor = "\u0001cursor";

    public object? Resolve(ApiField field, IResolveFieldContext context)
    {
        var arguments = OracleArguments.Of(context, field);
        var source = context.Source;
        return field.Meaning switch
        {
            FieldMeaning.Root root => Root(root, arguments, context),
            FieldMeaning.Constant constant => constant.Text,
            FieldMeaning.Property property => Value(Fact(source!), property.Definition),
            FieldMeaning.Reference reference => graph.Record((string?)OracleGraph.Property(Fact(source!), reference.Definition.Name)),
            FieldMeaning.Links links => Page(graph.Links(links.End, Id(source!)), links.End.Target, arguments, context, links.End),
            FieldMeaning.Single single => graph.Link(single.End, Id(source!))?.Node,
            FieldMeaning.SingleLink link => graph.Link(link.End, Id(source!)),
            FieldMeaning.Structural structural => Structural(structural.End, Id(source!)),
            FieldMeaning.Citations => graph.Citations(Id(Fact(source!)), (string?)arguments.GetValueOrDefault("stance")),
            FieldMeaning.Claims => graph.Claims(Id(source!), (string?)arguments.GetValueOrDefault("property")),
            FieldMeaning.QuantityClaims when source is Quantity => Array.Empty<object>(),
            FieldMeaning.QuantityClaims => source is OwnedQuantity owned ? graph.Claims(owned.Owner, owned.Property) : null,
            FieldMeaning.Supports { IsSole: true } => FactPage(graph.SoleSupport((NodeRecord)source!), arguments, context),
            FieldMeaning.Supports => FactPage(graph.Supports((NodeRecord)source!, (string)arguments["through"]! == "RELAYS", (string?)arguments.GetValueOrDefault("stance")), arguments, context),
            FieldMeaning.IncidentFacts => FactPage(
                graph.FactsAt(Id(source!), arguments.GetValueOrDefault("types") is { } types ? OracleArguments.List(types) : null, (string?)arguments.GetValueOrDefault("direction")), arguments, context),
            FieldMeaning.Sanctions sanctions => OracleSanctions.Of(graph, (NodeRecord)source!, sanctions.Designations, sanctions.IssuedBy, arguments),
            FieldMeaning.Cite => Cite(Id(Fact(source!)), (string)arguments["format"]!),
            FieldMeaning.Computed computed => Computed(computed.Value, source!),
            FieldMeaning.Part part => Part(part.Value, source!),
            FieldMeaning.Member when source is Dictionary<string, object?> fields => fields.GetValueOrDefault(field.Name) is Func<Dictionary<string, object?>, object?> of ? of(arguments) : fields.GetValueOrDefault(field.Name),
            FieldMeaning.Member => Member(source is OwnedQuantity owned ? owned.Quantity : source!, field.Name),
            _ => throw new NotSupportedException($"{context.ParentType.Name}.{field.Name} has no plain meaning."),
        };
    }

    private object? Root(FieldMeaning.Root root, Dictionary<string, object?> arguments, IResolveFieldContext context)
    {
        switch (root.Kind)
        {
            case RootKind.LookUp:
                var given = arguments.Where(argument => argument.Value is not null).ToList();
                return given.Count == 0
                    ? throw new ExecutionError("No argument.")
                    : graph.NodesOf(root.Set!).SingleOrDefault(node => given.All(argument => (string?)node[argument.Key] == (string?)argument.Value));
            case RootKind.Page:
                return Page(graph.NodesOf(root.Set!).Select(node => new OracleRow(node, null)), root.Set!, arguments, context);
            case RootKind.Aggregate:
                var where = (Dictionary<string, object?>?)arguments.GetValueOrDefault("where");
                var filter = new OracleFilter(graph);
                return new OracleAggregate(graph, (NodeType)root.Set!).Of(graph.NodesOf(root.Set!)
                    .Where(node => OracleFilter.NamesStatus(where) || !OracleGraph.IsRetracted(node)).Where(node => where is null || filter.Matches(node, root.Set!, where)));
            case RootKind.Node:
                return graph.Record((string)arguments["id"]!);
            case RootKind.Nodes:
                return OracleArguments.List(arguments["ids"]).Select(id => graph.Record((string)id!)).ToList();
            case RootKind.Facts:
                return FactPage(graph.Facts(), arguments, context);
            case RootKind.Fact:
                return graph.Fact((string)arguments["id"]!);
            case RootKind.Timeline:
                return new OracleTimeline(graph).Of(arguments, (IReadOnlyDictionary<string, OracleRow>)context.UserContext[CursorsKey]!);
            case RootKind.OilLedger:
                return new OracleLedger(graph).Of(arguments);
            case RootKind.Neighborhood:
                return new OracleSurroundings(graph).Neighborhood(arguments);
            case RootKind.Subgraph:
                return new OracleSurroundings(graph).Subgraph(arguments);
            case RootKind.Comparison:
                return new OracleSurroundings(graph).Compare(arguments);
            case RootKind.Model:
                return OracleModel.Of(graph);
            case RootKind.Search:
                return new OracleSearch(graph).Page(arguments, (IReadOnlyDictionary<string, OracleRow>)context.UserContext[CursorsKey]!);
            case RootKind.Release:
                return graph.Release.Info;
            default:
                throw new NotSupportedException(root.Kind.ToString());
        }
    }

    private OraclePage FactPage(IEnumerable<OracleRow> rows, Dictionary<string, object?> arguments, IResolveFieldContext context) =>
        OraclePage.OfFacts(graph, rows, arguments, (IReadOnlyDictionary<string, OracleRow>)context.UserContext[CursorsKey]!);

    private OraclePage Page(IEnumerable<OracleRow> rows, NodeSet set, Dictionary<string, object?> arguments, IResolveFieldContext context, RelationshipEnd? end = null) =>
        OraclePage.Of(graph, rows, set, end, arguments, (IReadOnlyDictionary<string, OracleRow>)context.UserContext[CursorsKey]!);

    private object? Structural(RelationshipEnd end, string id)
    {
        var nodes = graph.Links(end, id).Select(row => row.Node!).OrderBy(node => node.Id, OracleOrder.Texts);
        return end.IsList ? nodes.ToList() : nodes.SingleOrDefault();
    }

    /// <summary>The record that a source is about: of a link its edge.</summary>
    private static object Fact(object source) => source is OracleRow row ? row.Edge! : source;

    private static string Id(object source) => OracleGraph.IdOf(source);

    private static object? Value(object record, PropertyDefinition property) => OracleGraph.Property(record, property.Name) switch
    {
        Quantity quantity => new OwnedQuantity(quantity, Id(record), property.Name),
        ImmutableArray<string> list => list.IsDefault ? [] : list.ToList(),
        null when property.IsList => new List<string>(),
        var value => value,
    };

    private object? Computed(ComputedValue value, object source)
    {
        var record = Fact(source);
        switch (value)
        {
            case ComputedValue.FactType:
                return record is NodeRecord fact ? fact.Type.EnumName : ((EdgeRecord)record).Relationship.Edge.Name;
            case ComputedValue.Permalink:
                return $"/{(record is NodeRecord { Type.Name: "Source" } ? "source" : OracleGraph.IsFact(record) ? "fact" : "node")}/{Id(record)}";
            case ComputedValue.ClaimDisplay:
                return Display((NodeRecord)record);
            case ComputedValue.CitationFact:
                return graph.Fact((string)((NodeRecord)record)["factId"]!);
            case ComputedValue.CitationCsl:
                return Csl(graph.SourceOf((NodeRecord)record));
            case ComputedValue.EdgeFrom:
                return graph.Node(((EdgeRecord)record).From);
            case ComputedValue.EdgeTo:
                return graph.Node(((EdgeRecord)record).To);
            case ComputedValue.EdgeProperties:
                var edge = (EdgeRecord)record;
                return edge.Relationship.Edge.Properties.Where(property => !property.IsContract && edge[property.Name] is not null)
                    .ToDictionary(property => property.Name, property => edge[property.Name] is FuzzyDate date ? date.Edtf : edge[property.Name]);
            default:
                throw new NotSupportedException(value.ToString());
        }
    }

    /// <summary>How an item is printed is the printing's own matter, and tested there; here it matters which source it is of.</summary>
    private static JsonElement Csl(NodeRecord source)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            SourceReference.WriteCsl(json, source, null);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>Here it only matters that it is this record's: from plain dictionaries the same printer prints the same.</summary>
    private string? Cite(string id, string format) =>
        RecordCitation.WriteAsync(_records.Value, id, EnumSpelling.Parse<CitationFormat>(format), "", CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static string Display(NodeRecord claim)
    {
        var figure = claim["unit"] is string unit && claim["bound"] is string bound
            ? new Quantity((double?)claim["best"], (double?)claim["low"], (double?)claim["high"], unit, bound, (string?)claim["text"], false).Display
            : null;
        return (string?)claim["value"] ?? figure ?? (string?)claim["text"] ?? "";
    }

    private static object? Part(ConnectionPart part, object source) => (part, source) switch
    {
        (ConnectionPart.Nodes, OraclePage page) => page.Rows.Select(row => row.Record).ToList(),
        (ConnectionPart.Edges, OraclePage page) => page.Rows,
        (ConnectionPart.PageInfo, _) => source,
        (ConnectionPart.TotalCount, OraclePage page) => page.TotalCount,
        (ConnectionPart.HasNextPage, OraclePage page) => page.HasNextPage,
        (ConnectionPart.HasPreviousPage, OraclePage page) => page.HasPreviousPage,
        (ConnectionPart.StartCursor or ConnectionPart.EndCursor, OraclePage page) => page.Rows.Count == 0 ? null : Cursor,
        (ConnectionPart.Cursor, _) => Cursor,
        (ConnectionPart.Node, OracleRow row) => row.Record,
        (ConnectionPart.FactId, OracleRow row) => row.Edge!.Id,
        (ConnectionPart.Fact, OracleRow row) => row.Edge,
        (ConnectionPart.SupportCitations, OracleRow row) => row.Citations,
        _ => throw new NotSupportedException(part.ToString()),
    };

    /// <summary>A member of a value by its name; enums in the API's spelling.</summary>
    private static object? Member(object value, string name)
    {
        if (value is ReleaseInfo && name == "state")
            return "READY";
        var member = value.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..]) ?? throw new NotSupportedException($"{value.GetType().Name}.{name}");
        return member.GetValue(value) is Enum known ? WordStart().Replace(known.ToString(), "$1_$2").ToUpperInvariant() : member.GetValue(value);
    }

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex WordStart();

    private sealed record OwnedQuantity(Quantity Quantity, string Owner, string Property);
}
