using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Tests.Bolt;

/// <summary>Values of all kinds and sizes: integers about every power of two, texts in any script, long lists, nested ones.</summary>
internal sealed class RandomJson(int seed)
{
    private const int MostDepth = 5;

    private static readonly int[] _lengths = [0, 1, 15, 16, 17, 255, 256, 300];

    private readonly Random _random = new(seed);

    public JsonNode? Value(int depth) => _random.Next(depth < MostDepth ? 9 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(2) == 0),
        2 or 3 => JsonValue.Create(Integer()),
        4 => Float(),
        5 or 6 => JsonValue.Create(Text()),
        7 => new JsonArray([.. Enumerable.Range(0, Length(depth)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, Length(depth)).Select(i => KeyValuePair.Create(FormattableString.Invariant($"{i}:{Text()}"), Value(depth + 1)))),
    };

    private long Integer()
    {
        var power = 1L << _random.Next(63);
        return (power + _random.Next(-2, 3)) * (_random.Next(2) == 0 ? 1 : -1);
    }

    private JsonNode Float()
    {
        double number;
        do
            number = BitConverter.Int64BitsToDouble(_random.NextInt64(long.MinValue, long.MaxValue));
        while (!double.IsFinite(number));
        return JsonNode.Parse(JsonFloat.Text(_random.Next(3) == 0 ? _random.Next(-1000, 1000) : number))!; // a number is never null
    }

    private int Length(int depth) => depth == 0 ? _lengths[_random.Next(_lengths.Length)] : _random.Next(4);

    private string Text()
    {
        var text = new StringBuilder();
        for (var left = _random.Next(8) == 0 ? _lengths[_random.Next(_lengths.Length)] : _random.Next(12); left > 0; left--)
            text.Append(Character());
        return text.ToString();
    }

    private Rune Character()
    {
        Rune found;
        while (!Rune.TryCreate(_random.Next(5) switch { 0 => _random.Next(0x20), 1 => _random.Next(0x10000, 0x110000), 2 => _random.Next(0x80, 0x10000), _ => _random.Next(0x20, 0x80) }, out found))
        {
        }
        return found;
    }
}
