using System.Collections.Concurrent;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Server;
using FlowGraph.Server.Hosting;
using FlowGraph.TestKit;
using FlowGraph.Tests.Compiled;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FlowGraph.Tests.Hosting;

/// <summary>A changed dataset is served without anybody's doing; a faulty one is not.</summary>
public sealed class ReleaseReloadTests : IDisposable
{
    private readonly DatasetCopy _dataset = DatasetCopy.Of((_, record) => record);
    private readonly Lines _log = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly StoreHolder _stores;
    private readonly ReleaseReload _reload;

    public ReleaseReloadTests()
    {
        _stores = new(TestApplication.Shared.Application.Load(_dataset.Folder, CancellationToken.None));
        _reload = new(TestApplication.Shared.Application, _stores, _dataset.Folder);
    }

    private string Manifest => Path.Combine(_dataset.Folder, "dataset.json");

    [Fact(Timeout = 120_000)]
    public async Task Changed_files_are_swapped_in_faulty_ones_are_refused_with_every_fault_and_the_same_ones_change_nothing()
    {
        var watch = new DatasetWatch(_dataset.Folder, _reload.Request);
        var token = TestContext.Current.CancellationToken;
        var running = _reload.RunAsync(_log, _stop.Token);
        var first = _stores.Current;

        await File.WriteAllTextAsync(Manifest, (await File.ReadAllTextAsync(Manifest, token)).Replace("\"1.0.0\"", "\"1.0.1\"", StringComparison.Ordinal), token);
        Look(watch);
        Assert.Contains("release:oil-for-troops 1.0.1", await _log.NextAsync(), StringComparison.Ordinal);
        var second = _stores.Current;
        Assert.Equal(("1.0.0", "1.0.1"), (first.Release.Version, second.Release.Version));

        await File.AppendAllTextAsync(Path.Combine(_dataset.Folder, "ports.jsonl"), "{ broken\n", token);
        await File.AppendAllTextAsync(Path.Combine(_dataset.Folder, "vessels.jsonl"), "{ broken\n", token);
        Look(watch);
        Assert.Contains("ports.jsonl:", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("vessels.jsonl:", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("(2 faults); release:oil-for-troops 1.0.1 stays.", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Same(second, _stores.Current);

        foreach (var file in (string[])["ports.jsonl", "vessels.jsonl"])
            await File.WriteAllTextAsync(Path.Combine(_dataset.Folder, file), (await File.ReadAllTextAsync(Path.Combine(_dataset.Folder, file), token)).Replace("{ broken\n", "", StringComparison.Ordinal), token);
        Look(watch);
        Assert.Contains("is the same.", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Same(second, _stores.Current);

        Directory.Move(_dataset.Folder, _dataset.Folder + "-away");
        _reload.Request();
        Assert.Contains("There is no folder", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("stays.", await _log.NextAsync(), StringComparison.Ordinal);
        Directory.Move(_dataset.Folder + "-away", _dataset.Folder);
        Assert.Same(second, _stores.Current);

        await _stop.CancelAsync();
        await running;
    }

    [Fact(Timeout = 120_000)]
    public async Task Compiled_file_is_watched_too_and_a_damaged_one_refused()
    {
        using var folder = new CompiledFolder();
        var release = TestApplication.Shared.Release;
        CompiledCopy.Write(TestApplication.Shared.Store, folder.File);
        var application = TestApplication.Shared.Application;
        var stores = new StoreHolder(application.Load(folder.File, CancellationToken.None));
        var reload = new ReleaseReload(application, stores, folder.File);
        var watch = new DatasetWatch(folder.File, reload.Request);
        var running = reload.RunAsync(_log, _stop.Token);

        var other = new GraphRelease { Model = release.Model, Info = release.Info with { Version = "1.0.1", Sha256 = new('1', 64) }, Nodes = release.Nodes, Edges = release.Edges };
        CompiledCopy.Write(EmbeddedStore.Load(other), folder.File);
        Look(watch);
        Assert.Contains("release:oil-for-troops 1.0.1", await _log.NextAsync(), StringComparison.Ordinal);
        var second = stores.Current;
        Assert.Equal("1.0.1", second.Release.Version);

        await File.WriteAllBytesAsync(folder.File + ".partial", new byte[1000], TestContext.Current.CancellationToken);
        File.Move(folder.File + ".partial", folder.File, overwrite: true);
        Look(watch);
        Assert.Contains("COMPILED_FILE", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("(1 faults); release:oil-for-troops 1.0.1 stays.", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Same(second, stores.Current);

        CompiledCopy.Write(TestApplication.Shared.Store, folder.File);
        Look(watch);
        Assert.Contains("release:oil-for-troops 1.0.0", await _log.NextAsync(), StringComparison.Ordinal);

        await _stop.CancelAsync();
        await running;
    }

    public void Dispose()
    {
        _dataset.Dispose();
        _stop.Dispose();
    }

    // Once to see that they have changed, once to see that they are left alone.
    private static void Look(DatasetWatch watch)
    {
        watch.Look();
        watch.Look();
    }

    private sealed class Lines : ILogger
    {
        private readonly BlockingCollection<string> _lines = [];

        public Task<string> NextAsync() => Task.Run(() => _lines.TryTake(out var line, TimeSpan.FromMinutes(1)) ? line : throw new TimeoutException("No line came."));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Add(formatter(state, exception));
    }
}
