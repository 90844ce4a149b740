using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Delivery;

/// <summary>The archive that build/archive made for this kind of machine, unpacked where nothing else is.</summary>
[Collection(AloneTests.Name)]
public sealed class ArchiveTests(ITestOutputHelper output) : IDisposable
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

    // How long that takes depends on the machine (docs/benchmarks.md has a figure); that the code is compiled ahead of time shows beside a build that is not.
    [Fact(Timeout = 240_000)]
    public async Task First_request_is_answered_sooner_than_by_a_build_that_compiles_as_it_runs()
    {
        var archived = Path.Combine(Unpack(Archive()), "flowgraph");
        var (ahead, asItRuns) = (new List<TimeSpan>(), new List<TimeSpan>());

        for (var i = 0; i < 3; i++)
        {
            ahead.Add(await FirstAnswerAsync([archived], TestContext.Current.CancellationToken));
            asItRuns.Add(await FirstAnswerAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, "flowgraph.dll")], TestContext.Current.CancellationToken));
            output.WriteLine(FormattableString.Invariant($"First answer after {ahead[i].TotalSeconds:0.00} s, of the build after {asItRuns[i].TotalSeconds:0.00} s."));
        }

        Assert.InRange(ahead.Min(), TimeSpan.Zero, 0.8 * asItRuns.Min());
    }

    private async Task<TimeSpan> FirstAnswerAsync(string[] program, CancellationToken cancellationToken)
    {
        // No SDK, no runtime, no setting: as on a machine that has just been set up.
        var start = new ProcessStartInfo(program[0], [.. program[1..], "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = _folder.CreateSubdirectory("empty").FullName, RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!; // a program is always a new process
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            Assert.StartsWith("address ", line, StringComparison.Ordinal);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            using var response = await client.PostAsJsonAsync(line!["address ".Length..].Trim() + "/graphql", new { query = "{ release { id } }" }, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            clock.Stop();
            Assert.Equal("""{"data":{"release":{"id":"release:oil-for-troops"}}}""", answer);
            return clock.Elapsed;
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
