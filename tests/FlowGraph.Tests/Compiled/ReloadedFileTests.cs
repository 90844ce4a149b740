using System.Collections.Concurrent;
using FlowGraph.Embedded;
using FlowGraph.Server;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Compiled;

/// <summary>A file that is replaced while it is read: nobody reads what is gone, and what nobody reads goes.</summary>
public sealed class ReloadedFileTests : IDisposable
{
    private const int Releases = 12;
    private const int Readers = 3;

    private const string Query = "{ release { version } vessels(first: 20) { nodes { id name aliases shipments(first: 5) { edges { factId citations { paraphrase source { title } } } } } } }";

    private readonly CompiledFolder _folder = new();

    [Fact(Timeout = 120_000)]
    public async Task Answers_stay_whole_while_releases_come_and_go()
    {
        var expected = await AnswerAsync(TestApplication.Shared.Store, "");
        var stores = new StoreHolder(Next(0));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var faults = new ConcurrentQueue<string>();
        var answers = 0;
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                // The task alone holds the store that it asks.
                if (await AnswerAsync((EmbeddedStore)stores.Current, "release-") is var answer && answer != expected)
                    faults.Enqueue(answer);
                Interlocked.Increment(ref answers);
            }
        })).ToArray();

        for (var release = 1; release <= Releases; release++)
        {
            var before = Volatile.Read(ref answers);
            stores.Swap(Next(release));
            Collect();
            SpinWait.SpinUntil(() => Volatile.Read(ref answers) > before + Readers, TimeSpan.FromSeconds(10));
            Collect();
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Empty(faults);
        Assert.True(answers > Releases);
        Assert.Equal($"release-{Releases}", stores.Current.Release.Version);
        // Where the system tells what is mapped: the one that is served, and no other.
        Assert.True(!OperatingSystem.IsLinux() || SpinWait.SpinUntil(() => Mapped() == 1, TimeSpan.FromSeconds(30)), $"{Mapped()} files are mapped.");
        GC.KeepAlive(stores);
    }

    public void Dispose() => _folder.Dispose();

    private EmbeddedStore Next(int number)
    {
        var shipped = TestApplication.Shared.Release;
        var release = EmbeddedStore.Load(new() { Model = shipped.Model, Info = shipped.Info with { Version = $"release-{number}" }, Nodes = shipped.Nodes, Edges = shipped.Edges });
        CompiledCopy.Write(release, _folder.File);
        return TestApplication.Shared.Application.Load(_folder.File, CancellationToken.None);
    }

    private int Mapped()
    {
        Collect();
        return File.ReadLines("/proc/self/maps").Count(line => line.Contains(_folder.File, StringComparison.Ordinal));
    }

    /// <param name="prefix">What a version begins with that tells nothing.</param>
    private static async Task<string> AnswerAsync(EmbeddedStore store, string prefix)
    {
        var answer = await TestApplication.Shared.ExecuteAsync(store, Query);
        return answer.Replace($"\"{store.Release.Version}\"", "\"…\"", StringComparison.Ordinal) is var shown && store.Release.Version.StartsWith(prefix, StringComparison.Ordinal) ? shown : answer;
    }

    private static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }
}
