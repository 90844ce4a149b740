using FlowGraph.Model.Diagnostics;
using GraphQLParser.AST;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Collects what is wrong with a model, so that it is raised once and whole.</summary>
internal sealed class Faults
{
    private readonly List<(SdlPlace? Place, Diagnostic Fault)> _found = [];

    public void Add(string code, SdlPlace? place, string message, string? found = null, string? expected = null, string? hint = null) =>
        _found.Add((place, new Diagnostic(code, message, place?.Location, hint) { Found = found, Expected = expected }));

    public void ThrowIfAny()
    {
        if (_found.Count == 0)
            return;

        throw new FlowGraphException([.. _found
            .OrderBy(entry => entry.Place?.File.Number ?? int.MaxValue)
            .ThenBy(entry => entry.Place?.Offset ?? 0)
            .ThenBy(entry => entry.Fault.Code, StringComparer.Ordinal)
            .ThenBy(entry => entry.Fault.Message, StringComparer.Ordinal)
            .Select(entry => entry.Fault)]);
    }
}

/// <summary>One text of the model, numbered in the order given.</summary>
internal sealed record SdlFile(int Number, string Name, string Text)
{
    public SdlPlace PlaceOf(ASTNode node) => new(this, node.Location.Start);
}

/// <summary>A place in a text; its line is only counted when a fault stands there.</summary>
internal sealed record SdlPlace(SdlFile File, int Offset)
{
    public SourceLocation Location
    {
        get
        {
            var before = File.Text.AsSpan(0, Math.Min(Offset, File.Text.Length));
            return new SourceLocation(File.Name, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
        }
    }
}
