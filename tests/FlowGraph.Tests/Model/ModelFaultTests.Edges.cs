namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Edges =>
    [
        (
            "MODEL_EDGE_MISSING",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port
            }
            """,
            """
            2:3: MODEL_EDGE_MISSING: Field 'Pier.port' targets 'Port' without @edge. Add @edge(type:, inverse:), or keep an id with @reference(to:).
            """),
        (
            "MODEL_EDGE_TARGET",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Pot @edge(type: "PART_OF", inverse: "piers")
            }
            """,
            """
            2:9: MODEL_EDGE_TARGET: Edge 'port' on type 'Pier' targets 'Pot'; no such node type or group. Did you mean 'Port'?
            """),
        (
            "MODEL_EDGE_TARGET",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: [String!]! @edge(type: "PART_OF", inverse: "piers")
            }
            """,
            """
            2:10: MODEL_EDGE_TARGET: Edge 'port' on type 'Pier' targets 'String'; that is no node type and no group.
            """),
        (
            "MODEL_EDGE_NOT_ON_NODE",
            """
            type NearDetails @edgeProperties { port: Port @edge(type: "PART_OF", inverse: "piers") }
            """,
            """
            1:47: MODEL_EDGE_NOT_ON_NODE: Edge 'port' stands on the type of edge properties 'NearDetails'; edges start at @node types.
            """),
        (
            "MODEL_EDGE_NOT_ON_NODE",
            """
            interface Harbour @group(superLabel: "_Harbour", plural: "harbours") { port: Port @edge(type: "PART_OF", inverse: "piers") }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:83: MODEL_EDGE_NOT_ON_NODE: Edge 'port' stands on the interface 'Harbour'; edges start at @node types.
            """),
        (
            "MODEL_EDGE_REQUIRED_LIST",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              ports: [Port!]! @edge(type: "PART_OF", inverse: "piers", required: true)
            }
            """,
            """
            2:70: MODEL_EDGE_REQUIRED_LIST: Edge 'Pier.ports' is a list; only a single relationship can be required.
            """),
        (
            "MODEL_EDGE_PROPERTIES",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "piers", properties: "NearDetail")
            }
            type NearDetails @edgeProperties { metres: Float }
            """,
            """
            2:67: MODEL_EDGE_PROPERTIES: Edge 'port' on type 'Pier' has the properties 'NearDetail'; no such type. Did you mean 'NearDetails'?
            """),
        (
            "MODEL_EDGE_PROPERTIES",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "piers", properties: "Port")
            }
            """,
            """
            2:67: MODEL_EDGE_PROPERTIES: Edge 'port' on type 'Pier' has the properties 'Port'; that type is no @edgeProperties.
            """),
        (
            "MODEL_EDGE_PROPERTIES",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "piers", class: STRUCTURAL, properties: "NearDetails")
            }
            type NearDetails @edgeProperties { metres: Float }
            """,
            """
            2:86: MODEL_EDGE_PROPERTIES: Edge 'Pier.port' is STRUCTURAL; it is no fact and has no properties.
            """),
        (
            "MODEL_EDGE_DIFFERS",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "NEAR", inverse: "piers")
              pier: Pier @edge(type: "NEAR", inverse: "piers", class: CONTEXT, properties: "NearDetails")
            }
            type NearDetails @edgeProperties { metres: Float }
            """,
            """
            3:59: MODEL_EDGE_DIFFERS: Edge type 'NEAR' has class CONTEXT on 'Pier.pier', but FACT on 'Pier.port'.
            3:80: MODEL_EDGE_DIFFERS: Edge type 'NEAR' has properties NearDetails on 'Pier.pier', but none on 'Pier.port'.
            """),
        (
            "MODEL_EDGE_AMBIGUOUS",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "NEAR", inverse: "piers") thing: Entity @edge(type: "NEAR", inverse: "things")
            }
            """,
            """
            2:52: MODEL_EDGE_AMBIGUOUS: Edges 'port' and 'thing' on type 'Pier' are both NEAR and share targets; an edge could belong to either.
            """),
        (
            "MODEL_EDGE_OF_RECORD",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              source: Source @edge(type: "TOLD_BY", inverse: "piers")
            }
            """,
            """
            2:18: MODEL_EDGE_OF_RECORD: Edge 'Pier.source' has the class FACT, but 'Source' is a RECORD; its edges are STRUCTURAL.
            """),
        (
            "MODEL_EDGE_OF_RECORD",
            """
            type Note @node(contract: RECORD, plural: "notes", prefix: "note") { port: Port @edge(type: "NOTES", inverse: "notes", class: CONTEXT) }
            """,
            """
            1:127: MODEL_EDGE_OF_RECORD: Edge 'Note.port' has the class CONTEXT, but 'Note' is a RECORD; its edges are STRUCTURAL.
            """),
        (
            "MODEL_EDGE_PREFIX",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "part-of") { port: Port @edge(type: "PART_OF", inverse: "piers") }
            """,
            """
            1:96: MODEL_EDGE_PREFIX: Edge type 'PART_OF' begins its ids with 'part-of', which is the prefix of 'Pier'.
            """),
        (
            "MODEL_FIELD_TAKEN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              portFact: String port: Port @edge(type: "PART_OF", inverse: "piers")
            }
            """,
            """
            2:20: MODEL_FIELD_TAKEN: Edge 'Pier.port' needs the name 'portFact', which is already the property 'portFact'.
            """),
        (
            "MODEL_FIELD_TAKEN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              facts: [Port!]! @edge(type: "PART_OF", inverse: "piers")
            }
            """,
            """
            2:3: MODEL_FIELD_TAKEN: Edge 'Pier.facts' needs the name 'facts', which is already a field of the API.
            """),
        (
            "MODEL_INVERSE_TAKEN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "name")
            }
            """,
            """
            2:46: MODEL_INVERSE_TAKEN: Inverse 'name' of 'Pier.port' is already the property 'name' on type 'Port'.
            """),
        (
            "MODEL_INVERSE_TAKEN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "piers") other: Entity @edge(type: "NEAR", inverse: "piers")
            }
            """,
            """
            2:98: MODEL_INVERSE_TAKEN: Inverse 'piers' of 'Pier.other' is already the inverse of 'Pier.port' on type 'Port'.
            """),
        (
            "MODEL_INVERSE_TAKEN",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Pier @edge(type: "PART_OF", inverse: "port")
            }
            """,
            """
            2:46: MODEL_INVERSE_TAKEN: Inverse 'port' of 'Pier.port' is already the edge 'Pier.port' on type 'Pier'.
            """),
    ];
}
