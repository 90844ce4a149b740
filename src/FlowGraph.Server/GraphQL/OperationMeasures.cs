namespace FlowGraph.Server.GraphQL;

/// <summary>What the limits of a document found in the operation that was asked for.</summary>
/// <param name="Tokens">Of the whole document.</param>
/// <param name="Selections">With fragments put in place.</param>
/// <param name="Repeats">Of the response key that stands most often in one selection set.</param>
/// <param name="Aliases">Of the root field that has most.</param>
public sealed record OperationMeasures(int Tokens, int Selections, int Depth, int Repeats, int Aliases);
