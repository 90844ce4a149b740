using System.Text;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>What is wrong with a server, or with what it was asked, as Bolt says it.</summary>
internal static class BoltErrors
{
    /// <summary>The map of a FAILURE, which comes next.</summary>
    public static Neo4jException OfFailure(ref PackStreamReader reader, Neo4jAddress address)
    {
        var (code, message) = ("", "no reason given");
        reader.Read();
        for (var left = reader.Kind == PackStreamKind.Map ? reader.Count : 0; left > 0; left--)
        {
            var name = reader.ReadName();
            // Since 5.7 the code has a second name.
            var isCode = name.SequenceEqual("code"u8) || name.SequenceEqual("neo4j_code"u8);
            var isMessage = name.SequenceEqual("message"u8);
            reader.Read();
            if (isCode && reader.Kind == PackStreamKind.Text)
                code = Encoding.UTF8.GetString(reader.Span);
            else if (isMessage && reader.Kind == PackStreamKind.Text)
                message = Encoding.UTF8.GetString(reader.Span);
            else
                reader.Skip();
        }
        return ServerErrors.Of(code, message, address);
    }

    public static Neo4jException SpeaksHttp(Neo4jAddress address) => new(
        Neo4jFault.UnsupportedServer,
        $"What answers at {ServerErrors.Server(address)} speaks HTTP, not Bolt; name the Bolt address of the server, usually with port 7687, or write http://{address.Url.Authority}.");

    public static Neo4jException TooOld(Neo4jAddress address) => new(
        Neo4jFault.UnsupportedServer, $"The server at {ServerErrors.Server(address)} speaks no version of Bolt from 5.1 to 5.8; Neo4j {ServerCheck.OldestVersion} or newer is needed.");

    public static Neo4jException Closed(Neo4jAddress address, Exception inner) => new(
        Neo4jFault.Unreachable,
        $"Neo4j at {ServerErrors.Server(address)} closed the connection at once; try again, or write {BoltAddress.EncryptedScheme}:// if it asks for encryption.", inner: inner);

    public static Neo4jException OfForeign(Neo4jAddress address, Exception? inner = null) => new(
        Neo4jFault.UnsupportedServer,
        $"What answers at {ServerErrors.Server(address)} does not speak Bolt as Neo4j does; name the Bolt address of a Neo4j {ServerCheck.OldestVersion} or newer.", inner: inner);
}
