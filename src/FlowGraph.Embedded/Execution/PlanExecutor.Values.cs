using FlowGraph.Embedded.Columns;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Plan;

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
                Writer.Text($"{Request.PublicUrl}{PermalinkRoot(here)}{_tables.Id(here.Edge >= 0 ? _tables.NodeCount + here.Edge : here.Node)}");
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
            case ComputedValue.EdgeFrom:
                return Record(field.Record!, _tables.OfEdge(here.Edge).From[here.Edge - _tables.OfEdge(here.Edge).Start]);
            case ComputedValue.EdgeTo:
                return Record(field.Record!, _tables.OfEdge(here.Edge).To[here.Edge - _tables.OfEdge(here.Edge).Start]);
            case ComputedValue.EdgeProperties:
                EdgeProperties(here.Edge);
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private string PermalinkRoot(in Here here)
    {
        if (here.Edge >= 0)
            return "/fact/";
        var type = _tables.OfNode(here.Node).Type;
        return type.Name == "Source" ? "/source/" : type.IsFact ? "/fact/" : "/node/";
    }

    private void EdgeProperties(int edge)
    {
        var table = _tables.OfEdge(edge);
        var row = edge - table.Start;
        Writer.Byte((byte)'{');
        var first = true;
        foreach (var property in table.Type.Properties)
        {
            var column = table.Columns[property.Index];
            if (property.IsContract || column.IsMissing(row))
                continue;
            if (!first)
                Writer.Byte((byte)',');
            first = false;
            Writer.Text(property.Name);
            Writer.Byte((byte)':');
            if (column is FuzzyDateColumn dates)
                Writer.Text(dates.Value(row)!.Edtf);
            else
                column.Write(Writer, row);
        }
        Writer.Byte((byte)'}');
    }
}
