using System.Text.Json;
using static FlowGraph.TestKit.Synthetic.RecordTypes;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>States, places, ships and those who act. What is often missing in <c>data/oil-for-troops</c> is often missing here.</summary>
internal sealed class EntityRecords(SyntheticNumbers numbers)
{
    /// <returns>The property that passages may dispute.</returns>
    public string Write(Utf8JsonWriter json, RecordType type, int number, ref Dice dice)
    {
        var digits = numbers.Digits(number);
        json.WriteString("name", Wording.Name(Noun(type), digits, ref dice));
        if (dice.Chance(0.12))
            List(json, "aliases", $"Synth. {Wording.Latin(ref dice)} {digits}", $"{Wording.Latin(ref dice)}-{digits}");
        if (dice.Chance(0.15))
            List(json, "nativeNames", dice.Chance(0.5) ? $"Синтетик {Wording.Cyrillic(ref dice)} {digits}" : $"합성 {Wording.Hangul(ref dice)} {digits}");
        var index = number - numbers[type].First;
        if (type == State)
            WriteState(json, index, ref dice);
        else if (type == Port)
            WritePort(json, index, ref dice);
        else if (type == Facility)
            WritePlace(json, dice.Of("TERMINAL", "NAVAL_FACILITY", "RAIL_FACILITY", "MUNITIONS_DEPOT", "TEST_RANGE", "MISSILE_PLANT", "SHIPYARD"), 0.56, ref dice);
        else if (type == Area)
            WritePlace(json, dice.Of("EMBARKATION_AREA", "TRAINING_AREA", "OPERATING_AREA"), 0.86, ref dice);
        else if (type == Vessel)
            WriteVessel(json, index, digits, ref dice);
        else if (type == Organization)
            WriteOrganization(json, digits, ref dice);
        else if (type == Person)
            json.WriteString("role", $"Invented {dice.Of("captain", "director", "minister", "officer", "agent")} {digits}");
        else
            json.WriteString("category", dice.Of("SPECIAL_OPERATIONS", "EXPEDITIONARY", "ENGINEER", "CONSTRUCTION", "NAVAL_FLEET", "NAVAL_INFANTRY", "INTELLIGENCE"));
        if (dice.Chance(type == Vessel ? 0.42 : 0.06))
            json.WriteString("description", Wording.Note(ref dice));
        return type == Vessel ? "flag" : type == Person ? "role" : "name";
    }

    private static void WriteState(Utf8JsonWriter json, int index, ref Dice dice)
    {
        if (dice.Chance(0.2))
            json.WriteString("commonName", $"Synthetic {Wording.Latin(ref dice)}land {CodesOf.State(index)}");
        json.WriteString("iso2", CodesOf.State(index));
        json.WriteString("iso3", CodesOf.State3(index));
        json.WriteString("codeBasis", "REFERENCE");
    }

    private void WritePort(Utf8JsonWriter json, int index, ref Dice dice)
    {
        if (dice.Chance(0.83) && CodesOf.Port(CodesOf.State(index % numbers[State].Count), index) is { } code)
        {
            json.WriteString("unlocode", code);
            json.WriteString("unlocodeBasis", dice.Of("SOURCE", "REFERENCE"));
        }
        WriteRegion(json, 0.17, 0.5, ref dice);
        WriteCoordinates(json, 0.95, ref dice);
        WriteRoles(json, ref dice);
    }

    private static void WritePlace(Utf8JsonWriter json, string category, double located, ref Dice dice)
    {
        json.WriteString("category", category);
        WriteRegion(json, 0, 0.44, ref dice);
        WriteCoordinates(json, located, ref dice);
        WriteRoles(json, ref dice);
    }

    private static void WriteVessel(Utf8JsonWriter json, int index, string digits, ref Dice dice)
    {
        if (dice.Chance(0.3) && CodesOf.Ship(index) is { } imo)
            json.WriteString("imo", imo);
        if (dice.Chance(0.08))
            List(json, "formerNames", $"Synthetic former {Wording.Latin(ref dice)} {digits}");
        json.WriteString("category", dice.Of<string>((35, "OIL_PRODUCTS_TANKER"), (20, "TANKER"), (30, "GENERAL_CARGO"), (5, "NAVAL_LANDING_SHIP"), (10, "UNSPECIFIED")));
        if (dice.Chance(0.25))
            json.WriteNumber("yearBuilt", dice.Between(1965, 2019));
        if (dice.Chance(0.04))
            json.WriteString("identityNote", Wording.Note(ref dice));
    }

    private static void WriteOrganization(Utf8JsonWriter json, string digits, ref Dice dice)
    {
        if (dice.Chance(0.16))
            json.WriteString("acronym", $"SY{digits}");
        json.WriteString("category", dice.Of("RESEARCH", "MEDIA", "GOVERNMENT", "INTERGOVERNMENTAL", "MILITARY", "SHIPPING_COMPANY", "AIRLINE", "BANK", "OIL_OR_GAS_COMPANY", "COMPANY"));
        if (dice.Chance(0.03))
            json.WriteString("location", $"Invented region {Wording.Latin(ref dice)}");
        if (dice.Chance(0.02))
            json.WriteString("established", FormattableString.Invariant($"{dice.Between(1920, 2015)}"));
        if (dice.Chance(0.02))
            json.WriteNumber("memberCount", dice.Between(3, 4000));
    }

    private static void WriteRegion(Utf8JsonWriter json, double city, double region, ref Dice dice)
    {
        if (dice.Chance(city))
            json.WriteString("city", $"Invented city {Wording.Latin(ref dice)}");
        if (dice.Chance(region))
            json.WriteString("region", $"Invented region {Wording.Cyrillic(ref dice)}");
    }

    private static void WriteCoordinates(Utf8JsonWriter json, double share, ref Dice dice)
    {
        if (!dice.Chance(share))
            return;
        json.WriteNumber("latitude", dice.Between(-8999, 8999) / 100m);
        json.WriteNumber("longitude", dice.Between(-17999, 17999) / 100m);
        json.WriteString("coordinatesBasis", dice.Of("SOURCE", "REFERENCE"));
    }

    private static void WriteRoles(Utf8JsonWriter json, ref Dice dice)
    {
        if (dice.Chance(0.1))
            return;
        var first = dice.Of("OIL_LOADING", "OIL_DISCHARGE", "MUNITIONS_LOADING", "TROOP_EMBARKATION", "TRAINING");
        if (dice.Chance(0.4))
            List(json, "roles", first, dice.Of("MUNITIONS_RECEPTION", "MUNITIONS_STORAGE", "TROOP_DISEMBARKATION", "TANKER_SIGHTING", "REPAIR"));
        else
            List(json, "roles", first);
    }

    private static void List(Utf8JsonWriter json, string name, params ReadOnlySpan<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static string Noun(RecordType type) => type == State ? "land" : type == Port ? " Port" : type == Vessel ? "" : type == Unit ? " Brigade" : $" {type.Prefix}";
}
