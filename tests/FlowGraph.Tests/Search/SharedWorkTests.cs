using FlowGraph.Query.Search;
using Xunit;

namespace FlowGraph.Tests.Search;

public sealed class SharedWorkTests
{
    [Fact(Timeout = 20_000)]
    public async Task Is_done_once_for_all_who_want_it()
    {
        var count = 0;
        var gate = new TaskCompletionSource();
        var work = new SharedWork<object>(async () =>
        {
            Interlocked.Increment(ref count);
            await gate.Task;
            return new();
        });

        var waiting = Enumerable.Range(0, 50).Select(_ => work.ResultAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        gate.SetResult();
        var results = await Task.WhenAll(waiting);

        Assert.Single(results.Distinct());
        Assert.Equal(1, count);
        Assert.Same(results[0], await work.ResultAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 20_000)]
    public async Task Goes_on_when_one_of_them_leaves()
    {
        var gate = new TaskCompletionSource();
        var work = new SharedWork<int>(async () =>
        {
            await gate.Task;
            return 7;
        });
        using var leaving = new CancellationTokenSource();
        var first = work.ResultAsync(leaving.Token).AsTask();
        var second = work.ResultAsync(TestContext.Current.CancellationToken).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal(7, await second);
    }

    [Fact(Timeout = 20_000)]
    public async Task Is_tried_again_after_a_failure()
    {
        var count = 0;
        var work = new SharedWork<int>(() => ++count == 1 ? Task.FromException<int>(new TimeoutException()) : Task.FromResult(count));

        await Assert.ThrowsAsync<TimeoutException>(() => work.ResultAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(2, await work.ResultAsync(TestContext.Current.CancellationToken));
    }
}
