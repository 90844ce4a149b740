namespace FlowGraph.Tests.Compiled;

/// <summary>A temporary folder for a compiled release.</summary>
internal sealed class CompiledFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowgraph-compiled-").FullName;

    public string File => Path.Combine(_folder, "release.flowgraph");

    public IEnumerable<string> Names => Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
