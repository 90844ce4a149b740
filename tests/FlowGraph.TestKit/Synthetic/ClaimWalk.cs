using System.Collections.Immutable;
using static FlowGraph.TestKit.Synthetic.RecordTypes;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>What is claimed of a type's records.</summary>
/// <param name="Share">Of a hundred claims.</param>
/// <param name="Unit">Null: words, no figure.</param>
/// <param name="Figure">The size of a usual figure.</param>
internal sealed record ClaimedProperty(RecordType Type, string Name, int Share, string? Unit = null, int Figure = 0);

/// <summary>One claim among those of one property of one record.</summary>
/// <param name="Set">The number of the set's first claim.</param>
internal readonly record struct DrawnClaim(int Number, ClaimedProperty Property, int Subject, int Set, int Position, int Size);

/// <summary>All claims of a dataset, in the order of their numbers.</summary>
internal sealed class ClaimWalk(SyntheticNumbers numbers, ulong seed)
{
    /// <summary>Shares near those of <c>data/oil-for-troops</c>.</summary>
    public static readonly ImmutableArray<ClaimedProperty> Properties =
    [
        new(Shipment, "barrels", 14, "BARRELS", 20_000),
        new(Shipment, "weight", 5, "TONNES", 4_000),
        new(Shipment, "trips", 4, "VOYAGES", 8),
        new(Arms, "quantity", 14, "CONTAINERS", 300),
        new(Arms, "containers", 5, "CONTAINERS", 200),
        new(Arms, "voyages", 3, "VOYAGES", 6),
        new(Deployment, "personnel", 9, "PERSONS", 1_200),
        new(Vessel, "deadweight", 7, "DEADWEIGHT_TONNES", 6_000),
        new(Vessel, "flag", 4),
        new(Unit, "killed", 2, "PERSONS", 100),
        new(Designation, "targetCount", 11, "TARGETS", 12),
        new(Occurrence, "workers", 2, "PERSONS", 400),
        new(Sighting, "when", 6),
        new(Person, "role", 4),
        new(Port, "assessment", 4),
        new(Organization, "established", 6),
    ];

    public IEnumerable<DrawnClaim> Claims()
    {
        var range = numbers[Claim];
        var number = range.First;
        var shares = 0;
        foreach (var property in Properties)
        {
            shares += property.Share;
            var end = range.First + (int)((long)range.Count * shares / 100);
            var subjects = numbers[property.Type];
            var count = end - number;
            for (var set = 0; number < end; set++)
            {
                var dice = new Dice(seed, Throw.Claims, (ulong)number);
                var size = dice.Of<int>((62, 1), (25, 2), (13, 3));
                // The last subject takes what is left: a property of one record has one set.
                if (set >= subjects.Count - 1)
                    size = end - number;
                size = Math.Min(size, end - number);
                var subject = subjects.First + (count <= subjects.Count ? (int)((long)set * subjects.Count / count) : Math.Min(set, subjects.Count - 1));
                for (var position = 0; position < size; position++)
                    yield return new(number + position, property, subject, number, position, size);
                number += size;
            }
        }
    }
}
