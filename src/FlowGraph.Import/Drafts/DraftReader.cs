using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>Files of JSON objects → drafts: each file holds the records of one type, and an id stands once in the whole dataset.</summary>
internal sealed class DraftReader(GraphModel model, DatasetText text, Faults faults)
{
    private readonly RecordIndex _index = new(model, text.SizeHint);
    private readonly RecordReader _records = new(model, new RecordShapes(model), faults);
    private readonly OriginReader _origins = new(faults);
    private readonly Dictionary<string, NodeType> _typesByFile = model.NodeTypes
        .Where(type => type.Name != Vocabulary.Citation).ToDictionary(type => $"{type.Plural}.jsonl", StringComparer.Ordinal);

    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public DatasetDraft Read(CancellationToken cancellationToken)
    {
        var nodes = new List<NodeDraft>();
        var edges = new List<EdgeDraft>();
        var origins = ImmutableArray.CreateBuilder<OriginDraft>();
        var denials = ImmutableArray.CreateBuilder<EdgeDraft>();
        foreach (var file in text.Files)
        {
            _typesByFile.TryGetValue(file.Name, out var type);
            var isKnown = type is not null || file.Name is Vocabulary.EdgesFile or Vocabulary.OriginsFile;
            if (!isKnown)
                UnknownFile(file.Name);

            foreach (var line in file.Lines(text.Index, faults, cancellationToken))
            {
                if (type is not null)
                    Add(nodes, Kept(_records.ReadNode(type, line), type.Prefix));
                else if (file.Name == Vocabulary.OriginsFile)
                    origins.AddRange(Kept(_origins.Read(line)));
                else if (isKnown && _records.ReadEdge(line) is { } edge)
                    Add(edges, Kept(edge, edge.Type.Prefix));
                else
                    _lost.UnionWith(model.EdgeTypesByPrefix.Keys);
            }
        }

        return new DatasetDraft
        {
            Model = model,
            Manifest = text.Manifest,
            Nodes = text.IsSmall ? nodes.OrderBy(node => Stage(node.Type)) : Nodes(cancellationToken),
            Edges = text.IsSmall ? edges : Edges(cancellationToken),
            Origins = origins.DrainToImmutable(),
            Denials = denials.DrainToImmutable(),
            PrefixesInDoubt = InDoubt(),
            Index = _index,
        };

        void Add<T>(List<T> kept, T draft)
            where T : Draft
        {
            if (text.IsSmall)
                kept.Add(draft);
            if (draft is EdgeDraft { Type.Name: Vocabulary.Denies } denial)
                denials.Add(denial);
        }
    }

    // What the first reading found is told already.
    private IEnumerable<NodeDraft> Nodes(CancellationToken cancellationToken)
    {
        var silent = new Faults();
        var records = new RecordReader(model, new RecordShapes(model), silent);
        return text.Files.Where(file => _typesByFile.ContainsKey(file.Name)).OrderBy(file => Stage(_typesByFile[file.Name]))
            .SelectMany(file => file.Lines(silent, cancellationToken).Select(line => records.ReadNode(_typesByFile[file.Name], line)));
    }

    private IEnumerable<EdgeDraft> Edges(CancellationToken cancellationToken)
    {
        var silent = new Faults();
        var records = new RecordReader(model, new RecordShapes(model), silent);
        return text.Files.Where(file => file.Name == Vocabulary.EdgesFile)
            .SelectMany(file => file.Lines(silent, cancellationToken)).Select(records.ReadEdge).OfType<EdgeDraft>();
    }

    private static int Stage(NodeType type) => type.Name switch
    {
        Vocabulary.Source => 0,
        Vocabulary.Claim => 2,
        _ => 1,
    };

    // When a file is unknown or not whole, or an id unreadable, "no such record" would be told of every id that may have stood there.
    private ImmutableHashSet<string> InDoubt()
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
        if (draft.Id.Length > 0 && _index.Take(draft.Id, draft) is { } place)
            Taken(draft.Id, draft.Line.Field("id"), place);
        foreach (var citation in draft.Citations.Where(citation => citation.Id.Length > 0))
        {
            if (_index.Take(citation.Id, citation) is { } other)
                Taken(citation.Id, citation.At("id").Location, other);
        }
        return draft;
    }

    private ImmutableArray<OriginDraft> Kept(OriginDraft? origin)
    {
        if (origin is null)
            return [];
        if (_index.TakeOrigin(origin.Id, origin.Line) is { } place)
            Taken(origin.Id, origin.Line.Field("id"), place);
        return [origin];
    }

    private void Taken(string id, SourceLocation at, LinePlace by) => faults.Add(
        ErrorCodes.ImportDuplicateId, at, $"The id '{id}' is taken: it stands at {by.Whole} already.", id, "an id that stands once in the dataset");

    private void UnknownFile(string name)
    {
        List<string> known = [.. _typesByFile.Keys, Vocabulary.EdgesFile, Vocabulary.OriginsFile];
        faults.Add(
            ErrorCodes.ImportFileUnknown, new SourceLocation(Manifest.FileName, 0, 0, "files"),
            $"No type of the model has its records in '{name}'; expected <plural of a type>.jsonl, {Vocabulary.EdgesFile} or {Vocabulary.OriginsFile}.", name,
            $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}", faults.Near(Bare(name), known.Select(Bare)));

        // The ending is common to all and would make everything near.
        static string Bare(string file) => file.Replace(".jsonl", "", StringComparison.Ordinal);
    }
}
