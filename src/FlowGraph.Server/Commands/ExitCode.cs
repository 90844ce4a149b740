namespace FlowGraph.Server.Commands;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input has faults, or the answer is "no".</summary>
    public const int No = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>A service could not be reached.</summary>
    public const int Unreachable = 3;

    public const int Interrupted = 130;
}
