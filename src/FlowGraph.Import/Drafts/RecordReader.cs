using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>JSON object → draft of a node or an edge: fields known, values of their kinds, ids of their shape.</summary>
internal sealed class RecordReader(GraphModel model, RecordShapes shapes, Faults faults)
{
    private readonly ValueReader _values = new(faults);
    private readonly NodeType _citation = model.NodeTypesByName[Vocabulary.Citation];

    public NodeDraft ReadNode(NodeType type, DatasetLine line)
    {
        // A record of another type would be nothing but unknown fields: its id says where it belongs.
        var prefix = new string(GraphModel.PrefixOf((line.Record["id"] as JsonText)?.Value ?? ""));
        if (prefix.Length > 0 && prefix != type.Prefix)
            return Misplaced(type, prefix, line);

        var fields = new FieldsRead(shapes[type], "", line.Place);
        Read(line.Record, fields);
        return new NodeDraft(type, fields.Shape, line.Place, fields.Id, fields.Values) { Links = [.. fields.Links], Citations = ReadCitations(fields), Refused = [.. fields.Refused] };
    }

    public EdgeDraft? ReadEdge(DatasetLine line)
    {
        var id = _values.ReadId(line.Record["id"] ?? JsonNull.Instance, new FieldPlace(line.Place, "", "id"));
        if (id is null)
            return null;

        if (model.EdgeTypeOfId(id) is not { Class: not EdgeClass.Structural } type)
        {
            var prefix = new string(GraphModel.PrefixOf(id));
            var known = model.EdgeTypes.Where(edge => edge.Class != EdgeClass.Structural).Select(edge => edge.Prefix);
            if (model.NodeTypesByPrefix.TryGetValue(prefix, out var node))
                WrongFile(line.Place, id, $"{node.Plural}.jsonl");
            else
                faults.Add(ErrorCodes.ImportId, line.Place.Field("id"), $"'{id}' begins with no edge type.", prefix, "the type of the edge in lower case, like 'carried-by:…'", faults.Near(prefix, known));
            return null;
        }

        var fields = new FieldsRead(shapes[type], "", line.Place);
        Read(line.Record, fields);
        return new EdgeDraft(type, fields.Shape, line.Place, fields.Id, fields.From, fields.To, fields.Values) { Citations = ReadCitations(fields), Refused = [.. fields.Refused] };
    }

    private NodeDraft Misplaced(NodeType type, string prefix, DatasetLine line)
    {
        var id = _values.ReadId(line.Record["id"]!, new FieldPlace(line.Place, "", "id")) ?? ""; // has a prefix, hence is there
        if (model.NodeTypesByPrefix.TryGetValue(prefix, out var right))
        {
            WrongFile(line.Place, id, right.Name == Vocabulary.Citation ? "the record that it speaks of" : $"{right.Plural}.jsonl");
            type = right;
        }
        else if (model.EdgeTypesByPrefix.ContainsKey(prefix))
        {
            WrongFile(line.Place, id, Vocabulary.EdgesFile);
        }
        else
        {
            faults.Add(ErrorCodes.ImportId, line.Place.Field("id"), $"'{id}' does not begin with '{type.Prefix}:', the prefix of every {type.Name}.", prefix, $"{type.Prefix}:<name>");
        }

        return new NodeDraft(type, shapes[type], line.Place, id, shapes[type].Empty) { IsWhole = false };
    }

    private void WrongFile(LinePlace place, string id, string right) =>
        faults.Add(ErrorCodes.ImportWrongFile, place.Field("id"), $"'{id}' does not belong into {place.File}; expected in {right}.", place.File, right, "Move the line.");

    private ImmutableArray<CitationDraft> ReadCitations(FieldsRead owner)
    {
        if (owner.Citations is null)
            return [];

        var citations = ImmutableArray.CreateBuilder<CitationDraft>(owner.Citations.Items.Length);
        for (var i = 0; i < owner.Citations.Items.Length; i++)
        {
            var path = $"citations[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (owner.Citations.Items[i] is not JsonObject record)
            {
                WrongType(owner.Citations.Items[i], "an object", new FieldPlace(owner.Line, "", path));
                continue;
            }

            var fields = new FieldsRead(shapes[_citation], $"{path}.", owner.Line);
            Read(record, fields);
            if (fields.Id.Length > 0 && !GraphModel.PrefixOf(fields.Id).SequenceEqual(_citation.Prefix))
                faults.Add(ErrorCodes.ImportId, fields.At("id").Location, $"'{fields.Id}' does not begin with '{_citation.Prefix}:'.", fields.Id, $"{_citation.Prefix}:<record>--<source>");
            if (fields.Shape.Property("factId") is { } fact)
                fields.Values[fact.Index] = owner.Id;
            citations.Add(new CitationDraft(_citation, fields.Shape, owner.Line, fields.Id, fields.Values, fields.Prefix, fields.Links.FirstOrDefault()));
        }

        return citations.DrainToImmutable();
    }

