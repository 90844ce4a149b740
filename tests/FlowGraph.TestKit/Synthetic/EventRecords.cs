using System.Text.Json;
using static FlowGraph.TestKit.Synthetic.RecordTypes;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>What moved, was seen, listed, agreed, said and disputed.</summary>
internal sealed class EventRecords(SyntheticNumbers numbers)
{
    public const int CountingGroups = 12;

    private const int TargetsOfAnAct = 3;

    /// <returns>The property that passages may dispute.</returns>
    public string Write(Utf8JsonWriter json, RecordType type, int number, ref Dice dice)
    {
        var digits = numbers.Digits(number);
        json.WriteString("name", Wording.Name($" {type.Prefix}", digits, ref dice));
        if (type != Exchange && type != Dispute && dice.Chance(0.96))
            json.WriteString("when", Wording.Date(ref dice));
        var disputed = Own(json, type, number, digits, ref dice);
        if (dice.Chance(0.18))
            json.WriteString("description", Wording.Note(ref dice));
        if (type != Dispute && dice.Chance(0.005))
            json.WriteString("likelihood", dice.Of("UNLIKELY", "ROUGHLY_EVEN", "LIKELY", "VERY_LIKELY"));
        if (dice.Chance(0.002))
        {
            json.WriteString("status", "RETRACTED");
            json.WriteString("statusReason", Wording.Note(ref dice));
        }
        return disputed;
    }

    public static string CountingGroup(int index) => FormattableString.Invariant($"synthetic-group-{index + 1:00}");

    private string Own(Utf8JsonWriter json, RecordType type, int number, string digits, ref Dice dice)
    {
        if (type == Shipment)
            return WriteShipment(json, ref dice);
        if (type == Arms)
            return WriteArms(json, ref dice);
        if (type == Deployment)
            return WriteDeployment(json, ref dice);
        if (type == Designation)
            return WriteDesignation(json, number, digits, ref dice);
        if (type == Agreement)
            return WriteAgreement(json, ref dice);
        if (type == Exchange)
            json.WriteString("kind", "ASSESSED");
        else if (type == Sighting)
            json.WriteString("placeAsReported", FormattableString.Invariant($"{dice.Between(1, 80)} miles off {Wording.Latin(ref dice)} {digits}"));
        else if (type == Cap)
            json.WriteString("commodity", dice.Of("REFINED_PETROLEUM", "CRUDE_OIL"));
        else if (type == Statement)
            json.WriteString("form", dice.Of("DENIAL", "ACKNOWLEDGEMENT", "ANNOUNCEMENT", "NO_RESPONSE"));
        else if (type == Occurrence)
            json.WriteString("form", dice.Of("VISIT", "SUMMIT", "MEETING", "REPORT", "CESSATION", "LABOUR"));
        else
        {
            json.WriteString("question", $"Which of two invented accounts of {Wording.Latin(ref dice)} {digits} holds?");
            json.WriteString("reading", Wording.Note(ref dice));
            json.WriteString("kind", "DERIVED");
        }
        return "when";
    }

    private static string WriteShipment(Utf8JsonWriter json, ref Dice dice)
    {
        var form = dice.Of<string>((85, "VOYAGE"), (15, "SERIES"));
        json.WriteString("form", form);
        json.WriteString("commodity", dice.Of<string>((85, "REFINED_PETROLEUM"), (15, "CRUDE_OIL")));
        WriteTransport(json, 0.3, ref dice);
        if (dice.Chance(0.48))
            json.WriteString("observation", dice.Of("AT_LOADING_PORT", "AIS_DESTINATION_SIGNALLED"));
        if (dice.Chance(0.09))
            json.WriteBoolean("vesselsComplete", dice.Chance(0.5));
        WriteCount(json, form == "SERIES", ref dice);
        return "barrels";
    }

