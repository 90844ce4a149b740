using System.Collections.Concurrent;
using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Selection;
using FlowGraph.Server.Caching;

namespace FlowGraph.Server.GraphQL;

/// <summary>A valid document with its plans: one for each combination of @skip/@include values that was observed.</summary>
/// <param name="places">Where variables stand that have to be held to the limits of a document.</param>
/// <param name="introspection">What it asks of the schema itself, which the GraphQL engine answers; null for nothing.</param>
public sealed class PreparedDocument(ApiSchema api, QueryLimits limits, Operation operation, ImmutableArray<string> conditions, ImmutableArray<VariablePlace> places, IntrospectionQuestion? introspection)
{
    private const int MostConditions = 16;

    private readonly ConcurrentDictionary<int, PlanVariant> _variants = new();

    public Operation Operation { get; } = operation;

    public required OperationMeasures Measures { get; init; }

    /// <summary><c>sha256:</c> and the hash of its text, as it was sent.</summary>
    public required string Id { get; init; }

    /// <summary>The hash of its text, blanks and comments left out.</summary>
    public required byte[] Canonical { get; init; }

    /// <summary>What the tags of its answers begin with.</summary>
    internal DocumentTags Tags { get; } = new();

    /// <inheritdoc cref="PreparedDocument" path="/param[@name='places']"/>
    public ImmutableArray<VariablePlace> Places { get; } = places;

    /// <inheritdoc cref="PreparedDocument" path="/param[@name='introspection']"/>
    public IntrospectionQuestion? Introspection { get; } = introspection;

    /// <summary>The engine's answers by response key, kept once computed where no variable decides them.</summary>
    public IReadOnlyDictionary<string, byte[]>? SchemaAnswers { get; set; }

    /// <summary>The plan for these variables.</summary>
    public PlanVariant Plan(Variables variables)
    {
        if (conditions.Length > MostConditions)
            throw new RequestException(ErrorCodes.LimitSelections, $"Found {conditions.Length} variables in @skip and @include, allowed {MostConditions}.") { Limit = (conditions.Length, MostConditions) };
        var mask = 0;
        for (var i = 0; i < conditions.Length; i++)
        {
            if (variables.TryGet(conditions[i], out var value) && value is true)
                mask |= 1 << i;
        }
        return _variants.TryGetValue(mask, out var known) ? known : _variants.GetOrAdd(mask, Compile);
    }

    private PlanVariant Compile(int mask)
    {
        var values = new Dictionary<string, bool>(conditions.Length);
        for (var i = 0; i < conditions.Length; i++)
            values[conditions[i]] = (mask >> i & 1) != 0;
        var plan = PlanCompiler.Compile(api, Operation, values, limits);
        return new(plan, PlanBinder.Constants(plan), PlanCost.Of(api, Operation, values));
    }
}

/// <param name="constants">The bound arguments that no variable decides; null for the others.</param>
public sealed class PlanVariant(QueryPlan plan, object?[] constants, PlanCost cost)
{
    private readonly bool _isConstant = plan.IsConstant;

    public QueryPlan Plan => plan;

    public PlanCost Cost => cost;

    /// <summary>The bound arguments of a request.</summary>
    /// <exception cref="RequestException">An argument's value is wrong.</exception>
    public object?[] Bind(Variables variables) => _isConstant ? constants : PlanBinder.Bind(plan, variables, constants);
}
