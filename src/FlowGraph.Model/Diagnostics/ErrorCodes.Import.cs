namespace FlowGraph.Model.Diagnostics;

/// <content>Faults of a dataset.</content>
public static partial class ErrorCodes
{
    // ── files and text ──
    /// <summary>The folder, the manifest or a listed file is not there or cannot be read.</summary>
    public const string ImportFileMissing = "IMPORT_FILE_MISSING";

    /// <summary>A file was written while it was read.</summary>
    public const string ImportFileChanged = "IMPORT_FILE_CHANGED";

    /// <summary>A .jsonl file lies beside the manifest that does not list it.</summary>
    public const string ImportFileUnlisted = "IMPORT_FILE_UNLISTED";

    /// <summary>A listed name is no file of records.</summary>
    public const string ImportFileUnknown = "IMPORT_FILE_UNKNOWN";

    /// <summary>A byte order mark, broken UTF-8, half a character.</summary>
    public const string ImportEncoding = "IMPORT_ENCODING";

    /// <summary>No JSON object where one belongs.</summary>
    public const string ImportJson = "IMPORT_JSON";

    /// <summary>One key twice in an object.</summary>
    public const string ImportDuplicateField = "IMPORT_DUPLICATE_FIELD";

    /// <summary>The manifest names another hash than the content has.</summary>
    public const string ImportHash = "IMPORT_HASH";

    // ── records ──
    /// <summary>A key that the type does not have.</summary>
    public const string ImportUnknownField = "IMPORT_UNKNOWN_FIELD";

    /// <summary>A value that the load computes was written.</summary>
    public const string ImportComputedField = "IMPORT_COMPUTED_FIELD";

    /// <summary>A required value is not there.</summary>
    public const string ImportMissingField = "IMPORT_MISSING_FIELD";

    /// <summary>Another JSON type than the property's.</summary>
    public const string ImportWrongType = "IMPORT_WRONG_TYPE";

    /// <summary>No member of the enum.</summary>
    public const string ImportEnum = "IMPORT_ENUM";

    /// <summary>An id of the wrong shape or prefix.</summary>
    public const string ImportId = "IMPORT_ID";

    /// <summary>An IMO number of the wrong shape or with the wrong check digit.</summary>
    public const string ImportImo = "IMPORT_IMO";

    /// <summary>No UN/LOCODE.</summary>
    public const string ImportUnlocode = "IMPORT_UNLOCODE";

    /// <summary>No ISO 3166-1 code.</summary>
    public const string ImportCountryCode = "IMPORT_COUNTRY_CODE";

    /// <summary>No calendar day.</summary>
    public const string ImportDate = "IMPORT_DATE";

    /// <summary>Malformed or impossible EDTF.</summary>
    public const string ImportEdtf = "IMPORT_EDTF";

    /// <summary>No absolute web address.</summary>
    public const string ImportUrl = "IMPORT_URL";

    /// <summary>The record stands in another type's file.</summary>
    public const string ImportWrongFile = "IMPORT_WRONG_FILE";

    /// <summary>An id that is taken.</summary>
    public const string ImportDuplicateId = "IMPORT_DUPLICATE_ID";

    /// <summary>RETRACTED or SUPERSEDED without a reason, or a reason without one of them.</summary>
    public const string ImportStatus = "IMPORT_STATUS";

    // ── how records fit together ──
    /// <summary>A natural key that is taken.</summary>
    public const string ImportDuplicateKey = "IMPORT_DUPLICATE_KEY";

    /// <summary>Two ids with one fact key.</summary>
    public const string ImportKeyCollision = "IMPORT_KEY_COLLISION";

    /// <summary>No record has this id.</summary>
    public const string ImportUnknownId = "IMPORT_UNKNOWN_ID";

    /// <summary>An edge or reference to a type that the model does not allow there.</summary>
    public const string ImportWrongTarget = "IMPORT_WRONG_TARGET";

    /// <summary>A FACT edge that touches a person.</summary>
    public const string ImportPersonFact = "IMPORT_PERSON_FACT";

    /// <summary>A second edge of a single relationship.</summary>
    public const string ImportSecondEdge = "IMPORT_SECOND_EDGE";

    /// <summary>A required relationship without an edge.</summary>
    public const string ImportMissingEdge = "IMPORT_MISSING_EDGE";

    /// <summary>A record that is part of itself.</summary>
    public const string ImportCycle = "IMPORT_CYCLE";

    /// <summary>A counting group that the manifest does not have.</summary>
    public const string ImportCountingGroup = "IMPORT_COUNTING_GROUP";

    // ── claims ──
    /// <summary>A claim of something that its subject does not have.</summary>
    public const string ImportClaimProperty = "IMPORT_CLAIM_PROPERTY";

    /// <summary>Words where a figure belongs, or a figure where words belong.</summary>
    public const string ImportClaimValue = "IMPORT_CLAIM_VALUE";

    /// <summary>A unit that the property does not allow.</summary>
    public const string ImportUnit = "IMPORT_UNIT";

    /// <summary>Low above high.</summary>
    public const string ImportReversedRange = "IMPORT_REVERSED_RANGE";

    /// <summary>A bound that does not fit the figures.</summary>
    public const string ImportBound = "IMPORT_BOUND";

    /// <summary>Two preferred claims of one property, or a quantity with none and no reason.</summary>
    public const string ImportPreferred = "IMPORT_PREFERRED";

    // ── evidence ──
    /// <summary>A record without a citation.</summary>
    public const string ImportUncited = "IMPORT_UNCITED";

    /// <summary>A citation of something that its record does not have.</summary>
    public const string ImportCitationProperty = "IMPORT_CITATION_PROPERTY";

    /// <summary>A cited source without title or publisher.</summary>
    public const string ImportIncompleteSource = "IMPORT_INCOMPLETE_SOURCE";

    /// <summary>A stance that cannot be: a passage on a denial or a dispute supports that it was made.</summary>
    public const string ImportStance = "IMPORT_STANCE";

    /// <summary>An accusation or judgement without its author.</summary>
    public const string ImportAttribution = "IMPORT_ATTRIBUTION";

    /// <summary>Two origins of one source for one fact.</summary>
    public const string ImportDuplicateOrigin = "IMPORT_DUPLICATE_ORIGIN";
}
