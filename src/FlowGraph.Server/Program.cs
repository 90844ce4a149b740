using System.Runtime.InteropServices;
using FlowGraph.Model.Structure;
using FlowGraph.Server.Commands;

using var stop = new CancellationTokenSource();
var interrupted = false;

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    interrupted = true;
    Stop(signal);
});
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Every command needs the model, and reading it takes as long as the command line and the configuration do.
_ = Task.Run(() => ShippedModel.Instance);
var code = await CommandLine.RunAsync(args, CommandSurroundings.OfProcess(), stop.Token);
return interrupted ? ExitCode.Interrupted : code;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
