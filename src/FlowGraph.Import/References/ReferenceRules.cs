using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.References;

/// <summary>Ids inside records, natural keys and counting groups: what a record says of others must be there.</summary>
internal sealed class ReferenceRules(DatasetDraft dataset, Resolver resolver, Faults faults) : RecordRule
{
    private readonly ImmutableArray<NodeType> _subjects = [.. dataset.Model.NodeTypes.Where(type => type.Contract != Contract.Record)];

    private readonly Dictionary<(NodeType Type, string Property, object Value), string> _keys = [];

    public override void Node(NodeDraft node)
    {
        CheckReferences(node, node.Type.Properties);
        foreach (var link in node.Links)
            Resolve(link);
        foreach (var property in node.Type.Properties.Where(property => property.IsKey))
            CheckKey(node, property);
        CheckCountingGroup(node);
        CheckSources(node);
    }

    public override void Edge(EdgeDraft edge)
    {
        CheckReferences(edge, edge.Type.Properties);
        CheckSources(edge);
    }

    private void CheckSources(Draft record)
    {
        foreach (var source in record.Citations.Select(citation => citation.Source).OfType<LinkDraft>())
            Resolve(source);
    }

    private void Resolve(LinkDraft link) =>
        resolver.Node(link.Target, link.Place, link.Relationship.Target.Types, Resolver.Words(link.Relationship.Target));

    private void CheckReferences(Draft record, ImmutableArray<PropertyDefinition> properties)
    {
        foreach (var property in properties.Where(property => property.ReferenceTo is not null))
        {
            if (record.Values[property.Index] is not string id)
                continue;
            var place = new FieldPlace(record.Line, "", property.FieldName);
            var target = property.ReferenceTo!; // checked by Where
            if (dataset.Model.GroupsByName.TryGetValue(target, out var group))
                resolver.Node(id, place, group.Types, Resolver.Words(group));
            else if (dataset.Model.NodeTypesByName.TryGetValue(target, out var type))
                resolver.Node(id, place, type.Types, Resolver.Words(type));
            else
                resolver.Node(id, place, _subjects, "an entity or an event");
        }
    }

    private void CheckKey(NodeDraft node, PropertyDefinition property)
    {
        if (node.Values[property.Index] is not { } value || _keys.TryAdd((node.Type, property.Name, value), node.Id))
            return;
        faults.Add(
            ErrorCodes.ImportDuplicateKey, node.Line.Field(property.FieldName),
            $"'{property.FieldName}' is '{value}', which '{_keys[(node.Type, property.Name, value)]}' has already.", $"{value}",
            "a value that no other record of the type has");
    }

    private void CheckCountingGroup(NodeDraft node)
    {
        if (node.Text("countingGroup") is not { } group || dataset.Manifest.CountingGroups.Any(known => known.Id == group))
            return;
        var known = dataset.Manifest.CountingGroups.Select(other => other.Id).ToList();
        faults.Add(
            ErrorCodes.ImportCountingGroup, node.Line.Field("countingGroup"),
            $"'countingGroup' is '{group}', which is none of the manifest's groups; expected one of {string.Join(", ", known)}.", group,
            $"one of {string.Join(", ", known)}", faults.Near(group, known));
    }
}
