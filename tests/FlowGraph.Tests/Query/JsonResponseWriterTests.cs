using System.Text;
using System.Text.Json;
using FlowGraph.Query.Response;
using Xunit;

namespace FlowGraph.Tests.Query;

public sealed class JsonResponseWriterTests
{
    private const int Seed = 11;

    [Fact]
    public void Texts_read_back_as_they_were()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var text = RandomTexts.Next(random, i % 100 == 0 ? 3_000 : 20);
            using var writer = new JsonResponseWriter();

            writer.Text(text);

            Assert.True(Read(writer).GetString() == text, $"Seed {Seed}, text {i}.");
        }
    }

    [Theory]
    [InlineData("\n", "\"\\n\"")]
    [InlineData("\u0001", "\"\\u0001\"")]
    [InlineData("\u001f", "\"\\u001f\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("/\u2028é", "\"/\u2028é\"")]
    public void Only_what_must_be_escaped_is_escaped(string text, string expected)
    {
        using var writer = new JsonResponseWriter();

        writer.Text(text);

        Assert.Equal(expected, Encoding.UTF8.GetString(writer.Written));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_the_json()
    {
        using var writer = new JsonResponseWriter();

        writer.Text("a\ud800b");

        Assert.Equal("a\ufffdb", Read(writer).GetString());
    }

    [Fact]
    public void Numbers_read_back_as_they_were()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var number = RandomTexts.Number(random);
            using var writer = new JsonResponseWriter();

            writer.Number(number);

            // Zero has no sign in an answer.
            Assert.True(Read(writer).GetDouble() == number, $"Seed {Seed}, number {i}: {number:R} was written as {Encoding.UTF8.GetString(writer.Written)}.");
        }
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(-15279.0, "-15279")]
    [InlineData(1000000.0, "1000000")]
    [InlineData(0.1, "0.1")]
    [InlineData(131.88, "131.88")]
    public void Whole_numbers_have_no_point(double number, string expected)
    {
        using var writer = new JsonResponseWriter();

        writer.Number(number);

        Assert.Equal(expected, Encoding.UTF8.GetString(writer.Written));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Integers_read_back_as_they_were(int number)
    {
        using var writer = new JsonResponseWriter();

        writer.Number(number);

        Assert.Equal(number, Read(writer).GetInt32());
    }

    [Fact]
    public void Dates_are_written_in_iso_form()
    {
        using var writer = new JsonResponseWriter();

        writer.Date(new DateOnly(987, 6, 5));

        Assert.Equal("\"0987-06-05\"", Encoding.UTF8.GetString(writer.Written));
    }

    [Fact]
    public void Takes_back_what_was_written_after_a_mark()
    {
        var random = new Random(Seed);
        using var writer = new JsonResponseWriter();
        writer.Byte((byte)'[');
        for (var i = 0; i < 200; i++)
        {
            var mark = writer.Position;
            if (i > 0)
                writer.Byte((byte)',');
            writer.Text(RandomTexts.Next(random, 500));
            writer.Reset(mark);
            if (i > 0)
                writer.Byte((byte)',');
            writer.Number(i);
        }
        writer.Byte((byte)']');

        Assert.Equal(Enumerable.Range(0, 200), Read(writer).EnumerateArray().Select(item => item.GetInt32()));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void No_response_is_longer_than_the_limit(int limit)
    {
        using var writer = new JsonResponseWriter(limit);
        var random = new Random(Seed);

        var fault = Assert.Throws<ResponseTooLargeException>(() =>
        {
            while (writer.Position <= limit)
            {
                writer.Text(RandomTexts.Next(random, 30));
                writer.Number(random.Next());
                writer.Number(random.NextDouble());
                writer.Raw("null,"u8);
                writer.Date(new DateOnly(2024, 3, 7));
            }
        });

        Assert.InRange(writer.Position, 0, limit);
        Assert.Equal(limit, fault.Allowed);
        Assert.True(fault.Found > limit);
    }

    [Fact]
    public void A_response_may_be_as_long_as_the_limit()
    {
        using var writer = new JsonResponseWriter(100);

        writer.Raw(new byte[100]);

        Assert.Equal(100, writer.Written.Length);
        Assert.Throws<ResponseTooLargeException>(() => writer.Byte(1));
    }

    private static JsonElement Read(JsonResponseWriter writer)
    {
        using var document = JsonDocument.Parse(writer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
