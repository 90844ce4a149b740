using System.Collections.Immutable;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>A directive as applied, its arguments checked against the <see cref="Vocabulary"/>.</summary>
internal sealed record AppliedDirective(string Name, SdlPlace Place, IReadOnlyDictionary<string, ArgumentValue> Arguments)
{
    public string? Text(string argument) => Value(argument) as string;

    public bool Flag(string argument) => Value(argument) is true;

    public int? Number(string argument) => Value(argument) as int?;

    public ImmutableArray<NameUse> Words(string argument) => Value(argument) is ImmutableArray<NameUse> words ? words : [];

    /// <summary>Where the argument's value stands; the directive's own place when it is not given.</summary>
    public SdlPlace PlaceOf(string argument) => Arguments.TryGetValue(argument, out var given) ? given.Place : Place;

    private object? Value(string argument) => Arguments.TryGetValue(argument, out var given) ? given.Value : null;
}

/// <param name="Value">string, bool, int or an array of <see cref="NameUse"/>.</param>
internal sealed record ArgumentValue(object Value, SdlPlace Place);
