using System.Collections.Immutable;
using static FlowGraph.TestKit.Synthetic.RecordTypes;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Which values an edge has beside its ends.</summary>
internal enum TieValues
{
    None,
    Call,
    Basis,
    Tie,
    Position,
    Party,
}

/// <summary>What a tie leads to, and how unequal those targets are.</summary>
/// <param name="Share">Of a hundred edges of the tie.</param>
/// <param name="Skew">See <see cref="Dice.Ranked"/>; 0: to an earlier record of the same type, which keeps wholes out of their parts.</param>
internal sealed record TieTarget(RecordType Type, int Share, int Skew);

/// <summary>The edges of one type that start at one type of records.</summary>
/// <param name="Mean">How many leave a record, before the dataset's density is applied.</param>
internal sealed record Tie(string Prefix, RecordType From, double Mean, TieValues Values, params ImmutableArray<TieTarget> Targets)
{
    /// <summary>The model allows one of it; with a mean of 1 it also wants one.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Every record has one, whatever the density.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>All ties in the order of the edges' ids. States, ports, vessels and offices are the hubs, as in <c>data/oil-for-troops</c>.</summary>
internal static class Ties
{
    private static readonly TieTarget _state = new(State, 100, 3);
    private static readonly ImmutableArray<TieTarget> _places = [new(Port, 76, 3), new(Facility, 14, 2), new(Area, 6, 2), new(State, 4, 2)];
    private static readonly ImmutableArray<TieTarget> _areas = [new(Area, 70, 3), new(Facility, 15, 2), new(State, 15, 2)];
    private static readonly ImmutableArray<TieTarget> _actors = [new(State, 60, 3), new(Organization, 30, 3), new(Unit, 10, 2)];
    private static readonly ImmutableArray<TieTarget> _people = [new(Person, 50, 2), new(Organization, 30, 2), new(State, 20, 3)];
    private static readonly ImmutableArray<TieTarget> _targets = [new(Organization, 35, 1), new(Vessel, 45, 2), new(Person, 20, 1)];
    private static readonly ImmutableArray<TieTarget> _movements = [new(Shipment, 50, 2), new(Arms, 30, 2), new(Deployment, 20, 2)];
    private static readonly ImmutableArray<TieTarget> _anything = [new(Shipment, 35, 2), new(Arms, 25, 2), new(Deployment, 10, 2), new(Vessel, 15, 2), new(Port, 15, 2)];

