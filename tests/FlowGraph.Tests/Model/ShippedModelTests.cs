using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class ShippedModelTests
{
    private static readonly GraphModel _model = ShippedModel.Instance;

    [Fact]
    public void Has_the_expected_numbers_of_types()
    {
        Assert.Equal(22, _model.NodeTypes.Length);
        Assert.Equal(8, _model.NodeTypes.Count(type => type.Contract == Contract.Entity));
        Assert.Equal(11, _model.NodeTypes.Count(type => type.Contract == Contract.Event));
        Assert.Equal(["Claim", "Source", "Citation"], _model.NodeTypes.Where(type => type.Contract == Contract.Record).Select(type => type.Name));
        Assert.Equal(["Entity", "Event", "Place", "Actor", "Movement"], _model.Groups.Select(group => group.Name));
        Assert.Equal(25, _model.EdgeTypes.Count(type => type.Class == EdgeClass.Fact));
        Assert.Equal(39, _model.EdgeTypes.Count(type => type.Class == EdgeClass.Context));
        Assert.Equal(
            ["ASSERTED_BY", "DERIVED_FROM", "FROM_SOURCE"],
            _model.EdgeTypes.Where(type => type.Class == EdgeClass.Structural).Select(type => type.Name));
        Assert.Equal(81, _model.EdgeTypes.Sum(type => type.Relationships.Length));
        Assert.Equal(5, _model.PropertySets.Length);
        Assert.Equal(38, _model.Enums.Length);
    }

    [Fact]
    public void Has_one_bridge_and_a_domain_for_every_movement()
    {
        Assert.Equal(["Exchange"], _model.NodeTypes.Where(type => type.IsBridge).Select(type => type.Name));
        Assert.Equal(
            [MovementDomain.Oil, MovementDomain.Arms, MovementDomain.Troops],
            _model.GroupsByName["Movement"].Types.Select(type => type.Domain!.Value));
        Assert.Equal(3, _model.NodeTypes.Count(type => type.Domain is not null));
    }

    [Fact]
    public void Finds_types_by_the_ids_of_their_records()
    {
        Assert.Equal("MilitaryUnit", _model.NodeTypeOfId("unit:somebody")!.Name);
        Assert.Equal("CARRIED_BY", _model.EdgeTypeOfId("carried-by:a--b")!.Name);
        Assert.Null(_model.NodeTypeOfId("carried-by:a--b"));
        Assert.Null(_model.EdgeTypeOfId("from-source:a--b"));
        Assert.Null(_model.NodeTypeOfId("nothing"));
    }

    [Fact]
    public void Joins_every_declaration_of_an_edge_type()
    {
        var carriedBy = _model.EdgeTypesByName["CARRIED_BY"];

        Assert.Equal(["Shipment.carriedBy", "ArmsTransfer.carriedBy", "TroopDeployment.carriedBy"], carriedBy.Relationships.Select(r => r.ToString()));
        Assert.Equal("carried-by", carriedBy.Prefix);
        Assert.Equal(
            "troopsCarried",
            carriedBy.RelationshipBetween(_model.NodeTypesByName["TroopDeployment"], _model.NodeTypesByName["Vessel"])!.Inverse);
        Assert.Null(carriedBy.RelationshipBetween(_model.NodeTypesByName["Vessel"], _model.NodeTypesByName["Shipment"]));
    }

    [Fact]
    public void Puts_declared_relationships_before_inverses()
    {
        var ends = _model.NodeTypesByName["Vessel"].Ends;

        Assert.Equal(
            [
                "flag", "owners", "operators", "linkedTo", "belongsTo",
                "shipments", "possibleShipments", "armsTransfers", "troopsCarried", "sightings", "designations", "disputes",
            ],
            ends.Select(end => end.Name));
        Assert.Equal(5, ends.Count(end => end.Direction == Direction.Out));
    }

    [Fact]
    public void Gives_every_fact_edge_the_contract_before_its_own()
    {
        foreach (var edge in _model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural))
        {
            Assert.Equal(_model.EdgeContract, edge.Properties[.._model.EdgeContract.Length]);
            Assert.Equal(Enumerable.Range(0, edge.Properties.Length), edge.Properties.Select(property => property.Index));
            Assert.Equal(
                edge.PropertySet?.Properties.Select(property => property.Name) ?? [],
                edge.Properties[_model.EdgeContract.Length..].Select(property => property.Name));
        }

        Assert.All(_model.EdgeTypes.Where(type => type.Class == EdgeClass.Structural), edge => Assert.Empty(edge.Properties));
    }

    [Fact]
    public void Numbers_properties_and_types_by_their_order()
    {
        Assert.Equal(Enumerable.Range(0, _model.NodeTypes.Length), _model.NodeTypes.Select(type => type.Ordinal));
        Assert.Equal(Enumerable.Range(0, _model.EdgeTypes.Length), _model.EdgeTypes.Select(type => type.Ordinal));
        Assert.All(
            _model.NodeTypes.Concat<NodeSet>(_model.Groups),
            set => Assert.Equal(Enumerable.Range(0, set.Properties.Length), set.Properties.Select(property => property.Index)));
    }

    [Fact]
    public void Lets_every_member_answer_for_its_groups()
    {
        foreach (var group in _model.Groups)
        {
            foreach (var type in group.Types)
            {
                Assert.Contains(group, type.Groups);
                Assert.All(group.Properties, property => Assert.Equal(property.Kind, type.Property(property.Name)!.Kind));
                Assert.All(group.Ends, end => Assert.Contains(end, type.Ends));
            }
        }
    }

    [Fact]
    public void Refuses_no_member_of_an_enum_it_needs()
    {
        Assert.Equal(2, _model.EnumsByName["Confidence"].OrdinalOf("LOW"));
        Assert.Equal(-1, _model.EnumsByName["Confidence"].OrdinalOf("NONE"));
        Assert.DoesNotContain("Contract", _model.EnumsByName.Keys);
    }
}
