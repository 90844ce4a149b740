using System.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Sanctions;

namespace FlowGraph.Neo4j.Cypher;

internal sealed partial class PlanCypher
{
    private Place Computed(ComputedField field, Owner owner, RecordShape shape)
    {
        switch (field.Value)
        {
            case ComputedValue.FactType:
                return new(-1);
            case ComputedValue.Permalink:
                return new(shape.Add($"{owner.Name}.id"));
            case ComputedValue.CitationFact:
                return new(shape.Add($"{owner.Name}.factId"));
            case ComputedValue.ClaimDisplay:
                return new(shape.Add(Map(owner.Name)));
            case ComputedValue.CitationCsl:
                var source = _names.Next("n");
                return new(shape.Add($"COLLECT {{ MATCH ({owner.Name})-[:{FromSource.Edge.Name}]->({source}) RETURN {Map(source)} }}"));
            case ComputedValue.EdgeItself:
                var fact = Edge(field.Record!.Edge, owner.Edges, owner.Name);
                return new(shape.Add(fact.Text), fact);
            case ComputedValue.EdgeFrom:
                return End("startNode", owner.Edges.SelectMany(type => type.Relationships).Select(relationship => relationship.Source));
            case ComputedValue.EdgeTo:
                return End("endNode", owner.Edges.SelectMany(type => type.Relationships).SelectMany(relationship => relationship.Target.Types));
            case ComputedValue.EdgeProperties:
                return new(shape.Add(Map(owner.Name)));
            default:
                throw new UnreachableException();
        }

        Place End(string function, IEnumerable<NodeType> types)
        {
            var node = _names.Next("n");
            var record = Node(field.Record!, [.. types.Distinct()], node);
            return new(shape.Add($"COLLECT {{ WITH {function}({owner.Name}) AS {node} RETURN {record.Text} }}"), record);
        }
    }

    /// <summary>Since when each designation is in force, as lists of one: there are some without a date.</summary>
    private Place Sanctions(SanctionField field, Owner owner, RecordShape shape)
    {
        var request = (SanctionRequest)_bound[field.Slot]!;
        var (edge, designation) = (_names.Next("e"), _names.Next("n"));
        List<string> conditions = [Steps.IsShown(edge), Steps.IsShown(designation), $"{designation}.modality = '{SanctionRequest.Modality}'"];
        if (request.By is { } by)
        {
            var (issued, authority) = (_names.Next("e"), _names.Next("n"));
            conditions.Add($"EXISTS {{ MATCH {Steps.Pattern(designation, field.IssuedBy, issued, authority)} WHERE {Steps.IsShown(issued)} AND {authority}.id = {_parameters.Add(by)} }}");
        }
        var when = Value(field.Designations.Relationship.Source.Property("when")!, designation);
        return new(shape.Add($"COLLECT {{ MATCH {Steps.Pattern(owner.Name, field.Designations, edge, designation, owner.Guard)} WHERE {string.Join(" AND ", conditions)} RETURN [{when}] }}"));
    }

    /// <summary>Everything of a record but what was made for readers of the database: for what is computed from whole records.</summary>
    internal static string Map(string variable) => $"{variable} {{.*, cites: null, searchKeys: null}}";
}
