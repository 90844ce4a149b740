using System.Collections.Immutable;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>The scalars of SDL and the kinds of value they name.</summary>
internal static class Scalars
{
    private static readonly ImmutableArray<(string Name, ValueKind Kind)> _kinds =
    [
        ("ID", ValueKind.Id),
        ("String", ValueKind.String),
        ("Int", ValueKind.Int),
        ("Float", ValueKind.Float),
        ("Boolean", ValueKind.Boolean),
        ("Date", ValueKind.Date),
        ("IMO", ValueKind.Imo),
        ("UNLOCODE", ValueKind.UnLocode),
        ("CountryCode", ValueKind.CountryCode),
        ("URL", ValueKind.Url),
        ("FuzzyDate", ValueKind.FuzzyDate),
        ("Quantity", ValueKind.Quantity),
    ];

    public static IEnumerable<string> Names => _kinds.Select(scalar => scalar.Name);

    public static bool IsKnown(string name) => KindOf(name) is not null;

    public static ValueKind? KindOf(string name)
    {
        foreach (var scalar in _kinds)
        {
            if (scalar.Name == name)
                return scalar.Kind;
        }

        return null;
    }

    public static string NameOf(ValueKind kind) => _kinds.First(scalar => scalar.Kind == kind).Name;
}
