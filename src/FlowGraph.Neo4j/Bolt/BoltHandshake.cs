using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>The first bytes of a connection: both sides agree on a version of Bolt.</summary>
internal static class BoltHandshake
{
    // Bolt by its magic number; 5.8 and the seven versions before it, which all log on in a message of its own; no other choice.
    private static readonly byte[] _offer = [0x60, 0x60, 0xB0, 0x17, 0, 7, 8, 5, .. new byte[12]];

    /// <exception cref="Neo4jException">What answers speaks none of these versions.</exception>
    public static async Task RunAsync(Stream stream, Neo4jAddress address, CancellationToken cancellationToken)
    {
        var choice = new byte[4];
        try
        {
            await stream.WriteAsync(_offer, cancellationToken);
            await stream.ReadExactlyAsync(choice, cancellationToken);
        }
        catch (IOException closed)
        {
            throw BoltErrors.Closed(address, closed);
        }
        if (choice.AsSpan().SequenceEqual("HTTP"u8))
            throw BoltErrors.SpeaksHttp(address);
        if (choice is [0, 0, 0, 0])
            throw BoltErrors.TooOld(address);
        if (choice is not [0, 0, >= 1 and <= 8, 5])
            throw BoltErrors.OfForeign(address);
    }
}
