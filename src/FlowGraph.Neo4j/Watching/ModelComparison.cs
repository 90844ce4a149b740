using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Watching;

/// <summary>Whether a stored release was made under the model that is served: it counts all types that its model had.</summary>
internal static class ModelComparison
{
    private const int Named = 3;

    /// <returns>Null: the types are the same.</returns>
    public static string? Difference(ReleaseInfo release, GraphModel model)
    {
        var known = model.NodeTypes.Select(type => type.EnumName).Concat(model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).Select(type => type.Name)).ToList();
        var stored = release.Counts.Select(count => count.Type).ToList();
        return Sentence("it has", stored.Except(known)) ?? Sentence("it lacks", known.Except(stored));
    }

    private static string? Sentence(string verb, IEnumerable<string> types) =>
        types.ToList() is { Count: > 0 } all ? $"{verb} {string.Join(", ", all.Take(Named))}{(all.Count > Named ? ", …" : "")}" : null;
}
