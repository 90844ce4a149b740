using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Paging;

/// <summary>A place in an order: the sort values of a row, then its ids. It names no position, so it stays right when records are added.</summary>
/// <param name="Values">One per component of the order.</param>
/// <param name="Id">The node's id.</param>
/// <param name="Tie">The edge's id where rows are edges; else empty.</param>
public sealed record Cursor(ImmutableArray<SortValue> Values, string Id, string Tie)
{
    private const int CheckLength = 6;

    /// <summary>Opaque text: URL-safe, bound to <paramref name="binding"/>, with a check so that a damaged one is told apart.</summary>
    public string Encode(string binding)
    {
        var buffer = new ArrayBufferWriter<byte>(96);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(Id);
            json.WriteStringValue(Tie);
            foreach (var value in Values)
            {
                if (value.IsMissing)
                    json.WriteNullValue();
                else if (value.Text is not null)
                    json.WriteStringValue(value.Text);
                else
                    json.WriteNumberValue(value.Number);
            }
            json.WriteEndArray();
        }
        var bytes = new byte[CheckLength + buffer.WrittenCount];
        Check(binding, buffer.WrittenSpan).CopyTo(bytes.AsSpan());
        buffer.WrittenSpan.CopyTo(bytes.AsSpan(CheckLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="RequestException">BAD_USER_INPUT: damaged, or cut from another field or order.</exception>
    public static Cursor Decode(string text, string binding, int parts, string path)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length > CheckLength && Check(binding, bytes.AsSpan(CheckLength)).SequenceEqual(bytes.AsSpan(0, CheckLength)))
            {
                using var json = JsonDocument.Parse(bytes.AsMemory(CheckLength));
                var items = json.RootElement;
                if (items.ValueKind == JsonValueKind.Array && items.GetArrayLength() == parts + 2)
                    return new([.. items.EnumerateArray().Skip(2).Select(Value)], items[0].GetString()!, items[1].GetString()!);
            }
        }
        catch (FormatException)
        {
            // Answered below, like every other text that is no cursor of this field and order.
        }
        throw new RequestException(ErrorCodes.BadUserInput,
            $"{path}: found a cursor that is damaged or was cut from another field or order, expected an endCursor or cursor of this field in this order.",
            "Ask for the first page again, without the cursor.");
    }

    private static SortValue Value(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Null => SortValue.Missing,
        JsonValueKind.String => SortValue.Of(item.GetString()),
        _ => SortValue.Of(item.GetDouble()),
    };

    private static ReadOnlySpan<byte> Check(string binding, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(binding));
        hash.AppendData([0]);
        hash.AppendData(payload);
        return hash.GetHashAndReset().AsSpan(0, CheckLength);
    }
}
