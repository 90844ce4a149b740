using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Reading;

/// <summary>A field of a record, or of a citation inside it (<paramref name="Prefix"/> = <c>citations[2].</c>).</summary>
internal readonly record struct FieldPlace(LinePlace Line, string Prefix, string Name)
{
    public string Path => Prefix + Name;

    public SourceLocation Location => Line.Field(Path);
}
