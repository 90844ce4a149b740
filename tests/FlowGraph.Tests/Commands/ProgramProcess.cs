using System.Diagnostics;
using FlowGraph.TestKit;

namespace FlowGraph.Tests.Commands;

/// <summary>The built executable, started at the root of the checkout.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process _process;
    private Task<int> _ended = Task.FromResult(0);

    private ProgramProcess(Process process) => _process = process;

    public WatchedWriter Output { get; } = new();

    public WatchedWriter Error { get; } = new();

    public static ProgramProcess Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "flowgraph.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FLOWGRAPH_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new ProgramProcess(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => Pass(line.Data, program.Output);
        program._process.ErrorDataReceived += (_, line) => Pass(line.Data, program.Error);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        program._ended = program.WatchAsync();
        return program;
    }

    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{_process.Id}")]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>The exit code.</summary>
    public Task<int> EndAsync(CancellationToken cancellationToken) => _ended.WaitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        Output.Dispose();
        Error.Dispose();
    }

    // The only place that asks for the exit code: two threads that ask at once may be told 0, whatever it was.
    private async Task<int> WatchAsync()
    {
        await _process.WaitForExitAsync();
        var code = _process.ExitCode;
        var why = FormattableString.Invariant($"The program ended with {code}. {Error}");
        Output.Finish(why);
        Error.Finish(why);
        return code;
    }

    private static void Pass(string? line, WatchedWriter writer)
    {
        if (line is not null)
            writer.Write(line + "\n");
    }
}
