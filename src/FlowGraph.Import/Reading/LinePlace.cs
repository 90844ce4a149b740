using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Reading;

/// <summary>A line of a dataset file, where a record stands.</summary>
internal readonly record struct LinePlace(string File, int Line)
{
    public SourceLocation Whole => new(File, Line);

    public SourceLocation Field(string field) => new(File, Line, 0, field.Length == 0 ? null : field);
}
