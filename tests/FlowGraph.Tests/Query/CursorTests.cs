using System.Collections.Immutable;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using Xunit;

namespace FlowGraph.Tests.Query;

public sealed class CursorTests
{
    private const int Seed = 13;

    private const string Binding = "vessels:name+";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n.é";

    [Fact]
    public void Reads_back_as_it_was()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 3_000; i++)
        {
            var cursor = Random(random);

            var text = cursor.Encode(Binding);
            var read = Cursor.Decode(text, Binding, cursor.Values.Length, "after");

            Assert.True(AreEqual(cursor, read), $"Seed {Seed}, cursor {i}: {text}.");
            Assert.DoesNotContain(text, letter => !(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        }
    }

    [Fact]
    public void One_wrong_character_is_refused_or_changes_nothing()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20; i++)
        {
            var cursor = Random(random);
            var text = cursor.Encode(Binding);
            for (var at = 0; at < text.Length; at++)
            {
                foreach (var letter in Alphabet)
                    AssertSafe(text[..at] + letter + text[(at + 1)..], cursor);
                AssertSafe(text.Remove(at, 1), cursor);
                AssertSafe(text.Insert(at, "A"), cursor);
            }
        }
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var text = random.Next(2) == 0 ? RandomTexts.Next(random, 40) : Convert.ToBase64String(Bytes(random)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

            Assert.Throws<RequestException>(() => Cursor.Decode(text, Binding, 1, "after"));
        }
    }

    [Fact]
    public void Is_good_for_its_own_field_and_order_only()
    {
        var text = new Cursor([SortValue.Of("Chon Ma San")], "vessel:chon-ma-san", "").Encode(Binding);

        foreach (var other in (string[])["vessels:name-", "vessels:id+", "vessels:", "ports:name+", "vessels:name+,id+", ""])
        {
            var fault = Assert.Throws<RequestException>(() => Cursor.Decode(text, other, 1, "vessels(after)"));
            Assert.Equal("BAD_USER_INPUT", fault.Diagnostics[0].Code);
            Assert.Contains("vessels(after)", fault.Diagnostics[0].Message, StringComparison.Ordinal);
        }
        Assert.Throws<RequestException>(() => Cursor.Decode(text, Binding, 2, "after"));
    }

    private static void AssertSafe(string text, Cursor cursor)
    {
        Cursor read;
        try
        {
            read = Cursor.Decode(text, Binding, cursor.Values.Length, "after");
        }
        catch (RequestException)
        {
            return;
        }
        Assert.True(AreEqual(cursor, read), $"Seed {Seed}: {text} was read as another place.");
    }

    private static Cursor Random(Random random)
    {
        SortValue Value() => random.Next(3) switch
        {
            0 => SortValue.Missing,
            1 => SortValue.Of(RandomTexts.Next(random)),
            _ => SortValue.Of(RandomTexts.Number(random)),
        };
        var values = Enumerable.Range(0, random.Next(4)).Select(_ => Value()).ToImmutableArray();
        return new(values, $"vessel:{random.Next()}", random.Next(2) == 0 ? "" : $"carried-by:{random.Next()}");
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static bool AreEqual(Cursor x, Cursor y) => x.Id == y.Id && x.Tie == y.Tie && x.Values.SequenceEqual(y.Values);
}
