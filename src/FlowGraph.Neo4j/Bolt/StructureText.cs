using System.Globalization;
using System.Text;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Dates, times and points as the texts that the Query API has for them. A release holds dates only; others are there where somebody changed the database.</summary>
internal static class StructureText
{
    private const long SecondsOfDay = 86_400;
    private const long NanosecondsOfSecond = 1_000_000_000;

    /// <summary>The fields of the structure whose head was read last.</summary>
    /// <exception cref="NotSupportedException">It is a node, a relationship, a path, or unknown.</exception>
    public static string Read(ref PackStreamReader reader) => ((char)reader.Tag, reader.Count) switch
    {
        ('D', 1) => Day(Integer(ref reader)),
        ('t', 1) => Time(Integer(ref reader)),
        ('T', 2) => Time(Integer(ref reader)) + Offset(Integer(ref reader)),
        ('d', 2) => Moment(Integer(ref reader), Integer(ref reader)),
        ('I', 3) => Zoned(Integer(ref reader), Integer(ref reader), Integer(ref reader)),
        ('i', 3) => Zoned(Integer(ref reader), Integer(ref reader), Text(ref reader)),
        ('E', 4) => Duration(Integer(ref reader), Integer(ref reader), Integer(ref reader), Integer(ref reader)),
        ('X', 3) => $"{Srid(ref reader)};POINT ({Float(ref reader)} {Float(ref reader)})",
        ('Y', 4) => $"{Srid(ref reader)};POINT Z ({Float(ref reader)} {Float(ref reader)} {Float(ref reader)})",
        var (tag, _) => throw new NotSupportedException($"The answer holds a structure '{tag}'; a statement has to return values, not nodes or relationships."),
    };

    private static string Day(long days) => days is > -719_163 and < 2_932_897
        ? DateOnly.FromDayNumber((int)days + 719_162).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{days} days from 1970-01-01");

    private static string Time(long nanoseconds)
    {
        var (second, fraction) = Math.DivRem(nanoseconds, NanosecondsOfSecond);
        return FormattableString.Invariant($"{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}{(fraction == 0 ? "" : $".{fraction:000000000}".TrimEnd('0'))}");
    }

    private static string Moment(long seconds, long nanoseconds)
    {
        var days = (long)Math.Floor((decimal)seconds / SecondsOfDay);
        return $"{Day(days)}T{Time((seconds - days * SecondsOfDay) * NanosecondsOfSecond + nanoseconds)}";
    }

    private static string Zoned(long seconds, long nanoseconds, long offset) => Moment(seconds + offset, nanoseconds) + Offset(offset);

    private static string Zoned(long seconds, long nanoseconds, string zone)
    {
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && seconds is > -62_000_000_000 and < 253_000_000_000;
        return Zoned(seconds, nanoseconds, isKnown ? (long)found!.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(seconds)).TotalSeconds : 0); // found where it is known
    }

    private static string Offset(long seconds)
    {
        if (seconds == 0)
            return "Z";
        var size = Math.Abs(seconds);
        return FormattableString.Invariant($"{(seconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}{(size % 60 == 0 ? "" : $":{size % 60:00}")}");
    }

    private static string Duration(long months, long days, long seconds, long nanoseconds)
    {
        var text = new StringBuilder("P");
        Part(months / 12, 'Y');
        Part(months % 12, 'M');
        Part(days, 'D');
        var total = seconds + (decimal)nanoseconds / NanosecondsOfSecond;
        if (total != 0)
            text.Append('T');
        Part(decimal.Truncate(total / 3600), 'H');
        Part(decimal.Truncate(total / 60) % 60, 'M');
        Part(total % 60, 'S');
        return text.Length > 1 ? text.ToString() : "PT0S";

        void Part(decimal number, char unit)
        {
            if (number != 0)
                text.Append(CultureInfo.InvariantCulture, $"{number:0.#########}{unit}");
        }
    }

    private static string Srid(ref PackStreamReader reader) => FormattableString.Invariant($"SRID={Integer(ref reader)}");

    private static long Integer(ref PackStreamReader reader)
    {
        Expect(ref reader, PackStreamKind.Integer);
        return reader.Integer;
    }

    private static string Float(ref PackStreamReader reader)
    {
        Expect(ref reader, PackStreamKind.Float);
        return JsonFloat.Text(reader.Float);
    }

    private static string Text(ref PackStreamReader reader)
    {
        Expect(ref reader, PackStreamKind.Text);
        return Encoding.UTF8.GetString(reader.Span);
    }

    private static void Expect(ref PackStreamReader reader, PackStreamKind kind)
    {
        reader.Read();
        if (reader.Kind != kind)
            throw new InvalidDataException($"A date, time or point has a {reader.Kind} where a {kind} belongs.");
    }
}
