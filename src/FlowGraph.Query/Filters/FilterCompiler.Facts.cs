using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Filters;

public static partial class FilterCompiler
{
    /// <summary>Of facts, whatever their types.</summary>
    public static Filter CompileFacts(GraphModel model, InputObject where, string path = "where") =>
        Compile(where, path, (name, value, at) => name switch
        {
            "type" => new Filter.Type(ValueTestCompiler.Compile(_typeName, NotNull(value, at), at)),
            "subject" => Among(FactPart.Subject, value, at),
            "source" => Among(FactPart.Source, value, at),
            "origin" => Among(FactPart.Origin, value, at),
            "evidenceType" => Among(FactPart.EvidenceType, value, at),
            "denied" => Denied(model) is var denied && (bool)(value ?? throw Null(at)) ? denied : new Filter.Not(denied),
            _ => Property(model.EdgeContract.First(property => property.FieldName == name), value, at, (property, test) => new Filter.Property(property, test)),
        });

    private static Filter Among(FactPart part, object? value, string path) => Among(part, ValueTestCompiler.Compile(_typeName, NotNull(value, path), path));

    /// <summary>A fact can have several: each positive operator asks for one that satisfies it, a negated one that none does.</summary>
    private static Filter Among(FactPart part, ValueTest test) => test switch
    {
        ValueTest.And and => new Filter.And([.. and.Parts.Select(inner => Among(part, inner))]),
        ValueTest.Or or => new Filter.Or([.. or.Parts.Select(inner => Among(part, inner))]),
        ValueTest.Not { Part: ValueTest.Missing } known => new Filter.Among(part, known),
        ValueTest.Missing => new Filter.Not(new Filter.Among(part, new ValueTest.Not(test))),
        ValueTest.Not not => new Filter.Not(Among(part, not.Part)),
        _ => new Filter.Among(part, test),
    };

    /// <summary>Some statement denies it. What cannot be denied is not.</summary>
    private static Filter.Or Denied(GraphModel model) => new(
        [.. model.GroupsByName["Event"].Ends.Where(end => end.Edge.Name == ModelWords.Denies && end.Direction == Direction.In).Select(end => new Filter.Some(end, Filter.All))]);
}
