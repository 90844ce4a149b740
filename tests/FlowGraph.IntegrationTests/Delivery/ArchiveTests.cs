using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Delivery;

/// <summary>The archive that build/archive made for this kind of machine, unpacked where nothing else is.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly string _rid = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowgraph-archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Holds_what_is_needed_and_its_hash_is_beside_it()
    {
        var archive = Archive();

        var program = Unpack(archive);

        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken)));
        Assert.Equal($"{hash}  {Path.GetFileName(archive)}\n", await File.ReadAllTextAsync(archive + ".sha256", TestContext.Current.CancellationToken));
        Assert.All(["flowgraph", "appsettings.json", "LICENSE", "README.md", "RUNNING.md", "data/oil-for-troops/dataset.json", "schema/model.graphql", "schema/api.graphql"],
            file => Assert.True(File.Exists(Path.Combine(program, file)), file));
        Assert.Empty(Directory.EnumerateFiles(program, "*.pdb"));
    }

    // That is what makes its first answer come soon; how soon, docs/benchmarks.md says.
    [Fact]
    public void Code_of_the_project_is_compiled_ahead_of_time()
    {
        var assemblies = Directory.GetFiles(Unpack(Archive()), "flowgraph*.dll", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive });

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, path =>
        {
            using var assembly = new PEReader(File.OpenRead(path));
            Assert.NotEqual(0, assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size); // it is a managed assembly
        });
    }

    [Fact(Timeout = 120_000)]
    public async Task Answers_where_nothing_is_installed_or_set()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Path.Combine(Unpack(Archive()), "flowgraph"), ["--urls", "http://127.0.0.1:0"]) { WorkingDirectory = _folder.CreateSubdirectory("empty").FullName, RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        using var process = Process.Start(start)!; // a program is always a new process
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            Assert.StartsWith("address ", line, StringComparison.Ordinal);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            using var response = await client.PostAsJsonAsync(line!["address ".Length..].Trim() + "/graphql", new { query = "{ release { id } }" }, cancellationToken);
            Assert.Equal("""{"data":{"release":{"id":"release:oil-for-troops"}}}""", await response.Content.ReadAsStringAsync(cancellationToken));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }
    }

    private static string Archive()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Archives are made for Linux.");
        var folder = Repository.PathOf("artifacts", "archive");
        var archives = Directory.Exists(folder) ? Directory.GetFiles(folder, $"flowgraph-*-{_rid}.tar.gz") : [];
        Assert.SkipWhen(archives.Length == 0, $"There is no archive in artifacts/archive; 'build/archive {_rid}' makes it, as .ci/run does.");
        return archives.MaxBy(File.GetLastWriteTimeUtc)!;
    }

    private string Unpack(string archive)
    {
        using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(packed, _folder.FullName, overwriteFiles: false);
        return Path.Combine(_folder.FullName, Path.GetFileName(archive)[..^".tar.gz".Length]);
    }
}
