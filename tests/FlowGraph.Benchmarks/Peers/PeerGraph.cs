using System.Collections.Frozen;

namespace FlowGraph.Benchmarks.Peers;

/// <summary>The records joined in memory: a resolver only follows a reference.</summary>
internal sealed class PeerGraph
{
    public PeerGraph(PeerData data)
    {
        var places = data.Places.ToDictionary(place => place.Id, place => new Place(place.Id, place.Name));
        var sources = data.Sources.ToDictionary(source => source.Id, source => new Source(source.Id, source.Title, source.Publisher));
        Place? At(string? id) => id is null ? null : places[id];
        Shipments =
        [
            .. data.Shipments.Select(row => new Shipment(row.Id, row.Name, row.Form, row.Commodity, row.Confidence, row.IncludeInTotals, At(row.LoadedAt), At(row.DischargedAt),
                [.. row.Citations.Select(citation => new Citation(citation.Id, citation.Locator, citation.Paraphrase, citation.Stance, sources[citation.Source]))])),
        ];
        var shipments = Shipments.ToDictionary(shipment => shipment.Id);
        Vessels = data.Vessels
            .Select(row => new Vessel(row.Id, row.Name, row.Imo, row.Category, row.YearBuilt, [.. row.Shipments.Select(id => shipments[id])]))
            .ToFrozenDictionary(vessel => vessel.Id);
    }

    public FrozenDictionary<string, Vessel> Vessels { get; }

    public Shipment[] Shipments { get; }
}

internal sealed record Vessel(string Id, string Name, string? Imo, string Category, int? YearBuilt, Shipment[] Shipments);

internal sealed record Shipment(
    string Id, string Name, string Form, string Commodity, string Confidence, bool IncludeInTotals, Place? LoadedAt, Place? DischargedAt, Citation[] Citations);

internal sealed record Place(string Id, string Name);

internal sealed record Citation(string Id, string Locator, string Paraphrase, string Stance, Source Source);

internal sealed record Source(string Id, string Title, string? Publisher);

internal sealed record ShipmentsConnection(ArraySegment<Shipment> Nodes)
{
    public static ShipmentsConnection First(Shipment[] shipments, int count) => new(new ArraySegment<Shipment>(shipments, 0, Math.Min(count, shipments.Length)));
}
