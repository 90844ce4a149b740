using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Answer;

/// <summary>Finds every fault of a request before anything is walked. A fault is an error, never a "none".</summary>
internal static class ChainRequestCheck
{

    public static async ValueTask<ChainEnds> RunAsync(IChainStore store, ChainRequest request, CancellationToken cancellationToken)
    {
        var faults = new List<Diagnostic>();
        Numbers(request, faults);
        Words(store.Model, request, faults);
        Combinations(request, faults);

        string[] ids = [request.From, request.To, .. request.Via, .. request.Avoid];
        var nodes = await store.NodesAsync(ids, cancellationToken);
        var names = new Dictionary<string, string>();
        foreach (var node in nodes.OfType<WalkNode>())
            names[node.Id] = node.Name;

        var missing = ids.Where(id => !names.ContainsKey(id)).Distinct().ToList();
        var edges = missing.Count == 0 ? null : await store.EvidenceAsync(missing, cancellationToken);
        foreach (var id in missing)
        {
            var places = Places(request, id);
            if (edges?.GetValueOrDefault(id)?.Edge is not { } edge)
                faults.Add(new Diagnostic(ErrorCodes.UnknownId, $"'{id}' in {Quoted(places)} is not in {store.Release.Id}.", Hint: "Find ids with 'search'.") { Found = id, Expected = "the id of a record of this release" });
            else if (places.Contains("from") || places.Contains("to"))
                faults.Add(Bad($"'{id}' is an edge; a chain runs from a node to a node.", id, "the id of a node"));
            else
                names[id] = edge["caption"] as string ?? id;
        }

        return faults.Count > 0 ? throw new FlowGraphException(faults) : new ChainEnds(nodes[0]!, nodes[1]!, names);
    }

    private static void Numbers(ChainRequest request, List<Diagnostic> faults)
    {
        if (request.MaxHops is < 1 or > ChainRequest.GreatestMaxHops)
            faults.Add(Limit(ErrorCodes.LimitHops, "maxHops", request.MaxHops, ChainRequest.GreatestMaxHops));

        if (request.First is < 1 or > ChainRequest.GreatestFirst)
            faults.Add(Limit(ErrorCodes.LimitChains, "first", request.First, ChainRequest.GreatestFirst));

        if (request.MinIndependentSources is { } sources and < 0)
            faults.Add(Bad($"minIndependentSources is {sources}; it counts origins.", Text(sources), "0 or more"));

        if (request.During is { From: { } start, To: { } end } && start > end)
            faults.Add(Bad($"'during' runs from {start:yyyy-MM-dd} back to {end:yyyy-MM-dd}.", $"{start:yyyy-MM-dd} to {end:yyyy-MM-dd}", "a first day that is not after the last"));
    }

    private static void Words(GraphModel model, ChainRequest request, List<Diagnostic> faults)
    {
        var walked = model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).Select(type => type.Name)
            .Concat(model.NodeTypes.Where(type => type.Contract == Contract.Event).Select(type => type.EnumName))
            .ToHashSet();
        foreach (var name in request.Types.Concat(request.ExcludeTypes).Distinct().Where(name => !walked.Contains(name)))
            faults.Add(Bad($"'{name}' is no type that a chain can pass.", name, "an edge type or an event type", Near(name, walked)));

        if (model.EnumsByName.GetValueOrDefault("Modality") is not { } modality)
            return;

        foreach (var name in request.Modalities.Distinct().Where(name => modality.OrdinalOf(name) < 0))
            faults.Add(Bad($"'{name}' is no modality.", name, string.Join(", ", modality.Members.Select(member => member.Name)), Near(name, modality.Members.Select(member => member.Name))));
    }

    private static void Combinations(ChainRequest request, List<Diagnostic> faults)
    {
        if (request.From == request.To)
            faults.Add(Bad($"'from' and 'to' are both '{request.From}'.", request.To, "two different nodes"));

        foreach (var id in request.Via.Intersect(request.Avoid))
            faults.Add(Bad($"'{id}' is in 'via' and in 'avoid': a chain cannot both pass it and avoid it.", id, "an id in one of the two"));

        foreach (var id in request.Avoid.Intersect([request.From, request.To]))
            faults.Add(Bad($"'{id}' is an end of the chain and in 'avoid'.", id, "ids of what the chain may not pass between its ends"));
    }

    private static List<string> Places(ChainRequest request, string id)
    {
        var places = new List<string>();
        if (request.From == id)
            places.Add("from");

        if (request.To == id)
            places.Add("to");

        if (request.Via.Contains(id))
            places.Add("via");

        if (request.Avoid.Contains(id))
            places.Add("avoid");

        return places;
    }

    private static string Quoted(IEnumerable<string> places) => string.Join(", ", places.Select(place => $"'{place}'"));

    private static Diagnostic Limit(string code, string argument, int found, int greatest) =>
        new(code, $"{argument} is {Text(found)}; allowed is 1 to {Text(greatest)}.") { Found = Text(found), Expected = $"1 to {Text(greatest)}" };

    private static Diagnostic Bad(string message, string found, string expected, string? hint = null) =>
        new(ErrorCodes.BadUserInput, message, Hint: hint) { Found = found, Expected = expected };

    private static string? Near(string found, IEnumerable<string> candidates) =>
        Suggestion.Near(found, candidates) is { } near ? $"Did you mean '{near}'?" : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Names">Of every node and edge that the request names.</param>
internal sealed record ChainEnds(WalkNode From, WalkNode To, IReadOnlyDictionary<string, string> Names);
