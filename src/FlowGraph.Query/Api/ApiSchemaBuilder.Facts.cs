using System.Collections.Immutable;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private const string FactsConnection = "FactsConnection!";
    private const string FactFilter = "FactFilterInput";
    private const string FactSort = "FactSortInput";

    private static ApiField FactsRoot() =>
        Field("facts", FactsConnection, new FieldMeaning.Root(RootKind.Facts), PageArguments(FactFilter, FactSort), "Events, claims and edges, those that are retracted only where the filter names their status.");

    /// <summary>The edges at an entity or event.</summary>
    private static ApiField IncidentFactsField(FieldMeaning? meaning) =>
        Field("facts", FactsConnection, meaning, [Argument("types", "[FactType!]"), Argument("direction", "Direction"), .. PageArguments(FactFilter, FactSort)]);

    private static ApiField SoleSupportField() =>
        Field("soleSupportFor", FactsConnection, new FieldMeaning.Supports(IsSole: true), [Argument("first", "Int"), Argument("after", "String")], "The facts that no other source supports.");

    private void AddFactValues()
    {
        Add(new ApiObject { Name = "FactsEdge", Fields = [Part("cursor", "String!", ConnectionPart.Cursor), Part("node", "Fact!", ConnectionPart.Node)] });
        AddConnection("Facts", "Fact", "FactsEdge");
        AddOperation("FactType", "FactType", ["eq", "neq"], ["in", "nin"]);
        var contract = _model.EdgeContract.Where(IsFilterable).ToImmutableArray();
        Add(new ApiInputObject
        {
            Name = FactFilter,
            Description = "subject: the fact itself, an end of an edge, or what a claim is about; source: cited by; origin: one of those that support it.",
            Fields =
            [
                .. Combinations(FactFilter),
                Argument("type", "FactTypeOperationFilterInput"),
                .. contract.Select(property => Argument(property.FieldName, OperationName(property))),
                .. ((string[])["subject", "source", "origin"]).Select(part => Argument(part, "IdOperationFilterInput")),
                Argument("evidenceType", "EvidenceTypeOperationFilterInput"),
                Argument("denied", "Boolean"),
            ],
        });
        Add(new ApiInputObject { Name = FactSort, Fields = [Argument("type", "SortEnumType"), .. contract.Select(property => Argument(property.FieldName, "SortEnumType"))] });
    }
}
