using System.ComponentModel;
using System.Diagnostics;

namespace FlowGraph.Benchmarks;

/// <summary>Programs on the PATH.</summary>
internal static class Installed
{
    public static bool Has(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
