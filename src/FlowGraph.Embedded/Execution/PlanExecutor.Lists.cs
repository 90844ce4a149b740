using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Embedded.Execution;

internal sealed partial class PlanExecutor
{
    private bool Connection(ConnectionPlan plan, ReadOnlyMemory<Step> rowsById, RelationshipEnd? end, PageRequest page) =>
        Object(plan.Fields, new Here { Page = Page.Of(snapshot, rowsById, end, page, plan.NeedsCount, Cancellation) });

    private bool Part(PartField part, in Here here)
    {
        switch (part.Part)
        {
            case ConnectionPart.Nodes:
            case ConnectionPart.Edges:
                return Rows(part, here);
            case ConnectionPart.PageInfo:
                return Object(part.Fields, here);
            case ConnectionPart.TotalCount:
                Writer.Number(here.Page!.TotalCount);
                return true;
            case ConnectionPart.HasNextPage:
                Writer.Boolean(here.Page!.HasNext);
                return true;
            case ConnectionPart.HasPreviousPage:
                Writer.Boolean(here.Page!.HasPrevious);
                return true;
            case ConnectionPart.StartCursor:
                return CursorOrNull(here.Page!, 0);
            case ConnectionPart.EndCursor:
                return CursorOrNull(here.Page!, here.Page!.Rows.Length - 1);
            case ConnectionPart.Cursor:
                Writer.Text(here.Page!.Cursor(new(here.Node, here.Edge)));
                return true;
            case ConnectionPart.Node:
                return Record(part.Record!, snapshot.RecordOf(new(here.Node, here.Edge)));
            case ConnectionPart.FactId:
                Writer.Text(_tables.IdBytes(_tables.NodeCount + here.Edge));
                return true;
            case ConnectionPart.Fact:
                return Record(part.Record!, _tables.NodeCount + here.Edge);
            case ConnectionPart.SupportCitations:
                return Records(part.Record!, ((SupportPage)here.Page!).CitationsOf(here));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool CursorOrNull(Page page, int row)
    {
        if (row < 0 || page.Rows.IsEmpty)
            Writer.Null();
        else
            Writer.Text(page.Cursor(page.Rows[row]));
        return true;
    }

    /// <summary>The rows of the page, as nodes or as edges.</summary>
    private bool Rows(PartField part, in Here here)
    {
        Writer.Byte((byte)'[');
        var rows = here.Page!.Rows;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i > 0)
                Writer.Byte((byte)',');
            Push(i);
            var row = rows[i];
            var written = part.Part == ConnectionPart.Nodes ? Record(part.Record!, snapshot.RecordOf(row)) : Object(part.Fields, here with { Node = row.Node, Edge = row.Edge });
            Pop();
            if (!written)
                return false;
        }
        Writer.Byte((byte)']');
        return true;
    }

    private bool Records(RecordPlan plan, ReadOnlySpan<int> records)
    {
        Writer.Byte((byte)'[');
        for (var i = 0; i < records.Length; i++)
        {
            if (i > 0)
                Writer.Byte((byte)',');
            Push(i);
            var written = Record(plan, records[i]);
            Pop();
            if (!written)
                return false;
        }
        Writer.Byte((byte)']');
        return true;
    }

    private bool Citations(CitationsField field, in Here here)
    {
        var citations = snapshot.Citations.Of(here.Edge >= 0 ? _tables.NodeCount + here.Edge : here.Node);
        return Records(field.Record, Request.Bound[field.Slot] is string stance ? OfStance(citations, stance) : citations);
    }

    private int[] OfStance(ReadOnlySpan<int> citations, string stance)
    {
        var chosen = new List<int>(citations.Length);
        foreach (var citation in citations)
        {
            var table = _tables.OfNode(citation);
            if (((EnumColumn)table.Column("stance")!).Name(citation - table.Start) == stance)
                chosen.Add(citation);
        }
        return [.. chosen];
    }

    private bool Claims(RecordPlan plan, int node, string? property)
    {
        var claims = snapshot.Claims.Of(node);
        if (property is null)
            return Records(plan, claims);
        var chosen = new List<int>(claims.Length);
        foreach (var claim in claims)
        {
            var table = _tables.OfNode(claim);
            if (((TextColumn)table.Column("property")!).Text(claim - table.Start) == property)
                chosen.Add(claim);
        }
        return Records(plan, [.. chosen]);
    }

    private bool Structural(StructuralField field, in Here here)
    {
        var steps = snapshot.Ends[(field.End.Relationship, field.End.Direction)].Of(here.Node);
        if (!field.End.IsList)
            return RecordOrNull(field, field.Record, steps.IsEmpty ? -1 : steps[0].Node);
        var nodes = new int[steps.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = steps[i].Node;
        return Records(field.Record, nodes);
    }

    private bool Supports(SupportsField field, in Here here)
    {
        var support = (SupportRequest)Request.Bound[field.Slot]!;
        return Object(field.Connection.Fields, new Here { Page = SupportPage.Of(snapshot, here.Node, support, field.Connection.NeedsCount, Cancellation) });
    }

    private bool IncidentFacts(IncidentFactsField field, in Here here)
    {
        var request = (IncidentRequest)Request.Bound[field.Slot]!;
        // An edge from a node to itself is one fact.
        var edges = new HashSet<int>();
        foreach (var type in request.Types)
        {
            var (leaving, arriving) = snapshot.ByEdgeType[type.Ordinal];
            if (request.Direction != Direction.In)
                Take(leaving.Of(here.Node));
            if (request.Direction != Direction.Out)
                Take(arriving.Of(here.Node));
        }
        Step[] rows = [.. edges.Select(Step.OfEdge).OrderBy(row => snapshot.IdRank[snapshot.RecordOf(row)])];
        return Connection(field.Connection, rows, null, request.Page);

        void Take(ReadOnlySpan<Step> steps)
        {
            foreach (var step in steps)
                edges.Add(step.Edge);
        }
    }
}
