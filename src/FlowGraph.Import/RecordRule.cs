using FlowGraph.Import.Drafts;

namespace FlowGraph.Import;

/// <summary>Sees every record of a dataset once: nodes, then edges.</summary>
internal abstract class RecordRule
{
    public virtual void Node(NodeDraft node)
    {
    }

    public virtual void Edge(EdgeDraft edge)
    {
    }

    /// <summary>What can be said only when all was seen.</summary>
    public virtual void End()
    {
    }
}
