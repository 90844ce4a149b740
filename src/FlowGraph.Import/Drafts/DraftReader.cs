using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>Files of JSON objects → drafts: each file holds the records of one type, and an id stands once in the whole dataset.</summary>
internal sealed class DraftReader(GraphModel model, Faults faults)
{
    private readonly RecordReader _records = new(model, new RecordShapes(model), faults);
    private readonly OriginReader _origins = new(faults);
    private readonly Dictionary<string, NodeType> _typesByFile = model.NodeTypes
        .Where(type => type.Name != Vocabulary.Citation).ToDictionary(type => $"{type.Plural}.jsonl", StringComparer.Ordinal);

    private readonly Dictionary<string, Draft> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinePlace> _places = new(StringComparer.Ordinal);

    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public DatasetDraft Read(DatasetText text, CancellationToken cancellationToken)
    {
        var nodes = ImmutableArray.CreateBuilder<NodeDraft>();
        var edges = ImmutableArray.CreateBuilder<EdgeDraft>();
        var origins = ImmutableArray.CreateBuilder<OriginDraft>();
        foreach (var file in text.Files)
        {
            _typesByFile.TryGetValue(file.Name, out var type);
            if (type is null && file.Name is not (Vocabulary.EdgesFile or Vocabulary.OriginsFile))
            {
                UnknownFile(file.Name);
                continue;
            }

            foreach (var line in file.Lines)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (type is not null)
                    nodes.Add(Kept(_records.ReadNode(type, line), type.Prefix));
                else if (file.Name == Vocabulary.OriginsFile)
                    origins.AddRange(Kept(_origins.Read(line)));
                else if (_records.ReadEdge(line) is { } edge)
                    edges.Add(Kept(edge, edge.Type.Prefix));
                else
                    _lost.UnionWith(model.EdgeTypesByPrefix.Keys);
            }
        }

        return new DatasetDraft
        {
            Model = model,
            Manifest = text.Manifest,
            Nodes = nodes.DrainToImmutable(),
            Edges = edges.DrainToImmutable(),
            Origins = origins.DrainToImmutable(),
            PrefixesInDoubt = InDoubt(text),
            ById = _byId,
        };
    }

    // When a file is unknown or not whole, or an id unreadable, "no such record" would be told of every id that may have stood there.
    private ImmutableHashSet<string> InDoubt(DatasetText text)
    {
        var broken = text.Files.Where(file => !file.IsWhole).Select(file => file.Name).ToList();
        if (text.Files.Any(file => !_typesByFile.ContainsKey(file.Name) && file.Name is not (Vocabulary.EdgesFile or Vocabulary.OriginsFile)))
            return [.. model.NodeTypesByPrefix.Keys, .. model.EdgeTypesByPrefix.Keys];
        return
        [
            .. broken.Where(_typesByFile.ContainsKey).Select(name => _typesByFile[name].Prefix),
            .. _lost,
            .. broken.Contains(Vocabulary.EdgesFile) ? model.EdgeTypesByPrefix.Keys : [],
        ];
    }

    private T Kept<T>(T draft, string prefix)
        where T : Draft
    {
        if (!GraphModel.PrefixOf(draft.Id).SequenceEqual(prefix))
            _lost.Add(prefix);
        if (Take(draft.Id, draft.Line, "id"))
            _byId.Add(draft.Id, draft);
        foreach (var citation in draft.Citations.Where(citation => Take(citation.Id, citation.Line, citation.At("id").Path)))
            _byId.Add(citation.Id, citation);
        return draft;
    }

    private ImmutableArray<OriginDraft> Kept(OriginDraft? origin)
    {
        if (origin is null)
            return [];
        Take(origin.Id, origin.Line, "id");
        return [origin];
    }

    private bool Take(string id, LinePlace place, string field)
    {
        if (id.Length == 0 || _places.TryAdd(id, place))
            return id.Length > 0;
        faults.Add(ErrorCodes.ImportDuplicateId, place.Field(field), $"The id '{id}' is taken: it stands at {_places[id].Whole} already.", id, "an id that stands once in the dataset");
        return false;
    }

    private void UnknownFile(string name)
    {
        List<string> known = [.. _typesByFile.Keys, Vocabulary.EdgesFile, Vocabulary.OriginsFile];
        faults.Add(
            ErrorCodes.ImportFileUnknown, new SourceLocation(Manifest.FileName, 0, 0, "files"), $"No type of the model has its records in '{name}'; expected <plural of a type>.jsonl, {Vocabulary.EdgesFile} or {Vocabulary.OriginsFile}.", name,
            $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}", faults.Near(Bare(name), known.Select(Bare)));

        // The ending is common to all and would make everything near.
        static string Bare(string file) => file.Replace(".jsonl", "", StringComparison.Ordinal);
    }
}
