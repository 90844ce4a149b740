using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Sanctions;

namespace FlowGraph.Neo4j.Answering;

/// <summary>A root's reply and what stands where in it.</summary>
internal readonly record struct RootReply(Place Place, JsonElement Rows, int TotalCount);

/// <summary>Walks a plan over the replies of the store and writes the answer. Records that a reply only names are noted when they are not there yet: then the walk is done again with them.</summary>
internal sealed class ReplyWalk(
    GraphModel model, BoundRequest request, ReleaseInfo release, RootReply[] roots, FetchedRecords records, CitedRecords? cited, JsonResponseWriter writer, CancellationToken cancellationToken)
    : ResponseWalk<Spot>(request, release, cited, writer, cancellationToken)
{
    protected override Spot Nowhere => default;

    protected override bool IsDraft => records.HasMissed;

    protected override bool IsNowhere(in Spot place) => place.Shape is null;

    protected override bool? Found(RootField root, int index)
    {
        if (root.Kind == RootKind.LookUp)
            return First(root.Record!, roots[index].Place.Record!, roots[index].Rows);
        var id = (string)Request.Bound[root.Slot]!;
        return root.Kind == RootKind.Fact && !IsFact(id) ? null : Record(root.Record!, id);
    }

    protected override bool RootPage(RootField root, int index) =>
        Connection(root.Connection!, roots[index].Place.Page!, (PageRequest)Request.Bound[root.Slot]!, roots[index].Rows, roots[index].TotalCount);

    protected override bool? Record(RecordPlan plan, string id)
    {
        if (!records.TryGet(plan, id, out var found))
        {
            Writer.Null();
            return true;
        }
        return found is { } record ? Record(plan, record.Shape, record.List) : null;
    }

    // What an id says is not asked for.
    protected override bool? Named(RecordPlan plan, string id)
    {
        var node = model.NodeTypeOfId(id);
        var fields = node is null ? plan.Edge : plan.ByType[node.Ordinal];
        return fields.IsDefault || !fields.All(field => field is ConstantField or PropertyField { Property.Name: "id" }) ? Record(plan, id)
            : Object(fields, Spot.OfId(fields, node, model.EdgeTypeOfId(id), id));
    }

    protected override bool Field(FieldPlan field, in Spot here)
    {
        try
        {
            return Stored(field, here);
        }
        catch (StoredValueException wrong)
        {
            return Fail(wrong.Message);
        }
    }

    private bool Stored(FieldPlan field, in Spot here)
    {
        switch (field)
        {
            case PropertyField property:
                return Property(property, here);
            case PartField part:
                return Part(part, here);
            case LinksField links:
                return Connection(links.Connection, here.Shape![links], (PageRequest)Request.Bound[links.Slot]!, here);
            case SupportsField supports:
                return Connection(supports.Connection, here.Shape![supports], ((SupportRequest)Request.Bound[supports.Slot]!).Page, here);
            case IncidentFactsField incident:
                return Connection(incident.Connection, here.Shape![incident], ((IncidentRequest)Request.Bound[incident.Slot]!).Page, here);
            case SingleField single:
                return First(single.Record, single, here) ?? Null(single);
            case ReferenceField reference when here.Shape![reference].Record is null:
                return (here.Values[here.Shape[reference].Slot].GetString() is { } id ? Record(reference.Record, id) : null) ?? Null(reference);
            case ReferenceField reference:
                return First(reference.Record, reference, here) ?? Null(reference);
            case StructuralField { End.IsList: false } structural:
                return Only(structural.Record, structural, here) ?? Null(structural);
            case StructuralField structural:
                return Records(structural.Record, structural, here);
            case SingleLinkField link:
                var place = here.Shape![link];
                var list = here.Values[place.Slot];
                return list.GetArrayLength() == 0 ? Null(link) : Object(link.Link, Spot.At(place.Record!, list[0]));
            case CitationsField citations:
                return Records(citations.Record, citations, here);
            case ClaimsField claims:
                return Records(claims.Record, claims, here);
            case QuantityClaimsField claims:
                return Records(claims.Record, claims, here);
            case SanctionField sanctions:
                return Sanctions(sanctions, here);
            case CiteField cite:
                return Cite(cite, here.Values[here.Shape![cite].Slot].GetString()!);
            case ComputedField computed:
                return Computed(computed, here);
            default:
                throw new System.Diagnostics.UnreachableException(field.GetType().Name);
        }
    }

    private bool Record(RecordPlan plan, RecordShape shape, JsonElement list)
    {
        try
        {
            var spot = Spot.At(shape, list);
            return Object(spot.Edge is null ? plan.ByType[spot.Node!.Ordinal] : plan.Edge, spot);
        }
        catch (StoredValueException wrong)
        {
            return Fail(wrong.Message);
        }
    }

    private bool? First(RecordPlan plan, FieldPlan field, in Spot here)
    {
        var place = here.Shape![field];
        return First(plan, place.Record!, here.Values[place.Slot]);
    }

    private bool? First(RecordPlan plan, RecordShape shape, JsonElement list) => list.GetArrayLength() == 0 ? null : Record(plan, shape, list[0]);

    /// <summary>The node at a relationship that the model has once: which of several would be meant, nobody knows.</summary>
    private bool? Only(RecordPlan plan, FieldPlan field, in Spot here)
    {
        var count = here.Values[here.Shape![field].Slot].GetArrayLength();
        return count > 1 ? Fail($"The store has {count.ToString(CultureInfo.InvariantCulture)} records where one can stand.") : First(plan, field, here);
    }

    private bool Records(RecordPlan plan, FieldPlan field, in Spot here)
    {
        var place = here.Shape![field];
        var list = here.Values[place.Slot];
        return List(place.Order?.Sorted(list) ?? list.EnumerateArray(), item => Record(plan, place.Record!, item));
    }

    private bool Connection(ConnectionPlan plan, Place place, PageRequest page, in Spot here) => Connection(
        plan, place.Page!, page, place.Slot < 0 ? default : here.Values[place.Slot], place.Page!.Count < 0 ? 0 : here.Values[place.Page.Count].GetInt32());

    private bool Connection(ConnectionPlan plan, PageShape shape, PageRequest page, JsonElement rows, int totalCount) =>
        Object(plan.Fields, new Spot { Page = new(shape, page, rows, totalCount) });

    private bool Part(PartField part, in Spot here)
    {
        var page = here.Page;
        switch (part.Part)
        {
            case ConnectionPart.Nodes:
                return List(page!.Rows, row => Node(part, row));
            case ConnectionPart.Edges:
                return List(page!.Rows, row => Object(part.Fields, row));
            case ConnectionPart.PageInfo:
                return Object(part.Fields, here);
            case ConnectionPart.TotalCount:
                Writer.Number(page!.TotalCount);
                return true;
            case ConnectionPart.HasNextPage:
                Writer.Boolean(page!.HasNext);
                return true;
            case ConnectionPart.HasPreviousPage:
                Writer.Boolean(page!.HasPrevious);
                return true;
            case ConnectionPart.StartCursor:
                return CursorOrNull(page!, 0);
            case ConnectionPart.EndCursor:
                return CursorOrNull(page!, page!.Rows.Length - 1);
            case ConnectionPart.Cursor:
                Writer.Text(page!.Cursor(here));
                return true;
            case ConnectionPart.Node:
                return Node(part, here);
            case ConnectionPart.FactId:
                Text(here.Values[here.Shape![part].Slot]);
                return true;
            case ConnectionPart.Fact:
                return Record(part.Record!, here.Shape![part].Record!, here.Values[here.Shape[part].Slot]);
            case ConnectionPart.SupportCitations:
                return Records(part.Record!, part, here);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The node of a row; of a supported fact the reply has the id alone.</summary>
    private bool Node(PartField part, in Spot row)
    {
        var place = row.Shape![part];
        var value = row.Values[place.Slot];
        if (place.Record is { } shape)
            return Record(part.Record!, shape, value);
        var id = value.GetString()!;
        return Record(part.Record!, id) ?? Fail($"The store has citations for '{id}', which is not there.");
    }

    private bool CursorOrNull(ReplyPage page, int row)
    {
        if (page.Rows.IsEmpty)
            Writer.Null();
        else
            Writer.Text(page.Cursor(page.Rows[row]));
        return true;
    }

    private bool Property(PropertyField field, in Spot here)
    {
        var property = field.Property;
        var stored = here.Values[here.Shape![field].Slot];
        if (property is { IsList: false, Kind: not (ValueKind.Int or ValueKind.Float or ValueKind.Boolean or ValueKind.Date or ValueKind.Enum or ValueKind.FuzzyDate or ValueKind.Quantity) }
            && stored.ValueKind == JsonValueKind.String)
        {
            Text(stored);
            return true;
        }
        if (StoredReader.Value(property, stored) is not { } value)
            return Null(field);
        return Scalar(value) || Value(field.Value!.Fields, value, here);
    }

    /// <summary>A text as the reply has it, where that is what the response has too: only escapes differ.</summary>
    private void Text(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        if (raw.IndexOfAny((byte)'\\', (byte)127) < 0)
            Writer.Raw(raw);
        else
            Writer.Text(text.GetString()!);
    }

    private bool Computed(ComputedField field, in Spot here)
    {
        var place = here.Shape![field];
        switch (field.Value)
        {
            case ComputedValue.FactType:
                Writer.Text(here.Edge is { } edge ? edge.Name : here.Node!.EnumName);
                return true;
            case ComputedValue.Permalink:
                Writer.Text($"{Request.PublicUrl}{Permalinks.RootOf(here.Edge is null ? here.Node : null)}{here.Values[place.Slot].GetString()}");
                return true;
            case ComputedValue.ClaimDisplay:
                Writer.Text(ClaimValue.Display(StoredReader.Node(here.Node!, here.Values[place.Slot])));
                return true;
            case ComputedValue.CitationFact:
                var fact = here.Values[place.Slot].GetString()!;
                return (IsFact(fact) ? Record(field.Record!, fact) : null) ?? Null(field);
            case ComputedValue.CitationCsl:
                return Csl(here.Values[place.Slot]);
            case ComputedValue.EdgeItself:
                return Record(field.Record!, place.Record!, here.Values[place.Slot]);
            case ComputedValue.EdgeFrom or ComputedValue.EdgeTo:
                return First(field.Record!, place.Record!, here.Values[place.Slot]) ?? Null(field);
            case ComputedValue.EdgeProperties:
                var stored = here.Values[place.Slot];
                return OwnProperties(here.Edge!, property => StoredReader.Of(property, stored));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool Sanctions(SanctionField field, in Spot here)
    {
        var when = field.Designations.Relationship.Source.Property("when")!;
        var dates = here.Values[here.Shape![field].Slot].EnumerateArray().Select(date => (FuzzyDate?)StoredReader.Value(when, date[0])).ToList();
        Writer.Text(EnumSpelling.Of(((SanctionRequest)Request.Bound[field.Slot]!).Of(dates)));
        return true;
    }

    private bool IsFact(string id) => model.NodeTypeOfId(id) is { } type ? type.IsFact : model.EdgeTypeOfId(id) is not null;

    private bool Csl(JsonElement sources)
    {
        if (sources.GetArrayLength() == 0)
            return Fail("The store has a citation without its source.");
        Writer.Raw(SourceReference.Csl(StoredReader.Node(model.NodeTypesByName[Labels.Source], sources[0])));
        return true;
    }
}
