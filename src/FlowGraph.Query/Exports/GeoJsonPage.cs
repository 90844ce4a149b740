using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>Places with coordinates as features, each with the facts that put it here. A place without coordinates has no feature.</summary>
internal static class GeoJsonPage
{
    /// <param name="factsAt">The facts to print at a place, by its id; none where it stands for itself.</param>
    public static string Write(ReleaseInfo release, string id, IEnumerable<PrintedFact> places, ILookup<string, PrintedFact> factsAt) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("about", id);
        RecordJson.Release(json, release);
        json.WriteStartArray("features");
        foreach (var place in places.Where(HasCoordinates))
            Feature(json, place, factsAt[place.Id]);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static bool HasCoordinates(PrintedFact place) => place.Record["latitude"] is double && place.Record["longitude"] is double;

    public static void Feature(Utf8JsonWriter json, PrintedFact place, IEnumerable<PrintedFact> facts)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", place.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue((double)place.Record["longitude"]!);
        json.WriteNumberValue((double)place.Record["latitude"]!);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        RecordJsonPage.Fact(json, place, null);
        json.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("id", fact.Id);
            json.WriteString("type", fact.Type);
            json.WriteString("caption", fact.Caption);
            json.WriteString("when", fact.When?.Edtf);
            json.WriteString("kind", fact.Text("kind"));
            json.WriteString("status", fact.Text("status"));
            json.WriteString("confidence", fact.Text("confidence"));
            json.WriteString("accordingTo", fact.AccordingTo);
            json.WriteString("sources", string.Join(' ', fact.Sources));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
