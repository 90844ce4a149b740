using UglyToad.PdfPig;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>What comes out of a printer, read back.</summary>
internal sealed record Paper(int Pages, string Text)
{
    // Points of A4, and a margin that any printer has.
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 28;

    /// <summary>Fails where a page is not A4 or a letter stands outside its margins.</summary>
    public static Paper Read(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().ToList();
        Assert.All(pages, sheet => Assert.Equal((Width, Height), (Math.Round(sheet.Width), Math.Round(sheet.Height))));
        Assert.All(pages.SelectMany(sheet => sheet.Letters), letter => Assert.True(
            letter.BoundingBox.Left >= Margin && letter.BoundingBox.Right <= Width - Margin && letter.BoundingBox.Bottom >= Margin / 2 && letter.BoundingBox.Top <= Height - Margin, $"{letter.Value} {letter.BoundingBox}"));
        return new(pages.Count, Squeezed(string.Concat(pages.SelectMany(sheet => sheet.Letters).Select(letter => letter.Value))));
    }

    // Where a line breaks is the printer's affair; a ligature is two letters.
    public static string Squeezed(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal).Replace("ﬀ", "ff", StringComparison.Ordinal)
            .Replace("ﬃ", "ffi", StringComparison.Ordinal).Replace("ﬄ", "ffl", StringComparison.Ordinal);
}
