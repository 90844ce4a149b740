namespace FlowGraph.Tests.Model;

public sealed partial class ModelFaultTests
{
    private static IEnumerable<(string Code, string Text, string Diagnostics)> Properties =>
    [
        (
            "MODEL_UNKNOWN_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              depth: Flaot
            }
            """,
            """
            2:10: MODEL_UNKNOWN_TYPE: Field 'Pier.depth' has the type 'Flaot', which is not declared. Did you mean 'Float'?
            """),
        (
            "MODEL_UNKNOWN_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              near: NearDetails
            }
            type NearDetails @edgeProperties { metres: Float port: Port }
            """,
            """
            2:9: MODEL_UNKNOWN_TYPE: Field 'Pier.near' has the type 'NearDetails', which is no scalar and no enum.
            4:56: MODEL_UNKNOWN_TYPE: Field 'NearDetails.port' has the type 'Port', which is no scalar and no enum. Keep an id: ID @reference(to: "Port").
            """),
        (
            "MODEL_LIST_FORM",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: [String] b: [String!] c: [String]! d: [[String!]!]!
            }
            """,
            """
            2:6: MODEL_LIST_FORM: The type of field 'Pier.a' is [String]; a list is never null and holds no null. Write '[String!]!'.
            2:18: MODEL_LIST_FORM: The type of field 'Pier.b' is [String!]; a list is never null and holds no null. Write '[String!]!'.
            2:31: MODEL_LIST_FORM: The type of field 'Pier.c' is [String]!; a list is never null and holds no null. Write '[String!]!'.
            2:44: MODEL_LIST_FORM: The type of field 'Pier.d' is [[String!]!]!; a list is never null and holds no null. Write '[String!]!'.
            """),
        (
            "MODEL_LIST_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              depths: [Float!]!
            }
            """,
            """
            2:12: MODEL_LIST_TYPE: Field 'Pier.depths' is a list of Float; only String and enums are listed.
            """),
        (
            "MODEL_KEY_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: [String!]! @key b: Use @key c: FuzzyDate @key d: Float @key e: Int @key f: IMO @key
            }
            enum Use { OIL }
            """,
            """
            2:17: MODEL_KEY_TYPE: @key stands on 'Pier.a' of type [String!]!; expected a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL.
            2:29: MODEL_KEY_TYPE: @key stands on 'Pier.b' of type Use; expected a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL.
            2:47: MODEL_KEY_TYPE: @key stands on 'Pier.c' of type FuzzyDate; expected a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL.
            2:61: MODEL_KEY_TYPE: @key stands on 'Pier.d' of type Float; expected a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL.
            """),
        (
            "MODEL_SEARCH_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: Int @search b: [String!]! @search
            }
            """,
            """
            2:10: MODEL_SEARCH_TYPE: @search stands on 'Pier.a' of type Int; expected String, a list of it, IMO, UNLOCODE or CountryCode.
            """),
        (
            "MODEL_INDEX_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: [String!]! @index b: FuzzyDate @index
            }
            """,
            """
            2:17: MODEL_INDEX_TYPE: @index stands on 'Pier.a' of type [String!]!; expected a single value that is no Quantity.
            """),
        (
            "MODEL_QUANTITY",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: Quantity b: Float @quantity(units: [TONNES]) c: Quantity @quantity(units: [])
            }
            """,
            """
            2:6: MODEL_QUANTITY: Quantity 'Pier.a' names no unit; it needs @quantity(units: [...]).
            2:24: MODEL_QUANTITY: @quantity stands on 'Pier.b' of type Float; expected Quantity.
            2:80: MODEL_QUANTITY: Quantity 'Pier.c' has an empty list of units; it needs at least one.
            """),
        (
            "MODEL_QUANTITY_UNIT",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              a: Quantity @quantity(units: [TONNES, BARELS])
            }
            """,
            """
            2:41: MODEL_QUANTITY_UNIT: Quantity 'Pier.a' is given in 'BARELS', which is no member of Unit. Did you mean 'BARRELS'?
            """),
        (
            "MODEL_QUANTITY_PLACE",
            "type NearDetails @edgeProperties { depth: Quantity @quantity(units: [TONNES]) }",
            """
            1:43: MODEL_QUANTITY_PLACE: Field 'NearDetails.depth' is a Quantity, but no claim can be made about its owner; only entities and events have quantities.
            """),
        (
            "MODEL_QUANTITY_PLACE",
            """
            type Note @node(contract: RECORD, plural: "notes", prefix: "note") { size: Quantity @quantity(units: [TONNES]) }
            """,
            """
            1:76: MODEL_QUANTITY_PLACE: Field 'Note.size' is a Quantity, but no claim can be made about its owner; only entities and events have quantities.
            """),
        (
            "MODEL_REFERENCE_TYPE",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              next: String @reference(to: "Port")
            }
            """,
            """
            2:16: MODEL_REFERENCE_TYPE: @reference stands on 'Pier.next' of type String; expected ID.
            """),
        (
            "MODEL_REFERENCE_TARGET",
            """
            type Pier @node(contract: ENTITY, plural: "piers", prefix: "pier") {
              next: ID @reference(to: "Prt") any: ID @reference(to: "Node") group: ID @reference(to: "Entity")
            }
            """,
            """
            2:27: MODEL_REFERENCE_TARGET: Reference 'Pier.next' points to 'Prt'; no such node type or group. Did you mean 'Port'?
            """),
    ];
}
