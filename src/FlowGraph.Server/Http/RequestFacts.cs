using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Http;

/// <summary>What a log line, metrics and traces may say of one request to /graphql, filled in on the way of its answer. A feature of its <see cref="HttpContext"/>, so that whoever stands around the endpoint can read it afterwards.</summary>
/// <remarks>It holds no value that a client sent: neither variables nor texts.</remarks>
public sealed class RequestFacts
{
    /// <summary>What was asked, with hash, name and measures; null where the request was refused before its document was known.</summary>
    public PreparedDocument? Document { get; set; }

    /// <summary>Known once the variables are; 0 before.</summary>
    public long Cost { get; set; }

    /// <summary>Objects of the answer, wherever it came from; 0 for a refusal and for 304.</summary>
    public int Rows { get; set; }

    /// <summary>Ticks of <see cref="System.Diagnostics.Stopwatch"/> that this request spent in the store; 0 where nothing was executed for it.</summary>
    public long StoreTicks { get; set; }

    /// <summary>Ticks of <see cref="System.Diagnostics.Stopwatch"/> when the request was read, when document and variables were ready, and when there was an answer to write; 0 where it did not come so far.</summary>
    public long ReadAt { get; set; }

    /// <inheritdoc cref="ReadAt"/>
    public long PreparedAt { get; set; }

    /// <inheritdoc cref="ReadAt"/>
    public long AnsweredAt { get; set; }

    public CacheOutcome Cache { get; set; }

    /// <summary>The code of the first error; null where there is none.</summary>
    public string? Code { get; set; }

    public static RequestFacts Of(HttpContext context)
    {
        var facts = context.Features.Get<RequestFacts>();
        if (facts is null)
            context.Features.Set(facts = new RequestFacts());
        return facts;
    }
}

/// <summary>What the response cache had to do with an answer.</summary>
public enum CacheOutcome
{
    /// <summary>It was not asked: a refusal, or an answer that takes less time than a look into the cache.</summary>
    Bypass,

    /// <summary>Executed for this request.</summary>
    Miss,

    /// <summary>From memory, or from an execution that another request had begun.</summary>
    Hit,

    /// <summary>From Redis.</summary>
    Shared,

    /// <summary>The client has it: 304.</summary>
    NotModified,
}
