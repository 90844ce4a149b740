using System.Diagnostics;

namespace FlowGraph.IntegrationTests;

/// <summary>A disk of its own in memory, which can be full. Only root may mount one, and only on Linux.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 200;

    private readonly string _filler;

    private SmallDisk(string folder) => (Folder, _filler) = (folder, Path.Combine(folder, "filler"));

    public string Folder { get; }

    /// <returns>A disk, or why there is none.</returns>
    public static async Task<(SmallDisk? Disk, string Reason)> MountAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return (null, "This test mounts a small disk of its own; that is known for Linux only.");
        var folder = Directory.CreateTempSubdirectory("flowgraph-disk-").FullName;
        if (await RunAsync("mount", ["-t", "tmpfs", "-o", FormattableString.Invariant($"size={Megabytes}m"), "flowgraph-test", folder], cancellationToken) is { Length: > 0 } fault)
        {
            Directory.Delete(folder);
            return (null, $"This test mounts a small disk of its own, which only root may do: {fault}");
        }
        return (new(folder), "");
    }

    /// <summary>Leaves so many bytes.</summary>
    public void Fill(long left)
    {
        using var filler = new FileStream(_filler, FileMode.Create);
        var block = new byte[4096];
        for (var free = new DriveInfo(Folder).AvailableFreeSpace; free > left + block.Length; free -= block.Length)
            filler.Write(block);
    }

    public void MakeRoom() => File.Delete(_filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", ["--lazy", Folder], CancellationToken.None);
        Directory.Delete(Folder);
    }

    /// <returns>What went wrong; empty when nothing did.</returns>
    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!; // a program is always a new process
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? "" : error.Trim();
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return absent.Message;
        }
    }
}
