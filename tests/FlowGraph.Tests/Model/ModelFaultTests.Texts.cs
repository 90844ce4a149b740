namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Texts =>
    [
        (
            "MODEL_SYNTAX",
            "type Pier @node(contract: ENTITY",
            """
            1:33: MODEL_SYNTAX: Expected Name, found EOF.
            """),
        (
            "MODEL_SYNTAX",
            """
            type Pier {
              name String!
            }
            """,
            """
            2:8: MODEL_SYNTAX: Expected :, found Name "String".
            """),
        (
            "MODEL_UNSUPPORTED",
            "union Thing = Port | Voyage",
            """
            1:1: MODEL_UNSUPPORTED: A model holds types, interfaces, enums, scalars and directives; this is a union.
            """),
        (
            "MODEL_UNSUPPORTED",
            "extend type Port { depth: Float }",
            """
            1:1: MODEL_UNSUPPORTED: A model holds types, interfaces, enums, scalars and directives; this is an extension.
            """),
        (
            "MODEL_UNSUPPORTED",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { depth(at: Int): Float }
            """,
            """
            1:75: MODEL_UNSUPPORTED: Field 'Pier.depth' has arguments; the API's are generated.
            """),
        (
            "MODEL_UNSUPPORTED",
            """
            interface Harbour implements Entity @group(superLabel: "_Harbour", plural: "harbours") { name: String! }
            type Pier implements Harbour @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:30: MODEL_UNSUPPORTED: Group 'Harbour' implements 'Entity'; only node types belong to groups.
            """),
        (
            "MODEL_UNKNOWN_DIRECTIVE",
            """
            type Pier @nod(contract: ENTITY) @node(contract: ENTITY, plural: "piers", prefix: "pier") { name: String! }
            """,
            """
            1:11: MODEL_UNKNOWN_DIRECTIVE: Unknown directive '@nod' on type 'Pier'. Did you mean '@node'?
            """),
        (
            "MODEL_UNSUPPORTED",
            "schema { query: Port }",
            """
            1:1: MODEL_UNSUPPORTED: A model holds types, interfaces, enums, scalars and directives; this is a schema definition.
            """),
        (
            "MODEL_UNSUPPORTED",
            "input Filter { name: String }",
            """
            1:1: MODEL_UNSUPPORTED: A model holds types, interfaces, enums, scalars and directives; this is an input.
            """),
        (
            "MODEL_UNSUPPORTED",
            "{ ports { name } }",
            """
            1:1: MODEL_UNSUPPORTED: A model holds types, interfaces, enums, scalars and directives; this is an operation.
            """),
        (
            "MODEL_UNSUPPORTED",
            "type NearDetails implements Entity @edgeProperties { metres: Float }",
            """
            1:29: MODEL_UNSUPPORTED: Edge properties 'NearDetails' implement 'Entity'; only node types belong to groups.
            """),
        (
            "MODEL_UNKNOWN_DIRECTIVE",
            "directive @unique on FIELD_DEFINITION",
            """
            1:12: MODEL_UNKNOWN_DIRECTIVE: Directive '@unique' is declared, but means nothing to FlowGraph.
            """),
        (
            "MODEL_MISPLACED_DIRECTIVE",
            "enum Use @key { OIL @index }",
            """
            1:10: MODEL_MISPLACED_DIRECTIVE: Directive '@key' stands on enum 'Use'; it belongs on a field.
            1:21: MODEL_MISPLACED_DIRECTIVE: Directive '@index' stands on member 'Use.OIL'; it belongs on a field.
            """),
        (
            "MODEL_MISPLACED_DIRECTIVE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              port: Port @edge(type: "PART_OF", inverse: "piers") @index
            }
            """,
            """
            2:55: MODEL_MISPLACED_DIRECTIVE: Directive '@index' stands on the edge 'Pier.port'; it belongs on a property.
            """),
        (
            "MODEL_MISPLACED_DIRECTIVE",
            "type NearDetails @edgeProperties { metres: Float @index }",
            """
            1:50: MODEL_MISPLACED_DIRECTIVE: Directive '@index' stands on the edge property 'NearDetails.metres'; it belongs on a property of a node.
            """),
        (
            "MODEL_REPEATED_DIRECTIVE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { code: String @key @key }
            """,
            """
            1:88: MODEL_REPEATED_DIRECTIVE: Directive '@key' is repeated on field 'Pier.code'; it can be given once.
            """),
        (
            "MODEL_UNKNOWN_ARGUMENT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { code: String @search(wight: 2) }
            """,
            """
            1:91: MODEL_UNKNOWN_ARGUMENT: Unknown argument 'wight' of '@search' on field 'Pier.code'. Did you mean 'weight'?
            """),
        (
            "MODEL_UNKNOWN_ARGUMENT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { code: String @key(unique: true) }
            """,
            """
            1:88: MODEL_UNKNOWN_ARGUMENT: Unknown argument 'unique' of '@key' on field 'Pier.code'.
            """),
        (
            "MODEL_MISSING_ARGUMENT",
            """
            type Pier @node(plural: "piers") { name: String! }
            """,
            """
            1:11: MODEL_MISSING_ARGUMENT: '@node' on type 'Pier' lacks its argument 'contract'.
            1:11: MODEL_MISSING_ARGUMENT: '@node' on type 'Pier' lacks its argument 'prefix'.
            """),
        (
            "MODEL_MISSING_ARGUMENT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { port: Port @edge(type: "PART_OF") }
            """,
            """
            1:81: MODEL_MISSING_ARGUMENT: '@edge' on field 'Pier.port' lacks its argument 'inverse'.
            """),
        (
            "MODEL_BAD_ARGUMENT",
            """
            type Pier @node(contract: ENTTY, plural: piers, prefix: "pier", bridge: "no") { name: String! }
            """,
            """
            1:27: MODEL_BAD_ARGUMENT: Argument 'contract' of '@node' on type 'Pier' is ENTTY; expected one of ENTITY, EVENT, RECORD. Did you mean 'ENTITY'?
            1:42: MODEL_BAD_ARGUMENT: Argument 'plural' of '@node' on type 'Pier' is piers; expected text in quotes.
            1:73: MODEL_BAD_ARGUMENT: Argument 'bridge' of '@node' on type 'Pier' is "no"; expected true or false.
            """),
        (
            "MODEL_BAD_ARGUMENT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") { code: String @search(weight: 0) }
            """,
            """
            1:99: MODEL_BAD_ARGUMENT: Argument 'weight' of '@search' on field 'Pier.code' is 0; expected a whole number from 1.
            """),
        (
            "MODEL_BAD_ARGUMENT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", plural: "quays", prefix: "pier") { name: String! }
            """,
            """
            1:52: MODEL_BAD_ARGUMENT: Argument 'plural' of '@node' on type 'Pier' is given twice.
            """),
    ];
}
