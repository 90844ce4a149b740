using System.Globalization;

namespace FlowGraph.Neo4j.Client;

/// <summary>A number that Neo4j reads as FLOAT: 5 would become an INTEGER, 5.0 does not.</summary>
public static class JsonFloat
{
    public static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
