using System.Runtime.InteropServices;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>Tells soon that there is no chain: walks from both ends only where the Exchange rule lets a path go on, and looks whether the two meet.</summary>
/// <remarks>What meets may pass a node twice, so it need not be a chain; what does not meet is none, and nobody has to count what else lies there.</remarks>
/// <param name="greatestFetch">More edges than this are not looked at: then there may be one.</param>
internal sealed class ChainReach(Passage passage, SearchMemory memory, int maxHops, int greatestFetch)
{
    // No movement since the start or since the last bridge. 1 << (1 + domain): the last movement was of that domain.
    private const int Open = 1;

    // Every state at once: none can be added.
    private const int Outside = -1;

    private readonly IWalkGraph _graph = passage.Graph;
    private long _edgeCount;

    public async ValueTask<bool> MayExistAsync(CancellationToken cancellationToken)
    {
        memory.Clear();
        var forward = new Side(passage.From, memory.Ahead, StateAt(_graph.TypeOf(passage.From), Open));
        var backward = new Side(passage.To, memory.Back, StateAt(_graph.TypeOf(passage.To), Open));
        for (var depth = 1; depth <= maxHops && forward.Frontier.Count > 0 && backward.Frontier.Count > 0; depth++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (ahead, behind) = (Width(forward), Width(backward));
            _edgeCount += Math.Min(ahead, behind);
            if (_edgeCount > greatestFetch)
                return true;
            var (side, other) = ahead <= behind ? (forward, backward) : (backward, forward);
            await _graph.FetchAsync(side.Frontier.Select(reached => reached.Node), cancellationToken);
            if (Meets(side, other, isLast: depth == maxHops))
                return true;
        }
        return false;
    }

    private long Width(Side side)
    {
        var width = 0L;
        foreach (var (node, _) in side.Frontier)
            width += _graph.DegreeOf(node);
        return width;
    }

    private bool Meets(Side side, Side other, bool isLast)
    {
        var next = new List<(int Node, int States)>();
        foreach (var (node, states) in side.Frontier)
        {
            var isMovement = _graph.TypeOf(node).Domain is not null;
            memory.Steps.Clear();
            passage.AddSteps(node, memory.Steps);
            foreach (var step in CollectionsMarshal.AsSpan(memory.Steps))
            {
                var type = _graph.TypeOf(step.Node);
                if (step.Node == side.Start || StateAfter(states, isMovement, type) is not (not 0 and var arriving))
                    continue;
                if (other.States.TryGetValue(step.Node, out var theirs) && theirs != Outside && Join(type, arriving, theirs))
                    return true;
                // Nothing is walked beyond the end.
                if (isLast || step.Node == other.Start)
                    continue;
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(side.States, step.Node, out var isKnown);
                if (!isKnown && !passage.AllowsInside(step.Node))
                    known = Outside;
                if ((arriving & ~known) is var added and not 0)
                {
                    known |= added;
                    next.Add((step.Node, added));
                }
            }
        }
        side.Frontier = next;
        return false;
    }

    /// <summary>With what a path arrives; 0 where it breaks the rule.</summary>
    private int StateAfter(int states, bool fromMovement, NodeType type)
    {
        var arriving = StateAt(type, states);
        return type.Domain is null || (states & Open) != 0 || ((states & arriving) != 0 && (fromMovement || passage.SharedPlaces)) ? arriving : 0;
    }

    private static int StateAt(NodeType type, int states) =>
        type.IsBridge ? Open : type.Domain is { } domain ? Open << (1 + (int)domain) : states;

    private bool Join(NodeType type, int mine, int theirs) =>
        type.IsBridge || type.Domain is not null || ((mine | theirs) & Open) != 0 || (passage.SharedPlaces && (mine & theirs) != 0);

    private sealed class Side
    {
        public Side(int start, Dictionary<int, int> states, int startState)
        {
            (Start, States, Frontier) = (start, states, [(start, startState)]);
            states.Add(start, startState);
        }

        public int Start { get; }

        /// <summary>In which states each node was reached.</summary>
        public Dictionary<int, int> States { get; }

        /// <summary>The nodes reached by the last step, with the states that were new there.</summary>
        public List<(int Node, int States)> Frontier { get; set; }
    }
}
