using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Plan;

namespace FlowGraph.Embedded.Execution;

/// <summary>A page of facts that a source supports, by id, with the citations that make it so.</summary>
internal sealed class SupportPage : Page
{
    private readonly Dictionary<Step, int[]> _citations;

    private SupportPage(Dictionary<Step, int[]> citations, Page page)
        : base(page) => _citations = citations;

    public int[] CitationsOf(in Here here) => _citations[new(here.Node, here.Edge)];

    public static SupportPage Of(Snapshot snapshot, int source, SupportRequest request, bool counts, CancellationToken cancellationToken)
    {
        var tables = snapshot.Tables;
        var citationType = snapshot.Model.NodeTypesByName["Citation"];
        var fromSource = snapshot.Ends[(citationType.Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural), Direction.In)];
        var table = tables.Nodes[citationType.Ordinal];
        var (stance, subject) = ((EnumColumn)table.Column("stance")!, (TextColumn)table.Column("factId")!);
        var byFact = new Dictionary<Step, List<int>>();
        foreach (var cited in request.Relays ? Relays(snapshot, source) : [source])
        {
            foreach (var step in fromSource.Of(cited))
            {
                var row = step.Node - table.Start;
                if (request.Stance is { } only && stance.Name(row) != only)
                    continue;
                var fact = snapshot.Ids.Find(subject.Bytes(row));
                if (!tables.IsEdge(fact) && !tables.OfNode(fact).Type.IsFact)
                    continue;
                var key = tables.IsEdge(fact) ? Step.OfEdge(fact - tables.NodeCount) : new Step(fact, -1);
                if (!byFact.TryGetValue(key, out var citations))
                    byFact[key] = citations = [];
                citations.Add(step.Node);
            }
        }
        Step[] rows = [.. byFact.Keys.Where(row => !request.IsSole || HasNoOther(snapshot, row, source)).OrderBy(row => snapshot.IdRank[snapshot.RecordOf(row)])];
        var ordered = byFact.ToDictionary(pair => pair.Key, pair => InOrder(snapshot, snapshot.RecordOf(pair.Key), pair.Value));
        return new(ordered, Page.Of(snapshot, rows, null, request.Page, counts, cancellationToken));
    }

    /// <summary>Whatever supports the fact is of this source.</summary>
    private static bool HasNoOther(Snapshot snapshot, Step fact, int source)
    {
        var reader = new RecordReader(snapshot);
        foreach (var citation in snapshot.Citations.Of(snapshot.RecordOf(fact)))
        {
            if (reader.Supports(citation) && reader.SourceNode(citation) != source)
                return false;
        }
        return true;
    }

    /// <summary>The citations of the fact that are among those found, in the order in which the fact lists them.</summary>
    private static int[] InOrder(Snapshot snapshot, int fact, List<int> found)
    {
        var wanted = found.ToHashSet();
        var ordered = new List<int>(found.Count);
        foreach (var citation in snapshot.Citations.Of(fact))
        {
            if (wanted.Contains(citation))
                ordered.Add(citation);
        }
        return [.. ordered];
    }

    /// <summary>The source and, step by step, every source that is derived from it.</summary>
    public static List<int> Relays(Snapshot snapshot, int source)
    {
        var type = snapshot.Model.NodeTypesByName["Source"];
        var derived = snapshot.Ends[(type.Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural && relationship.Target == type), Direction.In)];
        List<int> reached = [source];
        var seen = new HashSet<int> { source };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var step in derived.Of(reached[i]))
            {
                if (seen.Add(step.Node))
                    reached.Add(step.Node);
            }
        }
        return reached;
    }
}
