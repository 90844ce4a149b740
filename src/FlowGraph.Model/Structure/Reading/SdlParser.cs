using FlowGraph.Model.Diagnostics;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>A text with what it defines.</summary>
internal sealed record SdlText(SdlFile File, IReadOnlyList<ASTNode> Definitions);

/// <summary>First stage: text to syntax tree.</summary>
internal static class SdlParser
{
    public static List<SdlText> Parse(IReadOnlyList<ModelDocument> documents, Faults faults)
    {
        var texts = new List<SdlText>();
        for (var i = 0; i < documents.Count; i++)
        {
            var file = new SdlFile(i, documents[i].File, documents[i].Text);
            try
            {
                texts.Add(new SdlText(file, Parser.Parse(file.Text, new ParserOptions { Ignore = IgnoreOptions.Comments }).Definitions));
            }
            catch (GraphQLParserException exception)
            {
                faults.Add(ErrorCodes.ModelSyntax, new SdlPlace(file, OffsetOf(file, exception.Location)), $"{ReasonOf(exception)}.");
            }
        }

        return texts;
    }

    // The parser adds an address of the specification.
    private static string ReasonOf(GraphQLParserException exception) => exception.Description.Split(';')[0].TrimEnd('.');

    private static int OffsetOf(SdlFile file, Location location)
    {
        var offset = 0;
        for (var line = 1; line < location.Line; line++)
            offset = file.Text.IndexOf('\n', offset) + 1;

        return offset + location.Column - 1;
    }
}
