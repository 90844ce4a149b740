using System.Collections.Immutable;
using System.Text;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Search;

/// <summary>Collects what the records of a release are called.</summary>
public sealed class NameIndexBuilder
{
    private const string IdField = "id";

    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<NodeType, ImmutableArray<SearchedField>> _searched = [];
    private readonly List<(string Name, int Reduction)> _fields = [];

    private sealed record Draft(NodeType Type, string Id, string Title, List<(byte Field, string Value)> Names, List<(byte Field, string Value)> Keys);

    public int NameCount { get; private set; }

    /// <summary>Adds a record, unless it is retracted; those whose type has no names are not for it.</summary>
    /// <param name="valueOf">What the record has in a property.</param>
    public void Add(NodeType type, string id, Func<PropertyDefinition, object?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(valueOf);
        if (type.Property("status") is { } status && valueOf(status) is "RETRACTED")
            return;
        if (SearchedField.NameOf(type) is not { } name || valueOf(name) is not string title)
            return;
        var draft = new Draft(type, id, title, [], [(Field(IdField, 0), id)]);
        if (!_searched.TryGetValue(type, out var fields))
            _searched[type] = fields = SearchedField.Of(type);
        foreach (var field in fields)
        {
            var place = Field(field.Property.FieldName, field.Reduction);
            var values = field.IsKey ? draft.Keys : draft.Names;
            switch (valueOf(field.Property))
            {
                case string text:
                    values.Add((place, text));
                    break;
                case ImmutableArray<string> { IsDefault: false } texts:
                    values.AddRange(texts.Select(text => (place, text)));
                    break;
            }
        }
        NameCount += draft.Names.Count;
        _drafts.Add(draft);
    }

    public NameIndex Build()
    {
        var drafts = _drafts.OrderBy(draft => draft.Title, CodePointComparer.Instance).ThenBy(draft => draft.Id, CodePointComparer.Instance).ToList();
        var (ids, values, keyTexts) = (new TextsBuilder(), new TextsBuilder(), new TextsBuilder());
        var (firstName, title, recordOf, fieldOf) = (new List<int> { 0 }, new List<int>(), new List<int>(), new List<byte>());
        var (recordOfKey, fieldOfKey) = (new List<int>(), new List<byte>());
        var letters = new LettersBuilder();
        for (var record = 0; record < drafts.Count; record++)
        {
            var draft = drafts[record];
            ids.Add(Utf8(draft.Id));
            title.Add(recordOf.Count + draft.Names.FindIndex(name => name.Value == draft.Title));
            foreach (var (field, value) in draft.Names)
            {
                values.Add(Utf8(value));
                recordOf.Add(record);
                fieldOf.Add(field);
                letters.Add(value);
            }
            foreach (var (field, value) in draft.Keys)
            {
                keyTexts.Add(Utf8(value));
                recordOfKey.Add(record);
                fieldOfKey.Add(field);
            }
            firstName.Add(recordOf.Count);
        }
        var keys = keyTexts.Build();
        return new(new NameTables
        {
            TypeOf = [.. drafts.Select(draft => draft.Type.Ordinal)],
            Ids = ids.Build(),
            FirstName = [.. firstName],
            Title = [.. title],
            RecordOf = [.. recordOf],
            Values = values.Build(),
            FieldOf = [.. fieldOf],
            Fields = [.. _fields],
            Folded = letters.Folded,
            FoldedStart = letters.FoldedStart,
            WordStarts = letters.WordStarts,
            Romanised = letters.Romanised,
            AnyRomanised = letters.AnyRomanised,
            Letters = letters.Keys(),
            Keys = new(keys),
            KeyTexts = keys,
            RecordOfKey = [.. recordOfKey],
            FieldOfKey = [.. fieldOfKey],
        });
    }

    private byte Field(string name, int reduction)
    {
        var place = _fields.IndexOf((name, reduction));
        if (place < 0)
        {
            place = _fields.Count;
            _fields.Add((name, reduction));
        }
        return byte.CreateChecked(place);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
