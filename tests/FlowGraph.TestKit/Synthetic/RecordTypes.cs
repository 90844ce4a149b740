using System.Collections.Immutable;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>A type of records: how its ids begin, which file it fills, how much of all it is.</summary>
/// <param name="Share">Of a hundred records; what is left over goes to the shipments.</param>
internal sealed record RecordType(string Prefix, string File, double Share)
{
    /// <summary>More there are not, in however large a dataset.</summary>
    public int Most { get; init; } = int.MaxValue;

    public bool IsFact { get; init; }
}

/// <summary>The records of one type: consecutive numbers, so that a number alone names a record.</summary>
internal sealed record RecordRange(RecordType Type, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>The types of the shipped model in the order of the files. Shares are near those of <c>data/oil-for-troops</c>, with more that moves.</summary>
internal static class RecordTypes
{
    public static readonly RecordType State = new("state", "states", 1) { Most = CodesOf.UserAssigned };
    public static readonly RecordType Port = new("port", "ports", 2);
    public static readonly RecordType Facility = new("facility", "facilities", 1.5);
    public static readonly RecordType Area = new("area", "areas", 0.8);
    public static readonly RecordType Vessel = new("vessel", "vessels", 8);
    public static readonly RecordType Organization = new("org", "organizations", 6);
    public static readonly RecordType Person = new("person", "people", 3);
    public static readonly RecordType Unit = new("unit", "militaryUnits", 1);
    public static readonly RecordType Shipment = new("shipment", "shipments", 10) { IsFact = true };
    public static readonly RecordType Arms = new("arms", "armsTransfers", 6.5) { IsFact = true };
    public static readonly RecordType Deployment = new("deployment", "troopDeployments", 3) { IsFact = true };
    public static readonly RecordType Exchange = new("exchange", "exchanges", 0.1) { IsFact = true };
    public static readonly RecordType Sighting = new("sighting", "sightings", 3.5) { IsFact = true };
    public static readonly RecordType Designation = new("designation", "designations", 5) { IsFact = true };
    public static readonly RecordType Agreement = new("agreement", "agreements", 0.6) { IsFact = true };
    public static readonly RecordType Cap = new("cap", "caps", 0.2) { IsFact = true };
    public static readonly RecordType Statement = new("statement", "statements", 1) { IsFact = true };
    public static readonly RecordType Occurrence = new("occurrence", "occurrences", 1.2) { IsFact = true };
    public static readonly RecordType Dispute = new("dispute", "disputes", 1.2) { IsFact = true };
    public static readonly RecordType Claim = new("claim", "claims", 21) { IsFact = true };
    public static readonly RecordType Source = new("source", "sources", 24);

    public static readonly ImmutableArray<RecordType> All =
    [
        State, Port, Facility, Area, Vessel, Organization, Person, Unit, Shipment, Arms, Deployment, Exchange, Sighting, Designation, Agreement, Cap,
        Statement, Occurrence, Dispute, Claim, Source,
    ];
}
