namespace FlowGraph.Model.Diagnostics;

/// <summary>Faults of a model's text.</summary>
public static partial class ErrorCodes
{
    /// <summary>The text is no GraphQL SDL.</summary>
    public const string ModelSyntax = "MODEL_SYNTAX";

    /// <summary>SDL that a model has no use for: unions, inputs, extensions, operations, arguments of fields.</summary>
    public const string ModelUnsupported = "MODEL_UNSUPPORTED";

    public const string ModelUnknownDirective = "MODEL_UNKNOWN_DIRECTIVE";

    public const string ModelMisplacedDirective = "MODEL_MISPLACED_DIRECTIVE";

    public const string ModelRepeatedDirective = "MODEL_REPEATED_DIRECTIVE";

    public const string ModelUnknownArgument = "MODEL_UNKNOWN_ARGUMENT";

    public const string ModelMissingArgument = "MODEL_MISSING_ARGUMENT";

    public const string ModelBadArgument = "MODEL_BAD_ARGUMENT";

    /// <summary>A name that does not have the form its use needs.</summary>
    public const string ModelBadName = "MODEL_BAD_NAME";

    /// <summary>A name that the API or the contract gives to something else.</summary>
    public const string ModelReservedName = "MODEL_RESERVED_NAME";

    public const string ModelDuplicateType = "MODEL_DUPLICATE_TYPE";

    public const string ModelDuplicateField = "MODEL_DUPLICATE_FIELD";

    public const string ModelDuplicateMember = "MODEL_DUPLICATE_MEMBER";

    public const string ModelEnumEmpty = "MODEL_ENUM_EMPTY";

    public const string ModelDuplicatePrefix = "MODEL_DUPLICATE_PREFIX";

    /// <summary>Two root fields of the API would have one name.</summary>
    public const string ModelDuplicatePlural = "MODEL_DUPLICATE_PLURAL";

    public const string ModelDuplicateLabel = "MODEL_DUPLICATE_LABEL";

    /// <summary>An edge type and a node type, or two node types, would have one spelling in the API's enums.</summary>
    public const string ModelDuplicateFactType = "MODEL_DUPLICATE_FACT_TYPE";

    /// <summary>An object type that is neither @node nor @edgeProperties, or both.</summary>
    public const string ModelTypeRole = "MODEL_TYPE_ROLE";

    /// <summary>An interface without @group.</summary>
    public const string ModelInterfaceNotGroup = "MODEL_INTERFACE_NOT_GROUP";

    public const string ModelUnknownInterface = "MODEL_UNKNOWN_INTERFACE";

    public const string ModelUnknownType = "MODEL_UNKNOWN_TYPE";

    public const string ModelUnknownScalar = "MODEL_UNKNOWN_SCALAR";

    /// <summary>A list that is not written [T!]!.</summary>
    public const string ModelListForm = "MODEL_LIST_FORM";

    /// <summary>A list of something else than String or an enum.</summary>
    public const string ModelListType = "MODEL_LIST_TYPE";

    /// <summary>A field of a node type without @edge.</summary>
    public const string ModelEdgeMissing = "MODEL_EDGE_MISSING";

    /// <summary>An edge to something that is no node type and no group.</summary>
    public const string ModelEdgeTarget = "MODEL_EDGE_TARGET";

    /// <summary>@edge on a field of an interface or of edge properties.</summary>
    public const string ModelEdgeNotOnNode = "MODEL_EDGE_NOT_ON_NODE";

    /// <summary>required on a list of edges.</summary>
    public const string ModelEdgeRequiredList = "MODEL_EDGE_REQUIRED_LIST";

    /// <summary>Edge properties that are not declared, are no @edgeProperties, or stand on a STRUCTURAL edge.</summary>
    public const string ModelEdgeProperties = "MODEL_EDGE_PROPERTIES";

    /// <summary>One edge type declared with two classes or two sets of properties.</summary>
    public const string ModelEdgeDiffers = "MODEL_EDGE_DIFFERS";

    /// <summary>Two fields of one type and edge type whose targets overlap.</summary>
    public const string ModelEdgeAmbiguous = "MODEL_EDGE_AMBIGUOUS";

    /// <summary>A FACT or CONTEXT edge of a RECORD.</summary>
    public const string ModelEdgeOfRecord = "MODEL_EDGE_OF_RECORD";

    /// <summary>The ids of an edge type would look like those of a node type.</summary>
    public const string ModelEdgePrefix = "MODEL_EDGE_PREFIX";

    /// <summary>Two fields of a type, written or generated, would have one name.</summary>
    public const string ModelFieldTaken = "MODEL_FIELD_TAKEN";

    /// <summary>An inverse whose name is taken on the type it is generated on.</summary>
    public const string ModelInverseTaken = "MODEL_INVERSE_TAKEN";

    /// <summary>A property of the contract declared with another type.</summary>
    public const string ModelContractField = "MODEL_CONTRACT_FIELD";

    /// <summary>An enum that the contract needs is not declared.</summary>
    public const string ModelContractEnum = "MODEL_CONTRACT_ENUM";

    /// <summary>Claim, Source or Citation is missing, or is no RECORD.</summary>
    public const string ModelEvidenceType = "MODEL_EVIDENCE_TYPE";

    public const string ModelKeyType = "MODEL_KEY_TYPE";

    public const string ModelSearchType = "MODEL_SEARCH_TYPE";

    public const string ModelIndexType = "MODEL_INDEX_TYPE";

    /// <summary>A Quantity without @quantity, @quantity on something else, or without units.</summary>
    public const string ModelQuantity = "MODEL_QUANTITY";

    public const string ModelQuantityUnit = "MODEL_QUANTITY_UNIT";

    /// <summary>A Quantity where no claim can stand for it.</summary>
    public const string ModelQuantityPlace = "MODEL_QUANTITY_PLACE";

    public const string ModelReferenceType = "MODEL_REFERENCE_TYPE";

    public const string ModelReferenceTarget = "MODEL_REFERENCE_TARGET";

    /// <summary>A movement without domain, or a domain on something that is no movement.</summary>
    public const string ModelDomain = "MODEL_DOMAIN";

    public const string ModelBridge = "MODEL_BRIDGE";

    /// <summary>A group whose members have different contracts.</summary>
    public const string ModelGroupMixed = "MODEL_GROUP_MIXED";

    public const string ModelGroupEmpty = "MODEL_GROUP_EMPTY";

    /// <summary>The group Entity or Event is not declared.</summary>
    public const string ModelGroupMissing = "MODEL_GROUP_MISSING";

    /// <summary>A member lacks a field of its group, or has it with another type.</summary>
    public const string ModelGroupField = "MODEL_GROUP_FIELD";
}
