using FlowGraph.Embedded;
using FlowGraph.Server;

namespace FlowGraph.TestKit;

/// <summary>A store compiled to a file of its own.</summary>
public static class CompiledCopy
{
    /// <summary>The same release, read from a file that has no name any more.</summary>
    public static EmbeddedStore Of(EmbeddedStore store)
    {
        var file = Path.GetTempFileName();
        Write(store, file);
        var compiled = TestApplication.Shared.Application.Load(file, CancellationToken.None);
        // A file that is mapped can only lose its name where names are not files.
        if (!OperatingSystem.IsWindows())
            File.Delete(file);
        return compiled;
    }

    /// <summary>As <c>flowgraph compile</c> does: beside its place, then put there.</summary>
    public static void Write(EmbeddedStore store, string file)
    {
        using (var stream = File.Create(file + ".partial"))
            Application.Compile(store, stream, CancellationToken.None);
        File.Move(file + ".partial", file, overwrite: true);
    }
}
