using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static readonly ApiArgument StanceArgument = new("stance", new("Stance"));

    private static ApiField CitationsField(FieldMeaning? meaning) =>
        Field("citations", "[Citation!]!", meaning, [StanceArgument]);

    private static ApiField ClaimsField(FieldMeaning? meaning) =>
        Field("claims", "[Claim!]!", meaning, [Argument("property", "String")]);

    private static ApiField PermalinkField() =>
        Field("permalink", "URL!", new FieldMeaning.Computed(ComputedValue.Permalink));

    private void AddInterfaces()
    {
        AddInterface("Node", null, [], [Field("id", "ID!", null)], "Everything that has an id.");
        AddInterface("Fact", null, ["Node"], [Field("id", "ID!", null), .. FactFields(_model.EdgeContract), CitationsField(null), CiteField(), PermalinkField()],
            "A dated or attributed statement with its evidence: an event, an edge or a claim.");
        foreach (var group in _model.Groups)
            AddInterface(group.Name, group, GroupInterfaces(group), GroupFields(group), group.Description);
    }

    private void AddInterface(string name, NodeSet? set, ImmutableArray<string> interfaces, IEnumerable<ApiField> fields, string? description) =>
        Add(new ApiInterface { Name = name, Set = set, Interfaces = interfaces, Fields = [.. fields.Select(f => f with { Meaning = null })], Description = description });

    /// <summary>The contract's fields in the order of the API, with the fact's type in its place.</summary>
    private static IEnumerable<ApiField> FactFields(ImmutableArray<PropertyDefinition> properties)
    {
        foreach (var property in properties.Where(p => p.IsContract && p.Name != "id"))
        {
            yield return PropertyField(property);
            if (property.Name == "key")
                yield return Field("type", "FactType!", new FieldMeaning.Computed(ComputedValue.FactType));
        }
    }

    private static ImmutableArray<string> GroupInterfaces(GroupType group) => group.Name switch
    {
        "Entity" => ["Node"],
        "Event" => ["Node", "Fact"],
        _ when group.Types.All(type => type.Contract == Contract.Event) => ["Node", "Fact", "Event"],
        _ => ["Node", "Entity"],
    };

    private static IEnumerable<ApiField> GroupFields(GroupType group)
    {
        foreach (var field in Properties(group.Properties))
            yield return field;
        yield return CitationsField(null);
        yield return ClaimsField(null);
        yield return IncidentFactsField(null);
        foreach (var end in group.Ends)
            yield return EndFields(end).Single();
        if (group.Types.All(type => type.IsFact))
            yield return CiteField();
        yield return PermalinkField();
        if (group.Types.All(type => type.Domain is not null))
            yield return Field("domain", "MovementDomain!", null, "What it moves: oil, arms or troops.");
    }

    private static IEnumerable<ApiField> Properties(ImmutableArray<PropertyDefinition> properties)
    {
        foreach (var property in properties)
        {
            yield return PropertyField(property);
            if (property is { Name: "key", IsContract: true })
                yield return Field("type", "FactType!", new FieldMeaning.Computed(ComputedValue.FactType));
        }
    }

    private static ApiField PropertyField(PropertyDefinition property)
    {
        FieldMeaning meaning = property.ReferenceTo is null ? new FieldMeaning.Property(property) : new FieldMeaning.Reference(property);
        return new(property.FieldName, TypeOf(property), meaning, [], property.Description);
    }

    internal static TypeRef TypeOf(PropertyDefinition property) =>
        new(property.ReferenceTo ?? ScalarName(property), property.IsRequired || property.IsList, property.IsList, property.IsList);

    private ApiObject NodeObject(NodeType type)
    {
        ImmutableArray<string> interfaces =
        [
            "Node",
            .. type.IsFact ? ["Fact"] : Array.Empty<string>(),
            .. type.Groups.Select(group => group.Name),
        ];
        // What the contract's fields mean is said once, on Entity, Event and Fact.
        List<ApiField> fields = [.. Properties(type.Properties).Select(field => field.Meaning is FieldMeaning.Property { Definition.IsContract: true } ? field with { Description = null } : field)];
        if (type.Contract is Contract.Entity or Contract.Event)
            fields.AddRange([CitationsField(new FieldMeaning.Citations()), ClaimsField(new FieldMeaning.Claims()), IncidentFactsField(new FieldMeaning.IncidentFacts())]);
        else if (type.IsFact)
            fields.Add(CitationsField(new FieldMeaning.Citations()));
        if (type.Name == "Claim")
            fields.Add(Field("display", "String!", new FieldMeaning.Computed(ComputedValue.ClaimDisplay), "The value in words: at least 1,000,000 barrels."));
        if (type.Name == "Citation")
        {
            fields.Add(Field("fact", "Fact", new FieldMeaning.Computed(ComputedValue.CitationFact), "Null where it speaks of an entity."));
            fields.Add(Field("csl", "JSON!", new FieldMeaning.Computed(ComputedValue.CitationCsl), "Its source as a CSL-JSON item."));
        }
        if (type.Name == "Source")
            fields.AddRange([SupportsField(), SoleSupportField()]);
        if (type.Domain is not null)
            fields.Add(Field("domain", "MovementDomain!", new FieldMeaning.Constant(type.Domain.Value.ToString().ToUpperInvariant()), "What it moves: oil, arms or troops."));
        foreach (var end in type.Ends)
            fields.AddRange(EndFields(end));
        fields.AddRange(SanctionFields(type));
        if (type.IsFact || type.Name == "Source")
            fields.Add(CiteField());
        if (type.Name != "Citation")
            fields.Add(PermalinkField());
        return new() { Name = type.Name, NodeType = type, Interfaces = interfaces, Fields = [.. fields], Description = type.Description };
    }

    private static ApiField SupportsField() => Field("supports", "SupportsConnection!", new FieldMeaning.Supports(IsSole: false),
    [
        Argument("through", "SupportThrough!", "RELAYS"),
        StanceArgument,
        .. PageArguments(FactFilter, null),
    ], "The facts it is cited for, each with the citations that make it so.");

    private static IEnumerable<ApiField> EndFields(RelationshipEnd end)
    {
        var target = end.Target.Name;
        if (end.Edge.Class == EdgeClass.Structural)
        {
            var type = end.IsList ? $"[{target}!]!" : end.IsRequired ? target + "!" : target;
            yield return Field(end.Name, type, new FieldMeaning.Structural(end), end.Relationship.Description);
        }
        else if (end.IsList)
        {
            yield return Field(end.Name, LinkName(end) + "sConnection!", new FieldMeaning.Links(end),
                PageArguments(FilterName(end.Target), SortName(end.Target), LinkFilterName(end)), end.Relationship.Description);
        }
        else
        {
            var bang = end.IsRequired ? "!" : "";
            yield return Field(end.Name, target + bang, new FieldMeaning.Single(end), end.Relationship.Description);
            yield return Field(end.Name + "Fact", LinkName(end) + bang, new FieldMeaning.SingleLink(end));
        }
    }

    private ApiObject EdgeFact() => new()
    {
        Name = "EdgeFact",
        Interfaces = ["Node", "Fact"],
        Description = "An edge as such: the one shape behind every link.",
        Fields =
        [
            Field("id", "ID!", new FieldMeaning.Property(_model.EdgeContract[0])),
            .. FactFields(_model.EdgeContract),
            CitationsField(new FieldMeaning.Citations()),
            Field("from", "Node!", new FieldMeaning.Computed(ComputedValue.EdgeFrom)),
            Field("to", "Node!", new FieldMeaning.Computed(ComputedValue.EdgeTo)),
            Field("properties", "JSON!", new FieldMeaning.Computed(ComputedValue.EdgeProperties), "Its own properties: enums as text, dates as EDTF, references as ids."),
            CiteField(),
            PermalinkField(),
        ],
    };
}
