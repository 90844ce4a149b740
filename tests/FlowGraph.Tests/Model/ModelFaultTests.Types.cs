namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Types =>
    [
        (
            "MODEL_ENUM_EMPTY",
            "enum Use",
            """
            1:6: MODEL_ENUM_EMPTY: Enum 'Use' has no members.
            """),
        (
            "MODEL_TYPE_ROLE",
            "type Pier { name: String! }",
            """
            1:6: MODEL_TYPE_ROLE: Type 'Pier' has neither @node nor @edgeProperties; it needs one of them.
            """),
        (
            "MODEL_TYPE_ROLE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") @edgeProperties { name: String! }
            """,
            """
            1:6: MODEL_TYPE_ROLE: Type 'Pier' has both @node and @edgeProperties; it needs one of them.
            """),
        (
            "MODEL_INTERFACE_NOT_GROUP",
            "interface Harbour { name: String! }",
            """
            1:11: MODEL_INTERFACE_NOT_GROUP: Interface 'Harbour' is no group; it needs @group(superLabel:, plural:).
            """),
        (
            "MODEL_UNKNOWN_INTERFACE",
            """
            type Pier implements Entiti @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:22: MODEL_UNKNOWN_INTERFACE: Type 'Pier' implements 'Entiti'; no such group. Did you mean 'Entity'?
            """),
        (
            "MODEL_UNKNOWN_INTERFACE",
            """
            type Pier implements Port @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:22: MODEL_UNKNOWN_INTERFACE: Type 'Pier' implements 'Port', which is no group.
            """),
        (
            "MODEL_UNKNOWN_SCALAR",
            "scalar Fuzzydate",
            """
            1:8: MODEL_UNKNOWN_SCALAR: Scalar 'Fuzzydate' is no value kind of FlowGraph. Did you mean 'FuzzyDate'?
            """),
        (
            "MODEL_CONTRACT_FIELD",
            """
            type Trip @node(contract: EVENT, plural: "trips", prefix: "trip") {
              name: String
              modality: String!
              kind: Use!
              status: Boolean
              when: Date
              key: ID!
              caption: [String!]!
              confidence: Confidence
            }
            enum Use { OIL }
            """,
            """
            2:9: MODEL_CONTRACT_FIELD: Field 'Trip.name' belongs to the contract as String!; here it is String. Leave 'name' out, or give it another name.
            3:13: MODEL_CONTRACT_FIELD: Field 'Trip.modality' belongs to the contract as Modality!; here it is String!. Leave 'modality' out, or give it another name.
            4:9: MODEL_CONTRACT_FIELD: Field 'Trip.kind' belongs to the contract as FactKind!; here it is Use!. Leave 'kind' out, or give it another name.
            5:11: MODEL_CONTRACT_FIELD: Field 'Trip.status' belongs to the contract as FactStatus!; here it is Boolean. Leave 'status' out, or give it another name.
            6:9: MODEL_CONTRACT_FIELD: Field 'Trip.when' belongs to the contract as FuzzyDate; here it is Date. Leave 'when' out, or give it another name.
            7:8: MODEL_CONTRACT_FIELD: Field 'Trip.key' belongs to the contract as String!; here it is ID!. Leave 'key' out, or give it another name.
            8:13: MODEL_CONTRACT_FIELD: Field 'Trip.caption' belongs to the contract as String!; here it is [String!]!. Leave 'caption' out, or give it another name.
            9:15: MODEL_CONTRACT_FIELD: Field 'Trip.confidence' belongs to the contract as Confidence!; here it is Confidence. Leave 'confidence' out, or give it another name.
            """),
        (
            "MODEL_CONTRACT_FIELD",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { id: String! aliases: String description: String! }
            """,
            """
            1:74: MODEL_CONTRACT_FIELD: Field 'Pier.id' belongs to the contract as ID!; here it is String!. Leave 'id' out, or give it another name.
            1:91: MODEL_CONTRACT_FIELD: Field 'Pier.aliases' belongs to the contract as [String!]!; here it is String. Leave 'aliases' out, or give it another name.
            1:111: MODEL_CONTRACT_FIELD: Field 'Pier.description' belongs to the contract as String; here it is String!. Leave 'description' out, or give it another name.
            """),
        (
            "MODEL_DOMAIN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier", domain: OIL) { name: String! }
            """,
            """
            1:6: MODEL_DOMAIN: Type 'Pier' has a domain, but is no EVENT of the group 'Movement'.
            """),
        (
            "MODEL_DOMAIN",
            """
            interface Movement @group(superLabel: "_Movement", plural: "movements") { name: String! }
            type Trip implements Movement @node(contract: EVENT, plural: "trips", prefix: "trip") { name: String! }
            type Haul implements Movement @node(contract: EVENT, plural: "hauls", prefix: "haul", domain: OIL) { name: String! }
            type Stop @node(contract: EVENT, plural: "stops", prefix: "stop", domain: ARMS) { name: String! }
            """,
            """
            2:6: MODEL_DOMAIN: Type 'Trip' is a Movement without a domain; @node needs domain: OIL, ARMS or TROOPS.
            4:6: MODEL_DOMAIN: Type 'Stop' has a domain, but is no EVENT of the group 'Movement'.
            """),
        (
            "MODEL_BRIDGE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier", bridge: true) { name: String! }
            """,
            """
            1:6: MODEL_BRIDGE: Type 'Pier' is a bridge; only an EVENT without domain can join domains.
            """),
        (
            "MODEL_BRIDGE",
            """
            interface Movement @group(superLabel: "_Movement", plural: "movements") { name: String! }
            type Haul implements Movement @node(contract: EVENT, plural: "hauls", prefix: "haul", domain: OIL, bridge: true) { name: String! }
            """,
            """
            2:6: MODEL_BRIDGE: Type 'Haul' is a bridge; only an EVENT without domain can join domains.
            """),
    ];
}
