using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.References;

internal static class ReferenceRules
{
    public static void Check(DatasetDraft dataset, Faults faults, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var edge in dataset.Edges)
        {
            if (dataset.Node(edge.From) is { } from && dataset.Node(edge.To) is { } to)
                edge.Relationship = edge.Type.RelationshipBetween(from.Type, to.Type);
            if (edge.Relationship is null)
                faults.Add(FlowGraph.Model.Diagnostics.ErrorCodes.ImportWrongTarget, edge.Line.Whole, edge.Id);
        }
    }
}
