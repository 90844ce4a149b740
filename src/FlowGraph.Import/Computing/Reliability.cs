using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>The Admiralty letter of a source.</summary>
internal static class Reliability
{
    public static string? Of(NodeDraft source) => (source.Is("textRead"), source.Text("reliability"), source.Is("primary"), source.Text("category")) switch
    {
        (false, _, _, _) => null,
        (_, { } written, _, _) => written,
        (_, _, false, _) => "C",
        (_, _, _, "UN_DOCUMENT" or "OFFICIAL_STATEMENT") => "A",
        _ => "B",
    };
}
