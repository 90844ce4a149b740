using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Ports, facilities and areas.</summary>
internal static class PlaceRecords
{
    // Elsewhere a bracket describes ("training sites") and stays in the name.
    private static readonly string[] OtherSpellings = ["rajin", "nampo", "dunai-naval-facility"];

    public static void Convert(Draft draft)
    {
        foreach (var place in draft.Dossier["ports"]) Place(draft, place);
    }

    private static void Place(Draft draft, DossierRecord place)
    {
        var node = draft.Node(place);
        var written = node.Read(place, "name")!;
        var (name, bracket) = OtherSpellings.Contains(place.BareId) ? Naming.Split(written) : (written, null);
        List<string> aliases = [.. place.List("alternateNames")];
        if (bracket is not null) aliases.AddRange([bracket, written]);
        if (place.Has("alternateNames")) draft.Ledger.Field(place.Key, "alternateNames", node.Id);
        node.Set("name", name).Set("aliases", aliases);

        var type = Dossier.PlaceType(place.Required("kind"));
        draft.Ledger.Field(place.Key, "kind", node.Id);
        if (type != "port") node.Set("category", place.Required("kind"));
        node.Take(place, "unlocode");
        node.Set("unlocodeBasis", node.Read(place, "basis.unlocode")?.ToUpperInvariant());
        node.Take(place, "city").Take(place, "region").Take(place, "lat", "latitude").Take(place, "lon", "longitude");
        node.Set("coordinatesBasis", node.Read(place, "basis.coordinates")?.ToUpperInvariant()).Take(place, "roles");

        draft.Implied(place, "state", "LOCATED_IN", node.Id, draft.Dossier.Id(place.Required("state")));
        if (place.Text("partOf") is { } whole)
            draft.Implied(place, "partOf", "WITHIN", node.Id, draft.Dossier.Id(whole), draft.Dossier.Ties("PART_OF", place.BareId, whole));
    }
}
