namespace FlowGraph.Query.Chains;

/// <summary>The model's FactKind; a later member is the weaker one.</summary>
public enum FactKind
{
    Observed,
    Reported,
    Assessed,
    Derived,
}

/// <summary>The model's FactStatus.</summary>
public enum FactStatus
{
    Asserted,
    Contested,
    Superseded,
    Retracted,
}

/// <summary>The model's Confidence; a later member is the lower one.</summary>
public enum Confidence
{
    High,
    Moderate,
    Low,
}

/// <summary>Between these enums and the spelling of the model and the API.</summary>
public static class FactWords
{
    public static FactKind Kind(object? text) => Enum.Parse<FactKind>((string)text!, ignoreCase: true);

    public static FactStatus Status(object? text) => Enum.Parse<FactStatus>((string)text!, ignoreCase: true);

    public static Confidence Confidence(object? text) => Enum.Parse<Confidence>((string)text!, ignoreCase: true);

    /// <summary>OBSERVED, CONTESTED, HIGH, PRECEDES: every member here is one word.</summary>
    public static string ToText<TEnum>(TEnum member)
        where TEnum : struct, Enum => member.ToString().ToUpperInvariant();
}
