using System.Text.Json;
using System.Text.Json.Serialization;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>A snapshot as a row of blocks, and back. Both directions take the parts in one order.</summary>
internal static class SnapshotBlocks
{
    public static void Save(Snapshot snapshot, BlockWriter file)
    {
        file.Add(Block.Of(JsonSerializer.SerializeToUtf8Bytes(snapshot.Release, ReleaseJson.Default.ReleaseInfo)));
        snapshot.Tables.Save(file);
        file.Add(snapshot.IdRank);
        foreach (var (leaving, arriving) in snapshot.ByEdgeType)
        {
            leaving.Save(file);
            arriving.Save(file);
        }
        snapshot.Ends.Save(file);
        snapshot.Ids.Save(file);
        snapshot.FactKeys.Save(file);
        foreach (var (_, property) in Keys(snapshot.Tables))
            snapshot.NaturalKeys[property].Save(file);
        snapshot.Citations.Save(file);
        snapshot.Claims.Save(file);
        file.Add(snapshot.Degree);
        snapshot.Retracted.Save(file);
        file.Number(snapshot.HasRetracted ? 1 : 0);
    }

    /// <exception cref="InvalidDataException">The blocks are not those of a snapshot of this model.</exception>
    public static Snapshot Load(GraphModel model, BlockReader file)
    {
        var release = Release(file.Next<byte>());
        var tables = new RecordTables(model, file);
        var rank = file.Next<int>();
        (Adjacency Out, Adjacency In)[] byEdgeType = [.. model.EdgeTypes.Select(_ => (new Adjacency(file), new Adjacency(file)))];
        return new()
        {
            Model = model,
            Release = release,
            Tables = tables,
            IdRank = rank,
            ByEdgeType = byEdgeType,
            Ends = new(model, byEdgeType, _ => (new(file), new(file))),
            Ids = new(file, tables.IdBytes),
            FactKeys = new(file, tables.KeyBytes),
            NaturalKeys = NaturalKeys(tables, (table, property) => new(file, table.BytesOf(property))),
            Citations = new(file),
            Claims = new(file),
            Degree = file.Next<int>(),
            Retracted = new(file),
            HasRetracted = file.Number() != 0,
        };
    }

    /// <summary>An index for each natural key, made in the order of their declaration.</summary>
    public static Dictionary<PropertyDefinition, IdIndex> NaturalKeys(RecordTables tables, Func<NodeTable, PropertyDefinition, IdIndex> index)
    {
        var keys = new Dictionary<PropertyDefinition, IdIndex>(ReferenceEqualityComparer.Instance);
        foreach (var (table, property) in Keys(tables))
            keys[property] = index(table, property);
        return keys;
    }

    private static IEnumerable<(NodeTable Table, PropertyDefinition Property)> Keys(RecordTables tables) =>
        tables.Nodes.SelectMany(table => table.Type.Properties.Where(property => property.IsKey).Select(property => (table, property)));

    private static ReleaseInfo Release(Block<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, ReleaseJson.Default.ReleaseInfo) ?? throw new InvalidDataException("It says nothing of its release.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("What it says of its release is no JSON.", fault);
        }
    }
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ReleaseInfo))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
