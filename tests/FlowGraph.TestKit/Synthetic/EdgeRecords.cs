using System.Text.Json;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>What an edge has beside its ends.</summary>
internal sealed class EdgeRecords(SyntheticNumbers numbers)
{
    public string IdOf(TiedPair pair) => $"{pair.Tie.Prefix}:{numbers.Bare(pair.From)}--{numbers.Bare(pair.To)}";

    /// <summary>What the ids of its citations begin with: another edge may have the same ends.</summary>
    public string BareOf(TiedPair pair) => $"{pair.Tie.Prefix}-{numbers.Digits(pair.From)}-{numbers.Digits(pair.To)}";

    public void Write(Utf8JsonWriter json, TiedPair pair, ref Dice dice)
    {
        json.WriteString("from", numbers.Id(pair.Tie.From, pair.From));
        json.WriteString("to", numbers.Id(pair.ToType, pair.To));
        if (dice.Chance(0.02))
            json.WriteString("when", Wording.Date(ref dice));
        switch (pair.Tie.Values)
        {
            case TieValues.Call:
                json.WriteString("basis", dice.Of<string>((25, "OBSERVED"), (55, "REPORTED"), (8, "SIGNALLED"), (7, "PLANNED"), (5, "INFERRED")));
                if (dice.Chance(0.08))
                    json.WriteString("note", Wording.Note(ref dice));
                break;
            case TieValues.Basis:
                json.WriteBoolean("inferred", dice.Chance(0.7));
                json.WriteString("basis", Wording.Note(ref dice));
                break;
            case TieValues.Tie:
                WriteTie(json, ref dice);
                break;
            case TieValues.Position:
                json.WriteString("position", dice.Of("DIRECTOR", "HEAD", "OFFICER", "BOARD_MEMBER", "MEMBER"));
                json.WriteBoolean("former", dice.Chance(0.2));
                break;
            case TieValues.Party when dice.Chance(0.3):
                json.WriteString("ratified", Wording.Date(ref dice));
                break;
            default:
                break;
        }
    }

    /// <summary>No passage disputes that something was denied, or that there is a dispute.</summary>
    public static bool MayDispute(TiedPair pair) => pair.Tie.Prefix != "denies" && pair.Tie.From != RecordTypes.Dispute;

    // Whoever alleges or suspects is named.
    private void WriteTie(Utf8JsonWriter json, ref Dice dice)
    {
        var standing = dice.Of<string>((55, "STATED"), (15, "SUSPECTED"), (12, "POSSIBLE"), (18, "ALLEGED"));
        json.WriteString("standing", standing);
        if (dice.Chance(0.4))
            json.WriteString("nature", dice.Of("OWNERSHIP", "CONTROL", "INTEREST", "LINK"));
        if (standing != "STATED" && dice.Chance(0.6))
            json.WriteString("accordingTo", numbers.Any(RecordTypes.Organization, 3, ref dice));
        else if (standing != "STATED")
            json.WriteString("accordingToNote", Wording.Body(ref dice));
        if (dice.Chance(0.1))
            json.WriteString("basis", Wording.Note(ref dice));
    }
}
