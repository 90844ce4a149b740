using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static ApiField Text<T>(string name, string type, Func<T, string?> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Text(value => get((T)value))), description);

    private static ApiField Int<T>(string name, string type, Func<T, int?> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Int(value => get((T)value))), description);

    private static ApiField Float<T>(string name, Func<T, double?> get, string? description = null) =>
        Field(name, "Float", new FieldMeaning.Member(new ValueMember.Float(value => get((T)value))), description);

    private static ApiField Boolean<T>(string name, Func<T, bool?> get, string? description = null) =>
        Field(name, "Boolean!", new FieldMeaning.Member(new ValueMember.Boolean(value => get((T)value))), description);

    private static ApiField Date<T>(string name, string type, Func<T, DateOnly?> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Date(value => get((T)value))), description);

    private static ApiField Texts<T>(string name, Func<T, IEnumerable<string>> get, string? description = null) =>
        Field(name, "[String!]!", new FieldMeaning.Member(new ValueMember.TextList(value => get((T)value))), description);

    private static ApiField Object<T>(string name, string type, Func<T, object?> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Object(value => get((T)value))), description);

    private static ApiField Objects<T>(string name, string type, Func<T, IEnumerable<object>> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.ObjectList(value => get((T)value))), description);

    private static ApiField Record<T>(string name, string type, Func<T, string?> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.Record(value => get((T)value))), description);

    private static ApiField Records<T>(string name, string type, Func<T, IEnumerable<string>> get, string? description = null) =>
        Field(name, type, new FieldMeaning.Member(new ValueMember.RecordList(value => get((T)value))), description);

    private void AddValues()
    {
        Add(new ApiObject
        {
            Name = "FuzzyDate",
            Description = "A date as sources give it. A null end is open.",
            Fields =
            [
                Text<FuzzyDate>("edtf", "String!", date => date.Edtf, "EDTF: 2024-03-07/2024-11-05."),
                Date<FuzzyDate>("earliest", "Date", date => date.Earliest),
                Date<FuzzyDate>("latest", "Date", date => date.Latest),
                Text<FuzzyDate>("precision", "DatePrecision!", date => EnumSpelling.Of(date.Precision)),
            ],
        });
        Add(new ApiObject
        {
            Name = "Quantity",
            Description = "A figure as its preferred source gives it; no end is invented.",
            Fields =
            [
                Float<Quantity>("best", quantity => quantity.Best, "Null unless a source gives a central value."),
                Float<Quantity>("low", quantity => quantity.Low),
                Float<Quantity>("high", quantity => quantity.High),
                Text<Quantity>("unit", "Unit!", quantity => quantity.Unit),
                Text<Quantity>("bound", "Bound!", quantity => quantity.Bound),
                Text<Quantity>("text", "String", quantity => quantity.Text, "The source's words where there is no figure."),
                Boolean<Quantity>("contested", quantity => quantity.Contested, "Its claims differ, or one of them is contested."),
                Field("claims", "[Claim!]!", new FieldMeaning.QuantityClaims(), "Every reading of it, the preferred one first."),
                Text<Quantity>("display", "String!", quantity => quantity.Display, "In words: at least 1,000,000 barrels."),
            ],
        });
        Add(new ApiEnum { Name = "ReleaseState", Members = [new("READY", null), new("LOADING", null)] });
        Add(new ApiObject
        {
            Name = "Release",
            Description = "The dataset that answers, and what it says of itself.",
            Fields =
            [
                Text<ReleaseInfo>("id", "ID!", release => release.Id),
                Text<ReleaseInfo>("version", "String!", release => release.Version),
                Text<ReleaseInfo>("title", "String!", release => release.Title),
                Text<ReleaseInfo>("description", "String!", release => release.Description),
                Text<ReleaseInfo>("licence", "String!", release => release.Licence),
                Date<ReleaseInfo>("releasedAt", "Date!", release => release.ReleasedAt),
                Text<ReleaseInfo>("sha256", "String!", release => release.Sha256, "Over the content in canonical form; any changed byte changes it."),
                Text<ReleaseInfo>("state", "ReleaseState!", _ => "READY"),
                Text<ReleaseInfo>("contact", "String!", release => release.Contact),
                Text<ReleaseInfo>("corrections", "URL", release => release.Corrections),
                Objects<ReleaseInfo>("counts", "[TypeCount!]!", release => release.Counts),
                Objects<ReleaseInfo>("countingGroups", "[CountingGroup!]!", release => release.CountingGroups),
                Objects<ReleaseInfo>("caveats", "[Caveat!]!", release => release.Caveats, "What it does not have, counted."),
            ],
        });
        Add(new ApiObject { Name = "TypeCount", Fields = [Text<TypeCount>("type", "String!", count => count.Type), Int<TypeCount>("count", "Int!", count => count.Count)] });
        Add(new ApiObject { Name = "CountingGroup", Fields = [Text<CountingGroup>("id", "String!", group => group.Id), Text<CountingGroup>("note", "String!", group => group.Note)] });
        Add(new ApiObject
        {
            Name = "Caveat",
            Fields = [Text<Caveat>("code", "String!", caveat => caveat.Code), Int<Caveat>("count", "Int", caveat => caveat.Count), Text<Caveat>("text", "String!", caveat => caveat.Text)],
        });
    }
}
