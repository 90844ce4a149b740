using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure.Reading;

namespace FlowGraph.Model.Structure;

/// <summary>A text of a model: its name, as diagnostics print it, and what it says.</summary>
public sealed record ModelDocument(string File, string Text);

/// <summary>Reads a model written in SDL. The vocabulary is that of <c>schema/directives.graphql</c>.</summary>
public static class ModelReader
{
    /// <exception cref="FlowGraphException">The model has faults; all of them are in it, in the order of the texts.</exception>
    public static GraphModel Read(IReadOnlyList<ModelDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var faults = new Faults();
        var texts = SdlParser.Parse(documents, faults);

        // What stands after a syntax error is unknown, and every name in it would be reported as missing.
        faults.ThrowIfAny();

        var declarations = DeclarationReader.Read(texts, faults);
        NameRules.Check(declarations, faults);
        var contracts = Contracts.Of(declarations, faults);
        var types = TypeBuilder.Build(declarations, contracts, faults);
        var edges = RelationshipBuilder.Build(declarations, types, contracts, faults);
        FieldRules.Check(declarations, types, faults);
        faults.ThrowIfAny();
        return ModelAssembly.Assemble(declarations, contracts, types, edges);
    }
}
