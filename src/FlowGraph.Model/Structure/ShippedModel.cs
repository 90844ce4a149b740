using System.Collections.Immutable;
using System.Diagnostics;

namespace FlowGraph.Model.Structure;

/// <summary>The model that FlowGraph is built with, from the schema files inside the assembly.</summary>
public static class ShippedModel
{
    private static readonly Lazy<GraphModel> _instance = new(() => ModelReader.Read(Documents));

    public static ImmutableArray<ModelDocument> Documents { get; } = [Document("directives.graphql"), Document("model.graphql")];

    public static GraphModel Instance => _instance.Value;

    private static ModelDocument Document(string file)
    {
        using var stream = typeof(ShippedModel).Assembly.GetManifestResourceStream($"schema/{file}")
            ?? throw new UnreachableException($"The assembly was built without {file}.");
        using var reader = new StreamReader(stream);
        return new ModelDocument(file, reader.ReadToEnd());
    }
}
