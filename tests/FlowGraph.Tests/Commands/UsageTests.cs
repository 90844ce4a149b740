using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class UsageTests
{
    [Fact(Timeout = 60_000)]
    public async Task Unknown_option_is_refused_and_the_way_to_help_named()
    {
        var run = await CommandRun.OfAsync(["chains", "a", "b", "--hops", "3"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--hops", run.Error, StringComparison.Ordinal);
        Assert.Contains("flowgraph chains --help", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Mistyped_command_is_answered_with_the_near_one()
    {
        var run = await CommandRun.OfAsync(["chain", "a", "b"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Did you mean 'chains'?", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_argument_is_named()
    {
        var run = await CommandRun.OfAsync(["query"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("query", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_fault_of_the_configuration_is_named_as_it_was_written()
    {
        var run = await CommandRun.OfAsync(["schema"], TestContext.Current.CancellationToken, environment:
        [
            ("FLOWGRAPH_Limits__Page", "many"), ("FLOWGRAPH_Limits__Hops", "9"), ("FLOWGRAPH_Limit__Page", "3"), ("FLOWGRAPH_Store", "oracle"),
            ("FLOWGRAPH_Urls", "https://example.org"), ("FLOWGRAPH_PublicUrl", "https://example.org/"), ("FLOWGRAPH_Cors__Origins__0", "example.org"), ("FLOWGRAPH_Introspection", "off"),
        ]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        string[] expected =
        [
            "FLOWGRAPH_Limits__Page: found 'many', expected a whole number.",
            "FLOWGRAPH_Limits__Hops: found '9', has to be a whole number from 1 to 8.",
            "FLOWGRAPH_Limit__Page: there is no such setting. Did you mean FLOWGRAPH_Limits__Page?",
            "FLOWGRAPH_Store: found 'oracle', has to be 'embedded' or 'neo4j'.",
            "FLOWGRAPH_Urls: found 'https://example.org', has to be",
            "FLOWGRAPH_PublicUrl: found 'https://example.org/', has to be",
            "FLOWGRAPH_Cors__Origins__0: found 'example.org', has to hold origins",
            "FLOWGRAPH_Introspection: found 'off', expected true or false.",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, run.Error, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_of_the_tests_are_no_configuration()
    {
        var run = await CommandRun.OfAsync(["schema"], TestContext.Current.CancellationToken, environment: [("FLOWGRAPH_TEST_REDIS", "127.0.0.1:6379"), ("OTHER", "1")]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Option_wins_over_environment()
    {
        var run = await CommandRun.OfAsync(["serve", "--store", "embedded", "--dataset", "nowhere"], TestContext.Current.CancellationToken, environment:
            [("FLOWGRAPH_Store", "elsewhere"), ("FLOWGRAPH_Dataset", "data/oil-for-troops")]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("There is no dataset in 'nowhere'", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Store_that_does_not_exist_is_refused_with_a_sentence()
    {
        var run = await CommandRun.OfAsync(["serve", "--store", "oracle"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--store: found 'oracle', has to be 'embedded' or 'neo4j'.", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, null, true)]
    [InlineData(true, "1", false)]
    [InlineData(false, null, false)]
    public async Task Colours_are_for_terminals_that_want_them(bool terminal, string? noColour, bool coloured)
    {
        (string, string)[] environment = noColour is null ? [("TERM", "xterm-256color")] : [("TERM", "xterm-256color"), ("NO_COLOR", noColour)];

        var run = await CommandRun.OfAsync(["query", "nowhere.graphql"], TestContext.Current.CancellationToken, terminal: terminal, environment: environment);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(coloured, run.Error.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains("There is no file 'nowhere.graphql'.", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("validate")]
    [InlineData("chains", "port:vostochny-port", "area:kursk-oblast")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    public async Task Interrupted_run_prints_nothing_of_an_answer(params string[] arguments)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await stopped.CancelAsync();

        var run = await CommandRun.OfAsync(arguments, stopped.Token);

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Empty(run.Error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Run_that_waits_for_its_input_can_be_interrupted()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var input = new EndlessReader();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var run = CommandLine.RunAsync(["query", "-"], CommandRun.Surroundings(output, error) with { Input = input }, stop.Token);
        await input.IsRead;

        await stop.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await run);
        Assert.Empty(output.ToString());
    }

    /// <summary>Standard input of a terminal at which nobody types.</summary>
    private sealed class EndlessReader : TextReader
    {
        private readonly TaskCompletionSource _isRead = new();

        public Task IsRead => _isRead.Task;

        public override Task<string> ReadToEndAsync(CancellationToken cancellationToken)
        {
            _isRead.TrySetResult();
            return new TaskCompletionSource<string>().Task;
        }
    }
}