    private void Read(JsonObject record, FieldsRead fields)
    {
        foreach (var (name, value) in record.Fields)
        {
            if (!fields.Shape.Fields.TryGetValue(name, out var field))
            {
                var near = faults.Near(name, fields.Shape.Writable);
                faults.Add(
                    ErrorCodes.ImportUnknownField, fields.At(name).Location,
                    $"{fields.Shape.Noun} has no field '{name}'{(near is null ? $"; expected one of {string.Join(", ", fields.Shape.Writable)}" : "")}.",
                    name, $"one of {string.Join(", ", fields.Shape.Writable)}", near);
            }
            else if (value is not JsonNull)
            {
                var count = faults.Count;
                Read(field, value, fields);
                if (faults.Count > count)
                    fields.Refused.Add(name);
            }
        }

        foreach (var field in fields.Shape.All.Where(field => field.IsRequired && field.Default is null && record[field.Name] is null or JsonNull))
        {
            faults.Add(
                ErrorCodes.ImportMissingField, fields.At(field.Name).Location, $"'{field.Name}' is missing; every {fields.Shape.Noun} has it.",
                expected: $"a value for '{field.Name}'");
            fields.Refused.Add(field.Name);
        }
    }

    private void Read(FieldShape field, JsonValue value, FieldsRead fields)
    {
        var place = fields.At(field.Name);
        switch (field.Role)
        {
            case FieldRole.Id:
                fields.Id = _values.ReadId(value, place) ?? "";
                break;
            case FieldRole.From:
                fields.From = _values.ReadId(value, place) ?? "";
                break;
            case FieldRole.To:
                fields.To = _values.ReadId(value, place) ?? "";
                break;
            case FieldRole.Property:
                fields.Values[field.Property!.Index] = _values.Read(field, value, place) ?? fields.Values[field.Property.Index]; // set for the role
                break;
            case FieldRole.Link:
                ReadLinks(field.Link!, value, fields, place); // set for the role
                break;
            case FieldRole.Citations:
                fields.Citations = value as JsonArray;
                if (fields.Citations is null)
                    WrongType(value, "a list of citations", place);
                break;
            default:
                faults.Add(
                    ErrorCodes.ImportComputedField, place.Location, $"'{place.Path}' may not be written.", CanonicalJson.Of(value),
                    "no such field", field.Instead);
                break;
        }
    }

    private void ReadLinks(Relationship link, JsonValue value, FieldsRead fields, FieldPlace place)
    {
        if (!link.IsList)
        {
            if (_values.ReadId(value, place) is { } id)
                fields.Links.Add(new LinkDraft(link, id, place));
            return;
        }

        if (value is not JsonArray list)
        {
            WrongType(value, "a list of ids", place);
            return;
        }

        for (var i = 0; i < list.Items.Length; i++)
        {
            var own = place with { Name = $"{place.Name}[{i.ToString(CultureInfo.InvariantCulture)}]" };
            if (_values.ReadId(list.Items[i], own) is { } id)
                fields.Links.Add(new LinkDraft(link, id, own));
        }
    }

    private void WrongType(JsonValue found, string expected, FieldPlace place) =>
        faults.Add(ErrorCodes.ImportWrongType, place.Location, $"'{place.Path}' is {found.Kind}; expected {expected}.", found.Kind, expected);

    private sealed class FieldsRead(RecordShape shape, string prefix, LinePlace line)
    {
        public RecordShape Shape => shape;

        public string Prefix => prefix;

        public LinePlace Line => line;

        public string Id { get; set; } = "";

        public string From { get; set; } = "";

        public string To { get; set; } = "";

        public object?[] Values { get; } = [.. shape.Empty];

        public List<LinkDraft> Links { get; } = [];

        public List<string> Refused { get; } = [];

        public JsonArray? Citations { get; set; }

        public FieldPlace At(string field) => new(line, prefix, field);
    }
}
