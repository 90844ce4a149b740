using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>Entries of <c>origins.jsonl</c>: no node of the model, hence a reader of their own.</summary>
internal sealed class OriginReader(Faults faults)
{
    private static readonly ImmutableArray<string> _fields = ["id", "source", "origin", "basis", "why", "facts"];
    private static readonly ImmutableArray<string> _bases = ["STATED", "INFERRED"];

    private readonly ValueReader _values = new(faults);

    /// <summary>Null when source, origin or basis cannot be read.</summary>
    public OriginDraft? Read(DatasetLine line)
    {
        foreach (var name in line.Record.Fields.Select(field => field.Name).Where(name => !_fields.Contains(name)))
        {
            faults.Add(
                ErrorCodes.ImportUnknownField, line.Place.Field(name), $"An origin has no field '{name}'; expected one of {string.Join(", ", _fields)}.", name,
                $"one of {string.Join(", ", _fields)}", faults.Near(name, _fields));
        }

        var id = ReadId(line, "id");
        if (id is not null && !GraphModel.PrefixOf(id).SequenceEqual(Vocabulary.OriginPrefix))
            faults.Add(ErrorCodes.ImportId, line.Place.Field("id"), $"'{id}' does not begin with 'origin:'.", id, "origin:<source>--<origin>");
        var source = ReadId(line, "source");
        var origin = ReadId(line, "origin");
        var basis = ReadText(line, "basis");
        if (basis is not null && !_bases.Contains(basis))
        {
            faults.Add(
                ErrorCodes.ImportEnum, line.Place.Field("basis"), $"'basis' is '{basis}'; expected one of STATED, INFERRED.", basis, "one of STATED, INFERRED",
                faults.Near(basis, _bases));
            basis = null;
        }

        ReadText(line, "why");
        var facts = ReadFacts(line);
        return id is null || source is null || origin is null || basis is null ? null : new OriginDraft(line.Place, id, source, origin, basis, facts);
    }

    private ImmutableArray<string> ReadFacts(DatasetLine line)
    {
        switch (line.Record["facts"])
        {
            case null or JsonNull:
                return [];
            case JsonArray list:
                return [.. list.Items.Select((item, i) => _values.ReadId(item, new FieldPlace(line.Place, "", $"facts[{i}]"))).OfType<string>()];
            case { } other:
                faults.Add(
                    ErrorCodes.ImportWrongType, line.Place.Field("facts"), $"'facts' is {other.Kind}; expected a list of ids.", other.Kind, "a list of ids");
                return [];
        }
    }

    private string? ReadId(DatasetLine line, string name)
    {
        if (line.Record[name] is not (null or JsonNull))
            return _values.ReadId(line.Record[name]!, new FieldPlace(line.Place, "", name)); // not null, just checked
        Missing(line, name);
        return null;
    }

    private string? ReadText(DatasetLine line, string name)
    {
        switch (line.Record[name])
        {
            case JsonText { Value: var text } when !string.IsNullOrWhiteSpace(text):
                return text;
            case null or JsonNull or JsonText:
                Missing(line, name);
                return null;
            case { } other:
                faults.Add(ErrorCodes.ImportWrongType, line.Place.Field(name), $"'{name}' is {other.Kind}; expected text.", other.Kind, "text");
                return null;
        }
    }

    private void Missing(DatasetLine line, string name) =>
        faults.Add(ErrorCodes.ImportMissingField, line.Place.Field(name), $"'{name}' is missing; every origin has it.", expected: $"a value for '{name}'");
}