    private static string WriteArms(Utf8JsonWriter json, ref Dice dice)
    {
        var form = dice.Of<string>((60, "TRANSFER"), (12, "SERIES"), (12, "OBSERVATION"), (8, "CUMULATIVE"), (4, "RATE"), (4, "USE_EVIDENCE"));
        json.WriteString("form", form);
        json.WriteString("materiel", Wording.Materiel(ref dice));
        WriteTransport(json, 0.9, ref dice);
        if (dice.Chance(0.09))
            json.WriteString("routeNote", Wording.Note(ref dice));
        if (dice.Chance(0.09))
            json.WriteString("usedIn", $"Invented region {Wording.Latin(ref dice)}");
        WriteCount(json, form is "SERIES" or "CUMULATIVE" or "RATE", ref dice);
        return "quantity";
    }

    private static string WriteDeployment(Utf8JsonWriter json, ref Dice dice)
    {
        var form = dice.Of<string>((50, "MOVEMENT"), (15, "OBSERVATION"), (15, "CUMULATIVE"), (15, "ANNOUNCEMENT"), (5, "PLAN"));
        json.WriteString("form", form);
        if (form is "ANNOUNCEMENT" or "PLAN")
            json.WriteString("modality", form == "PLAN" ? "PLANNED" : "ANNOUNCED");
        WriteTransport(json, 0.21, ref dice);
        if (dice.Chance(0.8))
            json.WriteString("areaAsReported", $"Invented region {Wording.Cyrillic(ref dice)}");
        WriteCount(json, form == "CUMULATIVE", ref dice);
        return "personnel";
    }

    private string WriteDesignation(Utf8JsonWriter json, int number, string digits, ref Dice dice)
    {
        var act = (number - numbers[Designation].First) / TargetsOfAnAct;
        json.WriteString("action", FormattableString.Invariant($"synthetic-act-{act:000000}"));
        json.WriteString("instrument", FormattableString.Invariant($"Invented sanctions package {act % 40}"));
        json.WriteString("reason", Wording.Note(ref dice));
        if (dice.Chance(0.18))
        {
            json.WriteStartArray("measures");
            json.WriteStringValue(dice.Of("ASSET_FREEZE", "PORT_ENTRY_BAN", "TRAVEL_BAN"));
            json.WriteEndArray();
        }
        if (dice.Chance(0.17))
            json.WriteString("announced", Wording.Date(ref dice));
        if (dice.Chance(0.13))
            json.WriteString("targetNote", $"Invented target {digits}");
        return "targetCount";
    }

    private static string WriteAgreement(Utf8JsonWriter json, ref Dice dice)
    {
        json.WriteString("form", dice.Of("UN_RESOLUTION", "TREATY", "VETOED_DRAFT_RESOLUTION"));
        if (dice.Chance(0.14))
        {
            json.WriteBoolean("adoptedUnanimously", false);
            json.WriteNumber("votesFor", dice.Between(8, 13));
            json.WriteNumber("votesAgainst", dice.Between(0, 2));
            json.WriteNumber("votesAbstaining", dice.Between(0, 2));
        }
        if (dice.Chance(0.14))
            json.WriteString("inForce", Wording.Date(ref dice));
        return "when";
    }

    private static void WriteTransport(Utf8JsonWriter json, double share, ref Dice dice)
    {
        if (dice.Chance(share))
            json.WriteString("transport", dice.Of<string>((55, "SEA"), (20, "RAIL"), (10, "AIR"), (10, "MIXED"), (5, "UNKNOWN")));
    }

    private static void WriteCount(Utf8JsonWriter json, bool isAggregate, ref Dice dice)
    {
        json.WriteString("countingGroup", CountingGroup(dice.Ranked(CountingGroups, 2)));
        json.WriteBoolean("includeInTotals", dice.Chance(0.3));
        json.WriteBoolean("aggregate", isAggregate);
        if (dice.Chance(0.15))
            json.WriteString("countNote", Wording.Note(ref dice));
    }
}
