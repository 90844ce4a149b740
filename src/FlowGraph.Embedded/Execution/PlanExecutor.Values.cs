using System.Text.Encodings.Web;
using System.Text.Json;
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
                writer.Text(here.Edge >= 0 ? _tables.OfEdge(here.Edge).Type.Name : _tables.OfNode(here.Node).Type.EnumName);
                return true;
            case ComputedValue.Permalink:
                writer.Text($"{request.PublicUrl}{PermalinkRoot(here)}{_tables.Id(here.Edge >= 0 ? _tables.NodeCount + here.Edge : here.Node)}");
                return true;
            case ComputedValue.ClaimDisplay:
                writer.Text(ClaimValue.Display(new RecordReader(snapshot).Node(here.Node)));
                return true;
            case ComputedValue.CitationFact:
                var subject = snapshot.Ids.Find(((TextColumn)_tables.OfNode(here.Node).Column("factId")!).Bytes(here.Node - _tables.OfNode(here.Node).Start));
                return RecordOrNull(field, field.Record!, _tables.IsEdge(subject) || _tables.OfNode(subject).Type.IsFact ? subject : -1);
            case ComputedValue.CitationCsl:
                Csl(here.Node);
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

    private void Csl(int citation)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            SourceReference.WriteCsl(json, new RecordReader(snapshot).SourceOf(citation), null);
        writer.Raw(buffer.WrittenSpan);
    }

    private void EdgeProperties(int edge)
    {
        var table = _tables.OfEdge(edge);
        var row = edge - table.Start;
        writer.Byte((byte)'{');
        var first = true;
        foreach (var property in table.Type.Properties)
        {
            var column = table.Columns[property.Index];
            if (property.IsContract || column.IsMissing(row))
                continue;
            if (!first)
                writer.Byte((byte)',');
            first = false;
            writer.Text(property.Name);
            writer.Byte((byte)':');
            if (column is FuzzyDateColumn dates)
                writer.Text(dates.Value(row)!.Edtf);
            else
                column.Write(writer, row);
        }
        writer.Byte((byte)'}');
    }

    private bool Member(MemberField field, in Here here)
    {
        var value = here.Value!;
        switch (field.Member)
        {
            case ValueMember.Text text:
                if (text.Get(value) is not { } content)
                    return Null(field);
                writer.Text(content);
                return true;
            case ValueMember.Int number:
                if (number.Get(value) is not { } whole)
                    return Null(field);
                writer.Number(whole);
                return true;
            case ValueMember.Float number:
                if (number.Get(value) is not { } real)
                    return Null(field);
                writer.Number(real);
                return true;
            case ValueMember.Boolean boolean:
                if (boolean.Get(value) is not { } truth)
                    return Null(field);
                writer.Boolean(truth);
                return true;
            case ValueMember.Date date:
                if (date.Get(value) is not { } day)
                    return Null(field);
                writer.Date(day);
                return true;
            case ValueMember.TextList list:
                return List(list.Get(value), text =>
                {
                    writer.Text(text);
                    return true;
                });
            case ValueMember.Object nested:
                return nested.Get(value) is { } inner ? Object(field.Value!.Fields, new Here { Value = inner }) : Null(field);
            case ValueMember.ObjectList list:
                return List(list.Get(value), item => Object(field.Value!.Fields, new Here { Value = item }));
            case ValueMember.Record record:
                return RecordOrNull(field, field.Record!, record.Get(value) is { } id ? snapshot.Ids.Find(id) : -1);
            case ValueMember.RecordList list:
                return List(list.Get(value), id => Record(field.Record!, snapshot.Ids.Find(id)));
            case ValueMember.Printed printed:
                writer.Text(printed.Get(value, field.Slot < 0 ? null : (string?)request.Bound[field.Slot], request.PublicUrl));
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool List<T>(IEnumerable<T> items, Func<T, bool> write)
    {
        writer.Byte((byte)'[');
        var index = 0;
        foreach (var item in items)
        {
            if (index > 0)
                writer.Byte((byte)',');
            Push(index++);
            var written = write(item);
            Pop();
            if (!written)
                return false;
        }
        writer.Byte((byte)']');
        return true;
    }
}
