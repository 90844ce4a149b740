using FlowGraph.Query.Exports;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static ApiField CiteField() =>
        Field("cite", "String!", new FieldMeaning.Cite(), [Argument("format", "CitationFormat!", "MARKDOWN")], "Ready to print: who says so, with footnotes.");

    private void AddCiteValues() => Enumerate<CitationFormat>(this, "CitationFormat");
}
