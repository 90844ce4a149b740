using FlowGraph.Model.Structure;

namespace FlowGraph.Tests.Model;

/// <summary>The least that a model needs, to put one more text beside it.</summary>
internal static class SmallModel
{
    public const string Text = """
        interface Entity @group(superLabel: "_Entity", plural: "entities") { name: String! }
        interface Event @group(superLabel: "_Event", plural: "events") { name: String! }
        type Port @node(contract: ENTITY, plural: "ports", prefix: "port") { name: String! }
        type Voyage @node(contract: EVENT, plural: "voyages", prefix: "voyage") { name: String! }
        type Claim @node(contract: RECORD, plural: "claims", prefix: "claim") { property: String! }
        type Source @node(contract: RECORD, plural: "sources", prefix: "source") { title: String! }
        type Citation @node(contract: RECORD, plural: "citations", prefix: "citation") { locator: String! }
        enum FactKind { REPORTED }
        enum FactStatus { ASSERTED }
        enum Confidence { LOW }
        enum Likelihood { LIKELY }
        enum Modality { ACTUAL }
        enum Unit { TONNES BARRELS }
        """;

    public static GraphModel With(string text) => ModelReader.Read([new ModelDocument("small.graphql", Text), new ModelDocument("more.graphql", text)]);
}
