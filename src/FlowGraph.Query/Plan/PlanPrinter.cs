using System.Collections.Immutable;
using System.Text;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;

namespace FlowGraph.Query.Plan;

/// <summary>A plan as text: one field a line, indented; the same plan always prints the same.</summary>
public sealed class PlanPrinter
{
    private readonly GraphModel _model;
    private readonly QueryPlan _plan;
    private readonly StringBuilder _text = new();
    private int _depth;

    private PlanPrinter(GraphModel model, QueryPlan plan)
    {
        _model = model;
        _plan = plan;
    }

    public static string Print(GraphModel model, QueryPlan plan)
    {
        var printer = new PlanPrinter(model, plan);
        foreach (var root in plan.Roots)
            printer.Root(root);
        return printer._text.ToString();
    }

    private void Line(FieldPlan field, string what, int slot = -1)
    {
        _text.Append(' ', _depth * 2);
        _text.Append(field.Key);
        if (field.Key != field.Field.Name)
            _text.Append(" = ").Append(field.Field.Name);
        _text.Append(": ").Append(what);
        if (slot >= 0 && _plan.Slots[slot].Text is { Length: > 0 } arguments)
            _text.Append(" (").Append(arguments).Append(')');
        _text.Append('\n');
    }

    private void Root(RootField root)
    {
        var what = root.Kind switch
        {
            RootKind.LookUp => $"look up {root.Set!.Name}",
            RootKind.Page => $"page of {root.Set!.Name}",
            RootKind.Aggregate => $"aggregate of {root.Set!.Name}",
            RootKind.Node => "any record by id",
            RootKind.Nodes => "any records by id",
            RootKind.Fact => "fact by id",
            RootKind.Facts => "page of facts",
            RootKind.Chain => "chain by id",
            RootKind.Chains => "chains",
            RootKind.Timeline => "timeline",
            RootKind.OilLedger => "oil ledger",
            RootKind.Neighborhood => "neighborhood",
            RootKind.Subgraph => "subgraph",
            RootKind.Comparison => "comparison in time",
            RootKind.Model => "model",
            RootKind.Search => "search",
            RootKind.Release => "release",
            RootKind.Typename => "type name",
            RootKind.Introspection => "introspection",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Line(root, what, root.Slot);
        Nested(root.Record);
        Nested(root.Connection?.Fields ?? []);
        Nested(root.Value);
    }

    private void Nested(RecordPlan? record)
    {
        if (record is null)
            return;
        _depth++;
        // Types with the same fields are printed together, so that a selection on an interface reads as one.
        var names = _model.NodeTypes.Select(type => type.Name).Append("EdgeFact");
        var groups = names.Zip(record.ByType).Where(pair => !pair.Second.IsDefault).Select(pair => (pair.First, Text: Sub(pair.Second))).GroupBy(pair => pair.Text).ToList();
        if (record.Chain is not null)
            groups.AddRange(new[] { (First: "Chain", Text: Sub(record.Chain.Fields)) }.GroupBy(pair => pair.Text));
        foreach (var group in groups.Where(group => group.Key.Length > 0))
        {
            _text.Append(' ', _depth * 2).Append("on ").AppendJoin(", ", group.Select(pair => pair.First)).Append('\n');
            _text.Append(group.Key);
        }
        _depth--;
    }

    private string Sub(ImmutableArray<FieldPlan> fields)
    {
        var start = _text.Length;
        Nested(fields);
        var text = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return text;
    }

    private void Nested(ValuePlan? value) => Nested(value?.Fields ?? []);

    private void Nested(ImmutableArray<FieldPlan> fields)
    {
        _depth++;
        foreach (var field in fields)
            Field(field);
        _depth--;
    }

    private void Field(FieldPlan plan)
    {
        switch (plan)
        {
            case ConstantField constant:
                Line(plan, $"\"{constant.Text}\"");
                break;
            case PropertyField property:
                Line(plan, $"property {property.Property.Name}");
                Nested(property.Value);
                break;
            case ReferenceField reference:
                Line(plan, $"record named by {reference.Property.Name}");
                Nested(reference.Record);
                break;
            case LinksField links:
                Line(plan, $"links {Arrow(links.End)}", links.Slot);
                Nested(links.Connection.Fields);
                break;
            case SingleField single:
                Line(plan, $"node {Arrow(single.End)}");
                Nested(single.Record);
                break;
            case SingleLinkField link:
                Line(plan, $"link {Arrow(link.End)}");
                Nested(link.Link);
                break;
            case StructuralField structural:
                Line(plan, $"nodes {Arrow(structural.End)}");
                Nested(structural.Record);
                break;
            case CitationsField citations:
                Line(plan, "citations", citations.Slot);
                Nested(citations.Record);
                break;
            case ClaimsField claims:
                Line(plan, "claims", claims.Slot);
                Nested(claims.Record);
                break;
            case QuantityClaimsField claims:
                Line(plan, "claims on this quantity");
                Nested(claims.Record);
                break;
            case SupportsField supports:
                Line(plan, "supports", supports.Slot);
                Nested(supports.Connection.Fields);
                break;
            case SanctionField sanctions:
                Line(plan, "sanction status", sanctions.Slot);
                break;
            case CiteField cite:
                Line(plan, "citation to print", cite.Slot);
                break;
            case IncidentFactsField incident:
                Line(plan, "incident facts", incident.Slot);
                Nested(incident.Connection.Fields);
                break;
            case ComputedField computed:
                Line(plan, $"computed {computed.Value}");
                Nested(computed.Record);
                break;
            case PartField part:
                Line(plan, $"part {part.Part}");
                Nested(part.Record);
                Nested(part.Fields);
                break;
            case MemberField member:
                Line(plan, "member", member.Slot);
                Nested(member.Value);
                Nested(member.Record);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Arrow(RelationshipEnd end) => end.Direction == Direction.Out ? $"-{end.Edge.Name}-> {end.Target.Name}" : $"<-{end.Edge.Name}- {end.Target.Name}";
}
