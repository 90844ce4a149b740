using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Drafts;

/// <summary>JSON value → value of a property's kind. A value that cannot be one is null, with the fault noted.</summary>
internal sealed class ValueReader(Faults faults)
{
    public object? Read(FieldShape field, JsonValue value, FieldPlace place)
    {
        var property = field.Property!; // only fields of properties have values
        if (!property.IsList)
            return ReadOne(field, property, value, place);
        if (value is not JsonArray list)
            return WrongType(value, "a list", place);

        var items = ImmutableArray.CreateBuilder<string>(list.Items.Length);
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (ReadOne(field, property, list.Items[i], place with { Name = $"{place.Name}[{i.ToString(CultureInfo.InvariantCulture)}]" }) is string item)
                items.Add(item);
        }

        return items.DrainToImmutable();
    }

    /// <summary>An id as text; null with the fault noted when it cannot be one.</summary>
    public string? ReadId(JsonValue value, FieldPlace place)
    {
        if (value is not JsonText { Value: var id })
            return WrongType(value, "an id", place) as string;
        return RecordId.IsValid(id) ? id : Wrong(ErrorCodes.ImportId, id, "an id like 'vessel:name': lower-case letters, digits and hyphens", place) as string;
    }

    private object? ReadOne(FieldShape field, PropertyDefinition property, JsonValue value, FieldPlace place) => (property.Kind, value) switch
    {
        (ValueKind.Int, JsonNumber { Value: var number }) when Math.Floor(number) == number && Math.Abs(number) <= int.MaxValue => (int)number,
        (ValueKind.Int, _) => WrongType(value, "a whole number", place),
        (ValueKind.Float, JsonNumber { Value: var number }) => number,
        (ValueKind.Float, _) => WrongType(value, "a number", place),
        (ValueKind.Boolean, JsonBoolean { Value: var flag }) => flag,
        (ValueKind.Boolean, _) => WrongType(value, "true or false", place),
        (_, JsonText { Value: var text }) => ReadText(field, property, text, place),
        _ => WrongType(value, $"text{(property.Kind == ValueKind.String ? "" : $" ({Expected(property.Kind)})")}", place),
    };

    private object? ReadText(FieldShape field, PropertyDefinition property, string text, FieldPlace place)
    {
        switch (property.Kind)
        {
            case ValueKind.String:
                return string.IsNullOrWhiteSpace(text) ? Wrong(ErrorCodes.ImportWrongType, text, "text with something in it, or no such field", place) : text;
            case ValueKind.Id:
                return RecordId.IsValid(text) ? text : Wrong(ErrorCodes.ImportId, text, Expected(ValueKind.Id), place);
            case ValueKind.Date:
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? date : Wrong(ErrorCodes.ImportDate, text, Expected(ValueKind.Date), place);
            case ValueKind.FuzzyDate:
                return FuzzyDate.TryParse(text, out var when, out var expected) ? when : Wrong(ErrorCodes.ImportEdtf, text, expected, place);
            case ValueKind.Imo:
                return ImoNumber.IsValid(text) ? text : Wrong(ErrorCodes.ImportImo, text, ExpectedImo(text), place);
            case ValueKind.UnLocode:
                return UnLocode.IsValid(text) ? text : Wrong(ErrorCodes.ImportUnlocode, text, Expected(ValueKind.UnLocode), place);
            case ValueKind.CountryCode:
                return CountryCodes.IsValid(text) ? text : Wrong(ErrorCodes.ImportCountryCode, text, Expected(ValueKind.CountryCode), place);
            case ValueKind.Url:
                return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                    ? text : Wrong(ErrorCodes.ImportUrl, text, Expected(ValueKind.Url), place);
            case ValueKind.Enum:
                return ReadMember(field, property.Enum!, text, place); // set for the kind
            default:
                return WrongType(new JsonText(text), Expected(property.Kind), place);
        }
    }

    private object? ReadMember(FieldShape field, EnumType type, string text, FieldPlace place)
    {
        var ordinal = type.OrdinalOf(text);
        if (ordinal >= 0 && (field.Members.IsEmpty || field.Members.Contains(text)))
            return type.Members[ordinal].Name;

        var allowed = field.Members.IsEmpty ? [.. type.Members.Select(member => member.Name)] : field.Members;
        if (ordinal >= 0)
            return Wrong(ErrorCodes.ImportComputedField, text, $"{string.Join(" or ", allowed)}, or no such field", place, "Every other value is computed at load.");
        return Wrong(ErrorCodes.ImportEnum, text, $"one of {string.Join(", ", allowed)}", place, faults.Near(text, allowed));
    }

    private object? Wrong(string code, string found, string expected, FieldPlace place, string? hint = null)
    {
        faults.Add(code, place.Location, $"'{place.Path}' is '{Cut(found)}'; expected {expected}.", found, expected, hint);
        return null;
    }

    private object? WrongType(JsonValue found, string expected, FieldPlace place)
    {
        var text = Cut(CanonicalJson.Of(found));
        faults.Add(ErrorCodes.ImportWrongType, place.Location, $"'{place.Path}' is {found.Kind} ({text}); expected {expected}.", text, expected);
        return null;
    }

    private static string Cut(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    private static string ExpectedImo(string text) =>
        text.Length == 7 && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? $"the check digit {ImoNumber.CheckDigit(text.AsSpan(0, 6))} at the end of {text[..6]}"
            : Expected(ValueKind.Imo);

    private static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.Id => "an id like 'vessel:name': lower-case letters, digits and hyphens",
        ValueKind.Date => "a calendar day like 2024-03-07",
        ValueKind.FuzzyDate => "an EDTF date like 2024-03-07, 2024-03 or 2023-08/2024-03",
        ValueKind.Imo => "seven digits, the last one a check digit",
        ValueKind.UnLocode => "a UN/LOCODE: five capital letters or digits, the first two a country",
        ValueKind.CountryCode => "an ISO 3166-1 code of two or three capital letters",
        ValueKind.Url => "an absolute http or https address",
        ValueKind.Enum => "a member of the enum",
        _ => "text",
    };
}
