using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.References;

/// <summary>Following <c>partOf</c> never comes back to where it began.</summary>
internal sealed class CycleRule(IEnumerable<PartEdge> parts, Faults faults)
{
    private readonly ILookup<string, PartEdge> _parts = parts.ToLookup(edge => edge.From, StringComparer.Ordinal);

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public void Check()
    {
        foreach (var start in _parts.Select(group => group.Key))
            Walk(start);
    }

    // Depth first with a path of its own: a record that is met again while still on the path closes a cycle.
    private void Walk(string start)
    {
        var path = new List<(string Id, IEnumerator<PartEdge> Next)>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        Enter(start);
        while (path.Count > 0)
        {
            var (id, next) = path[^1];
            if (!next.MoveNext())
            {
                _done.Add(id);
                onPath.Remove(id);
                path.RemoveAt(path.Count - 1);
            }
            else if (onPath.Contains(next.Current.To))
            {
                var ring = path.Select(step => step.Id).SkipWhile(step => step != next.Current.To).Append(next.Current.To);
                faults.Add(
                    ErrorCodes.ImportCycle, next.Current.Line.Field("to"), $"'{next.Current.Id}' closes a circle: {string.Join(" → ", ring)}.",
                    next.Current.To, "a whole that is not part of its part");
            }
            else
            {
                Enter(next.Current.To);
            }
        }

        void Enter(string id)
        {
            if (!_done.Contains(id) && onPath.Add(id))
                path.Add((id, _parts[id].GetEnumerator()));
        }
    }
}

internal sealed record PartEdge(string Id, string From, string To, LinePlace Line);
