using System.IO.Hashing;
using System.Text;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Plan;

namespace FlowGraph.Embedded.Compiled;

/// <summary>Who can read a compiled release: a program with the same model, whose code computes and lays out the same.</summary>
internal sealed record CompiledFor(ReadOnlyMemory<byte> Model, ReadOnlyMemory<byte> Program)
{
    public const int HashLength = 16;

    /// <param name="builds">Builds of the code that made the release.</param>
    public static CompiledFor This(GraphModel model, IEnumerable<Guid> builds)
    {
        // Compilers are asked for the same bytes for the same code, so these change with the code alone.
        Guid[] own = [typeof(GraphModel).Module.ModuleVersionId, typeof(IGraphStore).Module.ModuleVersionId, typeof(CompiledFor).Module.ModuleVersionId];
        return new(HashOf(Lines(model)), HashOf(own.Concat(builds).Select(build => build.ToString("N"))));
    }

    /// <summary>All of a model that decides which blocks there are and what stands in them.</summary>
    private static IEnumerable<string> Lines(GraphModel model)
    {
        foreach (var type in model.NodeTypes)
        {
            yield return $"node {type.Name} {type.Contract} {string.Join(' ', type.Groups.Select(group => group.Name))}";
            foreach (var property in type.Properties)
                yield return Line(property);
            foreach (var relationship in type.Relationships)
                yield return $"{relationship.Field} {relationship.Edge.Name} {relationship.Target.Name} {relationship.IsList} {relationship.IsRequired}";
        }
        foreach (var type in model.EdgeTypes)
        {
            yield return $"edge {type.Name} {type.Class}";
            foreach (var property in type.Properties)
                yield return Line(property);
        }
    }

    private static string Line(PropertyDefinition property) =>
        $"{property.Name} {property.Kind} {property.IsList} {property.IsRequired} {property.IsKey} {string.Join(' ', property.Enum?.Members.Select(member => member.Name) ?? [])}";

    private static byte[] HashOf(IEnumerable<string> lines)
    {
        var hash = new XxHash128();
        foreach (var line in lines)
            hash.Append(Encoding.UTF8.GetBytes(line + "\n"));
        return hash.GetCurrentHash();
    }
}
