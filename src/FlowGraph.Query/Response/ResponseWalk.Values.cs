using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Response;

public abstract partial class ResponseWalk<TPlace>
{
    /// <summary>A value of C#: a date, a quantity, a chain.</summary>
    /// <param name="owner">Where the record stands whose value it is.</param>
    protected bool Value(ImmutableArray<FieldPlan> fields, object value, in TPlace owner)
    {
        writer.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            var mark = Open(field, i);
            Push(field.Key);
            var written = field switch
            {
                ConstantField constant => Constant(constant),
                MemberField member => Member(member, value, owner),
                PartField part when value is PageEnds ends => PageEnd(part, ends),
                // A figure that was computed is no record's, and nobody claims it.
                QuantityClaimsField when IsNowhere(owner) => List(Array.Empty<string>(), _ => true),
                _ => Field(field, owner),
            };
            Pop();
            if (!written && !Close(field, mark))
                return false;
        }
        writer.Byte((byte)'}');
        return true;
    }

    private bool PageEnd(PartField part, PageEnds ends)
    {
        switch (part.Part)
        {
            case ConnectionPart.HasNextPage:
                writer.Boolean(ends.HasNextPage);
                return true;
            case ConnectionPart.HasPreviousPage:
                writer.Boolean(ends.HasPreviousPage);
                return true;
            default:
                if ((part.Part == ConnectionPart.StartCursor ? ends.StartCursor : ends.EndCursor) is not { } cursor)
                    return Null(part);
                writer.Text(cursor);
                return true;
        }
    }

    private bool Member(MemberField field, object value, in TPlace owner)
    {
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
                return Texts(list.Get(value));
            case ValueMember.Object nested:
                return nested.Get(value) is { } inner ? Value(field.Value!.Fields, inner, owner) : Null(field);
            case ValueMember.ObjectList list:
                var place = owner;
                return List(list.Get(value), item => Value(field.Value!.Fields, item, place));
            case ValueMember.Grouped groups:
                var around = owner;
                return List(groups.Get(value, (GroupRequest)request.Bound[field.Slot]!), group => Value(field.Value!.Fields, group, around));
            case ValueMember.Record record:
                return record.Get(value) is { } id ? Named(field.Record!, id) ?? Null(field) : Null(field);
            case ValueMember.RecordList list:
                return List(list.Get(value), id => Named(field.Record!, id) ?? Fail($"'{id}' is not there."));
            case ValueMember.LinkList links:
                return List(links.Get(value), link => Named(link.Direction == Direction.Out ? field.Record! : field.Arriving!, link.FactId) ?? Fail($"'{link.FactId}' is not there."));
            case ValueMember.Printed when IsDraft:
                writer.Null();
                return true;
            case ValueMember.Printed printed:
                writer.Text(printed.Get(value, field.Slot < 0 ? null : (string?)request.Bound[field.Slot], request.PublicUrl));
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
