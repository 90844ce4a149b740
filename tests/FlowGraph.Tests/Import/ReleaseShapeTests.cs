using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class ReleaseShapeTests
{
    [Fact]
    public void Values_are_aligned_with_properties_and_of_their_kinds()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.All(release.Nodes, node => AssertValues(node.Type.Properties, node.Values));
        Assert.All(release.Edges, edge => AssertValues(edge.Relationship.Edge.Properties, edge.Values));
    }

    [Fact]
    public void Nodes_and_facts_are_ordered_by_id_and_links_inside_records_become_edges_without_one()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal(release.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal), release.Nodes.Select(node => node.Id));
        var facts = release.Edges.TakeWhile(edge => edge.Id.Length > 0).Select(edge => edge.Id).ToList();
        Assert.Equal(facts.Order(StringComparer.Ordinal), facts);
        var links = release.Edges.Skip(facts.Count).ToList();
        Assert.All(links, link => Assert.Equal(EdgeClass.Structural, link.Relationship.Edge.Class));
        Assert.Contains(links, link => (link.Relationship.Edge.Name, link.From, link.To) == ("ASSERTED_BY", "claim:voyage-a--barrels", "org:bureau-a"));
        Assert.Contains(links, link => (link.Relationship.Edge.Name, link.From, link.To) == ("DERIVED_FROM", "source:paper-a", "source:office-a"));
        Assert.Equal(release.Nodes.Count(node => node.Type.Name == "Citation"), links.Count(link => link.Relationship.Edge.Name == "FROM_SOURCE"));
    }

    [Fact]
    public void Citation_names_the_record_it_stands_in_and_has_its_defaults()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal("port:port-a", release.Value("citation:port-port-a--paper-a", "factId"));
        Assert.Equal("OWN", release.Value("citation:port-port-a--paper-a", "scope"));
        Assert.Equal("MEDIA", release.Value("citation:port-port-a--paper-a", "evidenceType"));
        Assert.Equal("SUPPORTS", release.Value("citation:port-port-a--paper-a", "stance"));
        Assert.Equal("ACTUAL", release.Value("shipment:voyage-a", "modality"));
    }

    [Fact]
    public void Release_tells_its_counts_and_caveats()
    {
        var info = TestDataset.Base().Using(dataset => dataset.Release()).Info;

        Assert.Equal(2, info.Counts.Single(count => count.Type == "SHIPMENT").Count);
        Assert.Equal(3, info.Counts.Single(count => count.Type == "SUPPLIED_BY").Count + info.Counts.Single(count => count.Type == "CARRIED_BY").Count);
        Assert.DoesNotContain(info.Counts, count => count.Type is "FROM_SOURCE" or "DERIVED_FROM" or "ASSERTED_BY");
        Assert.Equal((3, "3 sources have no archive copy."), (info.Caveats.Single(caveat => caveat.Code == "NO_ARCHIVE_COPY").Count, info.Caveats.Single(caveat => caveat.Code == "NO_ARCHIVE_COPY").Text));
        Assert.Equal(1, info.Caveats.Single(caveat => caveat.Code == "SCOPE_RECORD").Count);
        Assert.DoesNotContain(info.Caveats, caveat => caveat.Code == "PASSAGE_NOT_LOCATED");
    }

    [Fact]
    public void File_without_a_record_is_no_fault()
    {
        using var dataset = TestDataset.Base();
        dataset.Add("sightings.jsonl", """{"id": "sighting:none"}""");
        dataset.Remove("sighting:none");

        Assert.Equal(0, dataset.Release().Info.Counts.Single(count => count.Type == "SIGHTING").Count);
    }

    [Fact]
    public void Keys_are_those_of_the_ids()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal(FactKey.Of("carried-by:voyage-a--ship-a"), release.Value("carried-by:voyage-a--ship-a", "key"));
    }

    private static void AssertValues(ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        Assert.Equal(properties.Length, values.Length);
        foreach (var property in properties)
        {
            var value = values[property.Index];
            if (property.IsRequired)
                Assert.NotNull(value);
            if (property.IsList)
                Assert.False(Assert.IsType<ImmutableArray<string>>(value).IsDefault);
            else if (value is not null)
                Assert.IsType(Stored(property.Kind), value);
        }
    }

    private static Type Stored(ValueKind kind) => kind switch
    {
        ValueKind.Int => typeof(int),
        ValueKind.Float => typeof(double),
        ValueKind.Boolean => typeof(bool),
        ValueKind.Date => typeof(DateOnly),
        ValueKind.FuzzyDate => typeof(FuzzyDate),
        ValueKind.Quantity => typeof(Quantity),
        _ => typeof(string),
    };
}
