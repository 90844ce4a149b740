using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Sanctions;

namespace FlowGraph.Embedded.Execution;

internal sealed partial class PlanExecutor
{
    private bool Computed(ComputedField field, in Here here)
    {
        switch (field.Value)
        {
            case ComputedValue.FactType:
                Writer.Text(here.Edge >= 0 ? _tables.OfEdge(here.Edge).Type.Name : _tables.OfNode(here.Node).Type.EnumName);
                return true;
            case ComputedValue.Permalink:
                Writer.Text($"{Request.PublicUrl}{Permalinks.RootOf(here.Edge >= 0 ? null : _tables.OfNode(here.Node).Type)}{_tables.Id(here.Edge >= 0 ? _tables.NodeCount + here.Edge : here.Node)}");
                return true;
            case ComputedValue.ClaimDisplay:
                Writer.Text(ClaimValue.Display(new RecordReader(snapshot).Node(here.Node)));
                return true;
            case ComputedValue.CitationFact:
                var subject = snapshot.Ids.Find(((TextColumn)_tables.OfNode(here.Node).Column("factId")!).Bytes(here.Node - _tables.OfNode(here.Node).Start));
                return RecordOrNull(field, field.Record!, _tables.IsEdge(subject) || _tables.OfNode(subject).Type.IsFact ? subject : -1);
            case ComputedValue.CitationCsl:
                Writer.Raw(SourceReference.Csl(new RecordReader(snapshot).SourceOf(here.Node)));
                return true;
            case ComputedValue.EdgeItself:
                return Record(field.Record!, _tables.NodeCount + here.Edge);
            case ComputedValue.EdgeFrom:
                return Record(field.Record!, _tables.OfEdge(here.Edge).From[here.Edge - _tables.OfEdge(here.Edge).Start]);
            case ComputedValue.EdgeTo:
                return Record(field.Record!, _tables.OfEdge(here.Edge).To[here.Edge - _tables.OfEdge(here.Edge).Start]);
            case ComputedValue.EdgeProperties:
                var table = _tables.OfEdge(here.Edge);
                var row = here.Edge - table.Start;
                return OwnProperties(table.Type, property => table.Columns[property.Index].Get(row));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool Sanctions(SanctionField field, in Here here)
    {
        var request = (SanctionRequest)Request.Bound[field.Slot]!;
        var authority = request.By is null ? -1 : snapshot.Ids.Find(request.By);
        var dates = new List<FuzzyDate?>();
        foreach (var step in snapshot.Ends[(field.Designations.Relationship, field.Designations.Direction)].Of(here.Node))
        {
            if (snapshot.Retracted[step.Node] || snapshot.Retracted[_tables.NodeCount + step.Edge])
                continue;
            if (request.By is not null && snapshot.StepOver(field.IssuedBy, step.Node).Node != authority)
                continue;
            var table = _tables.OfNode(step.Node);
            if (((EnumColumn)table.Column("modality")!).Name(step.Node - table.Start) == SanctionRequest.Modality)
                dates.Add((FuzzyDate?)table.Column("when")!.Get(step.Node - table.Start));
        }
        Writer.Text(EnumSpelling.Of(request.Of(dates)));
        return true;
    }
}