    public static readonly ImmutableArray<Tie> All =
    [
        .. ((Tie[])
        [
            new("located-in", Port, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("located-in", Facility, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("within", Facility, 0.2, TieValues.None, new TieTarget(Port, 100, 2)) { IsSingle = true },
            new("located-in", Area, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("flagged-to", Vessel, 0.9, TieValues.None, _state) { IsSingle = true },
            new("owned-by", Vessel, 0.2, TieValues.Tie, new TieTarget(Organization, 100, 2)),
            new("operated-by", Vessel, 0.15, TieValues.Tie, new TieTarget(Organization, 100, 2)),
            new("linked-to", Vessel, 0.15, TieValues.Tie, new TieTarget(Organization, 100, 3)),
            new("belongs-to", Vessel, 0.03, TieValues.None, new TieTarget(Unit, 100, 2)) { IsSingle = true },
            new("based-in", Organization, 0.85, TieValues.None, _state) { IsSingle = true },
            new("owned-by", Organization, 0.1, TieValues.Tie, new TieTarget(Person, 100, 1)),
            new("operates", Organization, 0.05, TieValues.Tie, new TieTarget(Port, 60, 1), new TieTarget(Facility, 40, 1)),
            new("held-accounts-for", Organization, 0.03, TieValues.Tie, new TieTarget(Organization, 100, 0)),
            new("paid-for-oil-exports-to", Organization, 0.02, TieValues.Tie, _state),
            new("alleged-oil-supplier-of", Organization, 0.04, TieValues.Tie, _state),
            new("succeeded", Organization, 0.02, TieValues.None, new TieTarget(Organization, 100, 0)) { IsSingle = true },
            new("serves-or-lives-in", Person, 0.75, TieValues.None, _state) { IsSingle = true },
            new("national-of", Person, 0.1, TieValues.None, _state) { IsSingle = true },
            new("holds-position-in", Person, 0.2, TieValues.Position, new TieTarget(Organization, 80, 2), new TieTarget(Unit, 20, 1)),
            new("acted-for", Person, 0.04, TieValues.Tie, new TieTarget(Person, 100, 0)),
            new("supervised-training-of", Person, 0.03, TieValues.Tie, new TieTarget(Unit, 100, 1)),
            new("force-of", Unit, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("attached-to", Unit, 0.15, TieValues.None, new TieTarget(Unit, 100, 0)),
            new("provided-troops-to", Unit, 0.1, TieValues.None, new TieTarget(Unit, 100, 0)),
            new("carried-by", Shipment, 0.9, TieValues.None, new TieTarget(Vessel, 100, 2)),
            new("possibly-carried-by", Shipment, 0.04, TieValues.Tie, new TieTarget(Vessel, 100, 2)),
            new("supplied-by", Shipment, 0.9, TieValues.None, _state) { IsSingle = true },
            new("received-by", Shipment, 0.9, TieValues.None, _state) { IsSingle = true },
            new("loaded-at", Shipment, 0.7, TieValues.Call, _places) { IsSingle = true },
            new("departed-from", Shipment, 0.08, TieValues.Call, _places) { IsSingle = true },
            new("discharged-at", Shipment, 0.45, TieValues.Call, _places) { IsSingle = true },
            new("bound-for", Shipment, 0.3, TieValues.Call, _places) { IsSingle = true },
            new("part-of", Shipment, 0.25, TieValues.Basis, new TieTarget(Shipment, 100, 0)),
            new("overlaps-with", Shipment, 0.12, TieValues.Basis, new TieTarget(Shipment, 100, 0)),
            new("exceeds", Shipment, 0.05, TieValues.Basis, new TieTarget(Cap, 100, 2)),
            new("breaches", Shipment, 0.06, TieValues.Tie, new TieTarget(Agreement, 100, 3)),
            new("carried-by", Arms, 0.5, TieValues.None, new TieTarget(Vessel, 100, 2)),
            new("flown-by", Arms, 0.05, TieValues.None, new TieTarget(Organization, 100, 3)),
            new("supplied-by", Arms, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("received-by", Arms, 1.1, TieValues.None, _actors),
            new("loaded-at", Arms, 0.5, TieValues.Call, _places) { IsSingle = true },
            new("discharged-at", Arms, 0.5, TieValues.Call, _places),
            new("delivered-onward-to", Arms, 0.06, TieValues.Call, _areas),
            new("part-of", Arms, 0.3, TieValues.Basis, new TieTarget(Arms, 100, 0)),
            new("overlaps-with", Arms, 0.12, TieValues.Basis, new TieTarget(Arms, 100, 0)),
            new("breaches", Arms, 0.06, TieValues.Tie, new TieTarget(Agreement, 100, 3)),
            new("deployed-by", Deployment, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("hosted-by", Deployment, 1, TieValues.None, _state) { IsSingle = true, IsRequired = true },
            new("fielded", Deployment, 1, TieValues.None, new TieTarget(Unit, 100, 3)) { IsSingle = true, IsRequired = true },
            new("deployed-to", Deployment, 1, TieValues.Call, _areas) { IsSingle = true, IsRequired = true },
            new("embarked-at", Deployment, 0.3, TieValues.Call, _places),
            new("via", Deployment, 0.15, TieValues.Call, _places),
            new("carried-by", Deployment, 0.1, TieValues.None, new TieTarget(Vessel, 100, 2)),
            new("accompanied-by", Deployment, 0.1, TieValues.Tie, new TieTarget(Person, 100, 2)),
            new("justified-by", Deployment, 0.06, TieValues.Tie, new TieTarget(Agreement, 100, 2)),
            new("part-of", Deployment, 0.2, TieValues.Basis, new TieTarget(Deployment, 100, 0)),
            new("has-oil-leg", Exchange, 1, TieValues.Basis, new TieTarget(Shipment, 100, 2)),
            new("has-arms-leg", Exchange, 1, TieValues.Basis, new TieTarget(Arms, 100, 2)),
            new("has-troops-leg", Exchange, 0.7, TieValues.Basis, new TieTarget(Deployment, 100, 2)),
            new("saw", Sighting, 1, TieValues.None, new TieTarget(Vessel, 100, 2)) { IsSingle = true, IsRequired = true },
            new("seen-near", Sighting, 0.45, TieValues.None, _places) { IsSingle = true },
            new("issued-by", Designation, 1, TieValues.None, new TieTarget(Organization, 100, 5)) { IsSingle = true, IsRequired = true },
            new("designates", Designation, 0.97, TieValues.None, _targets) { IsSingle = true },
            new("party-to", Agreement, 1.5, TieValues.Party, _state),
            new("signed-by", Agreement, 0.3, TieValues.None, new TieTarget(Person, 100, 3)),
            new("vetoed-by", Agreement, 0.1, TieValues.None, _state),
            new("abstained-by", Agreement, 0.1, TieValues.None, _state),
            new("ended", Agreement, 0.1, TieValues.None, new TieTarget(Organization, 100, 2)),
            new("set-by", Cap, 1, TieValues.None, new TieTarget(Agreement, 100, 2)) { IsSingle = true, IsRequired = true },
            new("caps-imports-of", Cap, 0.9, TieValues.None, _state) { IsSingle = true },
            new("replaced", Cap, 0.3, TieValues.None, new TieTarget(Cap, 100, 0)) { IsSingle = true },
            new("made-by", Statement, 1.2, TieValues.None, _people),
            new("denies", Statement, 0.6, TieValues.None, _movements),
            new("acknowledges", Statement, 0.3, TieValues.None, _movements),
            new("speaks-of", Statement, 0.3, TieValues.None, _movements),
            new("involved", Occurrence, 1.4, TieValues.None, _people),
            new("about", Dispute, 2, TieValues.None, _anything),
        ]).OrderBy(tie => tie.Prefix + ":", StringComparer.Ordinal).ThenBy(tie => RecordTypes.All.IndexOf(tie.From)),
    ];
}
