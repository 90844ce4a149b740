namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Groups =>
    [
        (
            "MODEL_GROUP_EMPTY",
            """
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { name: String! }
            """,
            """
            1:11: MODEL_GROUP_EMPTY: Group 'Harbour' has no members. Let a node type implement it, or remove it.
            """),
        (
            "MODEL_GROUP_MIXED",
            """
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { name: String! }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            type Trip implements Harbour @node(contract: EVENT, plural: "trips", prefix: "trip") { name: String! }
            """,
            """
            1:11: MODEL_GROUP_MIXED: Group 'Harbour' mixes contracts: 'Pier' is an ENTITY, 'Trip' is an EVENT.
            """),
        (
            "MODEL_GROUP_MIXED",
            """
            type Trip implements Entity @node(contract: EVENT, plural: "trips", prefix: "trip") { name: String! }
            """,
            """
            small.graphql:1:11: MODEL_GROUP_MIXED: Group 'Entity' mixes contracts: 'Port' is an ENTITY, 'Trip' is an EVENT.
            """),
        (
            "MODEL_GROUP_FIELD",
            """
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { depth: Float! uses: [String!]! }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { depth: Float }
            """,
            """
            2:6: MODEL_GROUP_FIELD: Type 'Pier' lacks the field 'uses: [String!]!' of its group 'Harbour'.
            2:96: MODEL_GROUP_FIELD: Field 'Pier.depth' is Float; its group 'Harbour' has it as Float!.
            """),
        (
            "MODEL_UNKNOWN_TYPE",
            """
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { depth: Float }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { depth: Metres }
            """,
            """
            2:96: MODEL_UNKNOWN_TYPE: Field 'Pier.depth' has the type 'Metres', which is not declared.
            """),
    ];
}
