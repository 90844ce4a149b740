using System.Runtime.InteropServices;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>Tells soon that there is no chain: walks from both ends only where the Exchange rule lets a path go on, and looks whether the two meet.</summary>
/// <remarks>What meets may pass a node twice, so it need not be a chain; what does not meet is none, and nobody has to count what else lies there.</remarks>
/// <param name="greatestFetch">More edges than this are not looked at: then there may be one.</param>
internal sealed class ChainReach(Passage passage, int maxHops, int greatestFetch)
{
    // No movement since the start or since the last bridge. 1 << (1 + domain): the last movement was of that domain.
    private const int Open = 1;

    private readonly IWalkGraph _graph = passage.Graph;
    private readonly List<WalkStep> _steps = [];
    private long _edgeCount;

    public async ValueTask<bool> MayExistAsync(CancellationToken cancellationToken)
    {
        var forward = new Side(passage.From, StateAt(_graph.TypeOf(passage.From), Open));
        var backward = new Side(passage.To, StateAt(_graph.TypeOf(passage.To), Open));
        for (var depth = 1; depth <= maxHops && forward.Frontier.Count > 0 && backward.Frontier.Count > 0; depth++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (ahead, behind) = (Width(forward), Width(backward));
            _edgeCount += Math.Min(ahead, behind);
            if (_edgeCount > greatestFetch)
                return true;
            var (side, other) = ahead <= behind ? (forward, backward) : (backward, forward);
            await _graph.FetchAsync(side.Frontier.Keys, cancellationToken);
            if (Meets(side, other, isLast: depth == maxHops))
                return true;
        }
        return false;
    }

    private long Width(Side side) => side.Frontier.Keys.Sum(node => (long)_graph.DegreeOf(node));

    private bool Meets(Side side, Side other, bool isLast)
    {
        var next = new Dictionary<int, int>();
        foreach (var (node, states) in side.Frontier)
        {
            var isMovement = _graph.TypeOf(node).Domain is not null;
            _steps.Clear();
            passage.AddSteps(node, _steps);
            foreach (var step in CollectionsMarshal.AsSpan(_steps))
            {
                var type = _graph.TypeOf(step.Node);
                if (step.Node == side.Start || StateAfter(states, isMovement, type) is not (not 0 and var arriving))
                    continue;
                if (other.States.TryGetValue(step.Node, out var theirs) && Join(type, arriving, theirs))
                    return true;
                // Nothing is walked beyond the end.
                if (!isLast && step.Node != other.Start && passage.AllowsInside(step.Node))
                    side.Reach(step.Node, arriving, next);
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
        public Side(int start, int states)
        {
            (Start, Frontier) = (start, new() { [start] = states });
            States[start] = states;
        }

        public int Start { get; }

        /// <summary>In which states each node was reached.</summary>
        public Dictionary<int, int> States { get; } = [];

        /// <summary>The nodes reached by the last step, each with the states that are new.</summary>
        public Dictionary<int, int> Frontier { get; set; }

        public void Reach(int node, int states, Dictionary<int, int> next)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(States, node, out _);
            if ((states & ~known) is var added and not 0)
            {
                known |= states;
                next[node] = next.GetValueOrDefault(node) | added;
            }
        }
    }
}
