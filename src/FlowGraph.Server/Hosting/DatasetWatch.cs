using System.Globalization;
using System.Text;

namespace FlowGraph.Server.Hosting;

/// <summary>Looks at the files of a dataset, or at the one that it was compiled to, and tells when they have changed and are left alone again.</summary>
/// <remarks>It looks instead of being told: mounted folders and replaced links tell nothing.</remarks>
public sealed class DatasetWatch
{
    // Whoever writes files does not pause for longer than that between two of them.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly string _dataset;
    private readonly Action _changed;
    private string? _told;
    private string? _before;

    /// <summary>What is there now is about to be loaded; what is written from now on is a change.</summary>
    /// <param name="changed">Called once for each change, however many files it touches.</param>
    public DatasetWatch(string dataset, Action changed)
    {
        (_dataset, _changed) = (dataset, changed);
        _told = _before = Seen(dataset);
    }

    public async Task RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                Look();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops; so does this.
        }
    }

    /// <summary>Files that have changed twice in a row are still being written.</summary>
    public void Look()
    {
        var now = Seen(_dataset);
        if (now is not null && now == _before && now != _told)
        {
            _told = now;
            _changed();
        }
        _before = now;
    }

    /// <returns>Names, lengths and times of all files; null while they cannot be told.</returns>
    private static string? Seen(string dataset)
    {
        try
        {
            var seen = new StringBuilder();
            var files = File.Exists(dataset) ? [new FileInfo(dataset)] : new DirectoryInfo(dataset).EnumerateFiles();
            foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                // The time of a link is when it was made.
                var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                seen.Append(CultureInfo.InvariantCulture, $"{file.Name} {target.Length} {target.LastWriteTimeUtc.Ticks}\n");
            }
            return seen.ToString();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
