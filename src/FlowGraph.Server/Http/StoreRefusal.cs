using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Http;

/// <summary>What a client is told whom the store, or the queue before it, cannot answer now.</summary>
internal sealed record StoreRefusal(int Status, RequestException Fault)
{
    /// <summary>Seconds. A store that comes back is noticed sooner.</summary>
    public const string RetryAfter = "5";

    public static StoreRefusal Of(StoreException fault) => new(
        fault.Code == ErrorCodes.StoreTimeout ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status503ServiceUnavailable,
        new(fault.Code, fault.Message, fault.Hint));

    /// <summary>No place came free. Where that is because the store answers nobody, that is what the client should know.</summary>
    /// <param name="places">Requests that are answered at once.</param>
    public static StoreRefusal OfQueue(IGraphStore store, int places) => store.Trouble is { } trouble ? Of(trouble) : new(
        StatusCodes.Status429TooManyRequests,
        new(ErrorCodes.LimitQueue, FormattableString.Invariant($"More than {places} requests are being answered, allowed {places} at once; no place came free."))
        {
            Limit = (places + 1, places),
        });
}
