namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Names =>
    [
        (
            "MODEL_BAD_NAME",
            "enum use { OIL }",
            """
            1:6: MODEL_BAD_NAME: Type name 'use' has the wrong form; expected an upper-case letter, then letters and digits.
            """),
        (
            "MODEL_BAD_NAME",
            """
            type Pier @node(contract: ENTITY, plural: "Piers", prefix: "pier_") { Depth: Float }
            """,
            """
            1:6: MODEL_BAD_NAME: Plural 'Piers' of 'Pier' has the wrong form; expected a lower-case letter, then letters and digits.
            1:6: MODEL_BAD_NAME: Prefix 'pier_' of 'Pier' has the wrong form; expected lower-case letters, digits and hyphens.
            1:71: MODEL_BAD_NAME: Field name 'Pier.Depth' has the wrong form; expected a lower-case letter, then letters and digits.
            """),
        (
            "MODEL_BAD_NAME",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "partOf", inverse: "all piers")
              next: ID @reference(to: "Port", as: "Next")
            }
            """,
            """
            2:26: MODEL_BAD_NAME: Edge type 'partOf' of 'Pier.port' has the wrong form; expected upper-case letters, digits and underscores.
            2:45: MODEL_BAD_NAME: Inverse 'all piers' of 'Pier.port' has the wrong form; expected a lower-case letter, then letters and digits.
            3:39: MODEL_BAD_NAME: Name 'Next' of reference 'Pier.next' has the wrong form; expected a lower-case letter, then letters and digits.
            """),
        (
            "MODEL_BAD_NAME",
            """
            interface Harbour @group(superLabel: "Harbour!", plural: "harbours") { name: String! }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:11: MODEL_BAD_NAME: Super-label 'Harbour!' of 'Harbour' has the wrong form; expected letters, digits and underscores.
            """),
        (
            "MODEL_RESERVED_NAME",
            "enum Fact { TRUE }",
            """
            1:6: MODEL_RESERVED_NAME: Type 'Fact' has a name that the API uses itself.
            """),
        (
            "MODEL_RESERVED_NAME",
            """
            type Pier @node(contract: ENTITY, plural: "nodes", prefix: "chain") { name: String! }
            """,
            """
            1:6: MODEL_RESERVED_NAME: Prefix 'chain' of 'Pier' begins ids of another kind.
            1:6: MODEL_RESERVED_NAME: Root field 'nodes' of 'Pier' has a name that the API uses itself.
            """),
        (
            "MODEL_RESERVED_NAME",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { type: String status: String citations: Int }
            """,
            """
            1:70: MODEL_RESERVED_NAME: Field 'Pier.type' has the name 'type', which is already a field of the API.
            1:83: MODEL_RESERVED_NAME: Field 'Pier.status' has the name 'status', which is already a field of the fact contract.
            1:98: MODEL_RESERVED_NAME: Field 'Pier.citations' has the name 'citations', which is already a field of the API.
            """),
        (
            "MODEL_RESERVED_NAME",
            """
            type Trip @node(contract: EVENT, plural: "trips", prefix: "trip") { type: String cites: String }
            """,
            """
            1:69: MODEL_RESERVED_NAME: Field 'Trip.type' has the name 'type', which is already a field of the API.
            1:82: MODEL_RESERVED_NAME: Field 'Trip.cites' has the name 'cites', which is already a field of the API.
            """),
        (
            "MODEL_RESERVED_NAME",
            """
            type NearDetails @edgeProperties { when: FuzzyDate factId: ID node: ID @reference(to: "Port") }
            """,
            """
            1:36: MODEL_RESERVED_NAME: Field 'NearDetails.when' has the name 'when', which is already a field of every edge.
            1:52: MODEL_RESERVED_NAME: Field 'NearDetails.factId' has the name 'factId', which is already a field of every edge.
            1:63: MODEL_RESERVED_NAME: Field 'NearDetails.node' has the name 'node', which is already a field of every edge.
            """),
        (
            "MODEL_RESERVED_NAME",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              depth: Float
              depthId: ID @reference(to: "Port", as: "depth")
            }
            """,
            """
            3:42: MODEL_RESERVED_NAME: Reference 'Pier.depthId' has the name 'depth', which is already the property 'depth'.
            """),
        (
            "MODEL_DUPLICATE_TYPE",
            "enum Port { OIL }",
            """
            1:6: MODEL_DUPLICATE_TYPE: Type 'Port' is already declared (small.graphql:3:6).
            """),
        (
            "MODEL_DUPLICATE_FIELD",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { depth: Float depth: Int }
            """,
            """
            1:83: MODEL_DUPLICATE_FIELD: Field 'Pier.depth' is already declared (1:70).
            """),
        (
            "MODEL_DUPLICATE_MEMBER",
            "enum Use { OIL GRAIN OIL }",
            """
            1:22: MODEL_DUPLICATE_MEMBER: Member 'Use.OIL' is already declared.
            """),
        (
            "MODEL_DUPLICATE_PREFIX",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "port") { name: String! }
            """,
            """
            1:6: MODEL_DUPLICATE_PREFIX: Prefix 'port' of 'Pier' is already that of 'Port'.
            """),
        (
            "MODEL_DUPLICATE_PLURAL",
            """
            type Pier @node(contract: ENTITY, plural: "ports", prefix: "pier") { name: String! }
            """,
            """
            1:6: MODEL_DUPLICATE_PLURAL: Root field 'ports' of 'Pier' is already that of 'Port'.
            """),
        (
            "MODEL_DUPLICATE_PLURAL",
            """
            type Sheep @node(contract: ENTITY, plural: "sheep", prefix: "sheep") { name: String! }
            """,
            """
            1:6: MODEL_DUPLICATE_PLURAL: Root field 'sheep' of 'Sheep' is already that of 'Sheep'.
            """),
        (
            "MODEL_DUPLICATE_LABEL",
            """
            interface Harbour @group(superLabel: "_Entity", plural: "harbours") { name: String! }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:11: MODEL_DUPLICATE_LABEL: Super-label '_Entity' of 'Harbour' is already that of 'Entity'.
            """),
        (
            "MODEL_DUPLICATE_FACT_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { port: Port @edge(type: "VOYAGE", inverse: "piers") }
            """,
            """
            1:93: MODEL_DUPLICATE_FACT_TYPE: Edge type 'VOYAGE' is spelled like the type 'Voyage' in enums.
            1:93: MODEL_EDGE_PREFIX: Edge type 'VOYAGE' begins its ids with 'voyage', which is the prefix of 'Voyage'.
            """),
        (
            "MODEL_DUPLICATE_FACT_TYPE",
            """
            type VoYage @node(contract: EVENT, plural: "voYages", prefix: "a") { name: String! }
            type VOYage @node(contract: EVENT, plural: "vOYages", prefix: "b") { name: String! }
            """,
            """
            2:6: MODEL_DUPLICATE_FACT_TYPE: Enum spelling 'VO_YAGE' of 'VOYage' is already that of 'VoYage'.
            """),
    ];
}
