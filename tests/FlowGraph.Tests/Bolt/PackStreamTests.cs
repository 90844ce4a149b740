using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Neo4j.Bolt;
using Xunit;

namespace FlowGraph.Tests.Bolt;

/// <summary>JSON → PackStream → JSON is the same again.</summary>
public sealed class PackStreamTests
{
    private const int Values = 3000;

    private static readonly JsonWriterOptions _options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Values_made_at_random_come_back_the_same()
    {
        for (var seed = 1; seed <= Values; seed++)
        {
            var value = new RandomJson(seed).Value(0);
            var text = Text(value);

            var back = RoundTrip(text);

            Assert.True(text == back, $"Seed {seed}: {text}\n{back}");
        }
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(-16, "F0")]
    [InlineData(127, "7F")]
    [InlineData(-17, "C8EF")]
    [InlineData(-128, "C880")]
    [InlineData(128, "C90080")]
    [InlineData(-129, "C9FF7F")]
    [InlineData(-32768, "C98000")]
    [InlineData(32768, "CA00008000")]
    [InlineData(-2147483648, "CA80000000")]
    [InlineData(2147483648, "CB0000000080000000")]
    [InlineData(long.MinValue, "CB8000000000000000")]
    [InlineData(long.MaxValue, "CB7FFFFFFFFFFFFFFF")]
    public void Integer_takes_the_least_room(long number, string bytes)
    {
        using var buffer = new PooledBuffer();
        new PackStreamWriter(buffer).Integer(number);

        Assert.Equal(bytes, Convert.ToHexString(buffer.Written.Span));
        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Json(buffer));
    }

    [Theory]
    [InlineData(0, "80")]
    [InlineData(15, "8F")]
    [InlineData(16, "D010")]
    [InlineData(255, "D0FF")]
    [InlineData(256, "D10100")]
    [InlineData(65535, "D1FFFF")]
    [InlineData(65536, "D200010000")]
    public void Text_has_its_length_before_it(int length, string head)
    {
        using var buffer = new PooledBuffer();
        var text = new string('я', length / 2) + new string('x', length % 2);
        new PackStreamWriter(buffer).Text(text);

        Assert.StartsWith(head, Convert.ToHexString(buffer.Written.Span[..Math.Min(5, buffer.Length)]), StringComparison.Ordinal);
        Assert.Equal(Text(JsonValue.Create(text)), Json(buffer));
    }

    [Theory]
    [InlineData("5.0")]
    [InlineData("-0.0")]
    [InlineData("1E+300")]
    [InlineData("0.1")]
    [InlineData("[1,1.0]")]
    public void Float_stays_a_float_and_an_integer_an_integer(string json) => Assert.Equal(json, RoundTrip(json));

    [Theory]
    [InlineData("too little of a text", "85616263")]
    [InlineData("too little of an integer", "CB00")]
    [InlineData("too few items", "9301")]
    [InlineData("a length below nothing", "D2FFFFFFFF")]
    [InlineData("no marker", "C4")]
    [InlineData("a number for a name", "A10101")]
    [InlineData("a date without its day", "B144")]
    [InlineData("a date of text", "B14481FF")]
    [InlineData("nothing at all", "")]
    public void Broken_bytes_are_refused(string what, string bytes)
    {
        var refusal = Record.Exception(() => Json(Convert.FromHexString(bytes)));

        Assert.True(refusal is InvalidDataException, $"{what}: {refusal}");
    }

    [Fact]
    public void Cut_off_anywhere_is_refused()
    {
        var whole = Packed("""{"a":[1,-300,70000,5000000000,1.5,null,true,"Чонма-сан 천마산 😀",{"b":[]}]}""");

        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Json(whole.AsSpan(0, length)));
    }

    [Fact]
    public void Nested_without_end_is_refused()
    {
        var bytes = new byte[100_000];
        bytes.AsSpan().Fill(0x91);

        Assert.Throws<InvalidDataException>(() => Json(bytes));
    }

    [Theory]
    [InlineData("B14400", "\"1970-01-01\"")]
    [InlineData("B144C94D0C", "\"2024-01-02\"")]
    [InlineData("B144CA7FFFFFFF", "\"2147483647 days from 1970-01-01\"")]
    [InlineData("B44514F00000", "\"P1Y8M-16D\"")]
    public void Dates_and_the_like_are_texts(string bytes, string json) => Assert.Equal(json, Json(Convert.FromHexString(bytes)));

    [Fact]
    public void Node_is_no_value() => Assert.Throws<NotSupportedException>(() => Json(Convert.FromHexString("B44E0190A08131")));

    [Fact]
    public void Value_that_nobody_wants_is_passed_over()
    {
        var reader = new PackStreamReader(Packed("""[{"a":[1,[2,3],{"b":{}}]},"next"]"""));
        reader.Read();
        reader.Read();

        reader.Skip();

        reader.Read();
        Assert.Equal("next", Encoding.UTF8.GetString(reader.Span));
        Assert.True(reader.IsAtEnd);
    }

    private static string RoundTrip(string json) => Json(Packed(json));

    private static byte[] Packed(string json)
    {
        using var buffer = new PooledBuffer(16);
        PackStreamJson.Write(new PackStreamWriter(buffer), Encoding.UTF8.GetBytes(json));
        return buffer.Written.ToArray();
    }

    private static string Json(PooledBuffer buffer) => Json(buffer.Written.Span);

    private static string Json(ReadOnlySpan<byte> packed)
    {
        using var buffer = new PooledBuffer(16);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            var reader = new PackStreamReader(packed);
            PackStreamJson.Write(json, ref reader);
            if (!reader.IsAtEnd)
                throw new InvalidDataException("Something is left.");
        }
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static string Text(JsonNode? value)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            if (value is null)
                json.WriteNullValue();
            else
                value.WriteTo(json);
        }
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
