using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks.Peers;

/// <summary>What the measured operations need of a release, for servers that know nothing of FlowGraph. Lists are in FlowGraph's order, without what is retracted.</summary>
internal sealed record PeerData(ImmutableArray<VesselRow> Vessels, ImmutableArray<PlaceRow> Places, ImmutableArray<SourceRow> Sources, ImmutableArray<ShipmentRow> Shipments)
{
    public static PeerData Of(GraphRelease release)
    {
        var nodes = release.Nodes.ToDictionary(node => node.Id);
        var shown = release.Nodes.Where(node => node.Type.Name == "Shipment" && !IsRetracted(node["status"])).ToList();
        var ids = shown.Select(shipment => shipment.Id).ToHashSet();
        var edges = release.Edges.Where(edge => ids.Contains(edge.From) && !IsRetracted(edge["status"])).ToLookup(edge => (edge.Relationship.Field, edge.From), edge => edge.To);
        var carried = shown.SelectMany(shipment => edges[("carriedBy", shipment.Id)].Select(vessel => (Vessel: vessel, Shipment: shipment.Id))).ToLookup(pair => pair.Vessel, pair => pair.Shipment);
        var citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(citation => Text(citation, "factId"));
        var sources = release.Edges.Where(edge => edge.Relationship is { Field: "source", Edge.Class: EdgeClass.Structural }).ToLookup(edge => edge.From, edge => edge.To);
        var shipments = shown.Select(shipment => Shipment(shipment, edges, citations[shipment.Id], sources)).ToImmutableArray();
        var places = shipments.SelectMany(shipment => (string?[])[shipment.LoadedAt, shipment.DischargedAt]).OfType<string>().Distinct();
        return new(
            [.. release.Nodes.Where(node => node.Type.Name == "Vessel").Select(vessel => Vessel(vessel, carried[vessel.Id]))],
            [.. places.Select(id => new PlaceRow(id, Text(nodes[id], "name")))],
            [.. shipments.SelectMany(shipment => shipment.Citations.Select(citation => citation.Source)).Distinct().Select(id => Source(nodes[id]))],
            shipments);
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        JsonSerializer.Serialize(file, this, JsonSerializerOptions.Web);
    }

    public static PeerData Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<PeerData>(file, JsonSerializerOptions.Web)!; // not the text "null"
    }

    private static VesselRow Vessel(NodeRecord vessel, IEnumerable<string> shipments) =>
        new(vessel.Id, Text(vessel, "name"), (string?)vessel["imo"], Text(vessel, "category"), (int?)vessel["yearBuilt"], [.. shipments]);

    private static ShipmentRow Shipment(NodeRecord shipment, ILookup<(string, string), string> edges, IEnumerable<NodeRecord> citations, ILookup<string, string> sources) => new(
        shipment.Id, Text(shipment, "name"), Text(shipment, "form"), Text(shipment, "commodity"), Text(shipment, "confidence"), (bool)shipment["includeInTotals"]!,
        edges[("loadedAt", shipment.Id)].FirstOrDefault(),
        edges[("dischargedAt", shipment.Id)].FirstOrDefault(),
        [
            .. citations.OrderBy(citation => Place(citation, "stance")).ThenBy(citation => Place(citation, "grade"))
                .Select(citation => new CitationRow(citation.Id, Text(citation, "locator"), Text(citation, "paraphrase"), Text(citation, "stance"), sources[citation.Id].Single())),
        ]);

    private static SourceRow Source(NodeRecord source) => new(source.Id, Text(source, "title"), (string?)source["publisher"]);

    private static string Text(NodeRecord node, string property) => (string)node[property]!; // required by the model

    private static int Place(NodeRecord node, string property) => node.Type.Property(property)!.Enum!.OrdinalOf(Text(node, property));

    private static bool IsRetracted(object? status) => status is "RETRACTED";
}

/// <param name="Shipments">Ids.</param>
internal sealed record VesselRow(string Id, string Name, string? Imo, string Category, int? YearBuilt, ImmutableArray<string> Shipments);

/// <param name="LoadedAt">Id of a place.</param>
/// <param name="DischargedAt">Id of a place.</param>
internal sealed record ShipmentRow(
    string Id, string Name, string Form, string Commodity, string Confidence, bool IncludeInTotals, string? LoadedAt, string? DischargedAt, ImmutableArray<CitationRow> Citations);

internal sealed record PlaceRow(string Id, string Name);

/// <param name="Source">Id.</param>
internal sealed record CitationRow(string Id, string Locator, string Paraphrase, string Stance, string Source);

internal sealed record SourceRow(string Id, string Title, string? Publisher);
