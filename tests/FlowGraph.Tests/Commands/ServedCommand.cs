using System.Net.Http.Headers;
using System.Text;
using FlowGraph.Server.Commands;

namespace FlowGraph.Tests.Commands;

/// <summary><c>flowgraph</c> with no command, serving on a free port within the test's own process.</summary>
internal sealed class ServedCommand : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<int> _run = Task.FromResult(0);

    private ServedCommand()
    {
    }

    public WatchedWriter Output { get; } = new();

    public WatchedWriter Error { get; } = new();

    public string Address { get; private set; } = "";

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<ServedCommand> StartAsync(CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var served = new ServedCommand();
        var surroundings = CommandRun.Surroundings(served.Output, served.Error) with { Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value) };
        served._run = CommandLine.RunAsync(["--urls", "http://127.0.0.1:0"], surroundings, served._stop.Token);
        var line = served.Output.LineAsync("address  ", cancellationToken);
        if (await Task.WhenAny(line, served._run) != line)
            throw new InvalidOperationException($"It ended with {await served._run}: {served.Error}");
        served.Address = (await line)["address  ".Length..];
        served.Client.BaseAddress = new Uri(served.Address + "/");
        return served;
    }

    public async Task<string> PostAsync(string json, CancellationToken cancellationToken)
    {
        using var body = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await Client.PostAsync("graphql", body, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>As a signal would; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _stop.Dispose();
        await Output.DisposeAsync();
        await Error.DisposeAsync();
    }
}
