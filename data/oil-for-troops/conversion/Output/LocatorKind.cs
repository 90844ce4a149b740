namespace FlowGraph.Conversion.Output;

internal static class LocatorKind
{
    private static readonly (string Word, string Kind)[] Words =
    [
        ("excerpt", "EXCERPT"),
        ("post", "POST"),
        ("caption", "CAPTION"),
        ("para", "PARAGRAPH"),
        ("line", "PARAGRAPH"),
        ("lead", "PARAGRAPH"),
        ("recital", "PARAGRAPH"),
        ("list", "LIST"),
        ("summary points", "SECTION"),
        ("key findings", "SECTION"),
        ("background", "SECTION"),
        ("details", "SECTION"),
    ];

    public static string Of(string locator) =>
        Words.FirstOrDefault(entry => locator.Contains(entry.Word, StringComparison.OrdinalIgnoreCase)).Kind
        ?? throw new InvalidDataException($"No locator kind is known for '{locator}'.");
}
