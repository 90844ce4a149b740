namespace FlowGraph.Model.Diagnostics;

/// <summary>What a client of the API can see in <c>extensions.code</c>.</summary>
public static partial class ErrorCodes
{
    public const string GraphQLParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string GraphQLValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string NotAValidId = "NOT_A_VALID_ID";
    public const string NotAValidImo = "NOT_A_VALID_IMO";
    public const string NotAValidEdtf = "NOT_A_VALID_EDTF";
    public const string UnknownId = "UNKNOWN_ID";
    public const string LimitBody = "LIMIT_BODY";
    public const string LimitTokens = "LIMIT_TOKENS";
    public const string LimitRepeats = "LIMIT_REPEATS";
    public const string LimitAliases = "LIMIT_ALIASES";
    public const string LimitCost = "LIMIT_COST";
    public const string LimitPage = "LIMIT_PAGE";
    public const string LimitIds = "LIMIT_IDS";
    public const string LimitHops = "LIMIT_HOPS";
    public const string LimitChains = "LIMIT_CHAINS";
    public const string LimitSubgraph = "LIMIT_SUBGRAPH";
    public const string LimitText = "LIMIT_TEXT";
    public const string LimitDepth = "LIMIT_DEPTH";
    public const string LimitSelections = "LIMIT_SELECTIONS";
    public const string LimitResponse = "LIMIT_RESPONSE";
    public const string LimitQueue = "LIMIT_QUEUE";
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";
    public const string PersistedDocumentsOnly = "PERSISTED_DOCUMENTS_ONLY";
    public const string StoreUnavailable = "STORE_UNAVAILABLE";
    public const string StoreLoading = "STORE_LOADING";
    public const string StoreTimeout = "STORE_TIMEOUT";
    public const string Internal = "INTERNAL";
}
