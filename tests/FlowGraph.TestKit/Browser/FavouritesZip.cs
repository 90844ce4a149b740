using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace FlowGraph.TestKit.Browser;

/// <summary>The favourites as Browser imports them: a folder of the zip is a folder of its list.</summary>
public static class FavouritesZip
{
    // A zip holds the time of its files; one that is always the same makes it depend on nothing but their content.
    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string PathOfFile { get; } = Path.Combine(BrowserKit.Folder, "favourites.zip");

    public static byte[] Write(IEnumerable<KitQuery> favourites)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var favourite in favourites)
            {
                // Stored, not compressed: what a compressor writes differs between its versions.
                var entry = zip.CreateEntry(favourite.Place, CompressionLevel.NoCompression);
                entry.LastWriteTime = _time;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(favourite.Text));
            }
        }
        return bytes.ToArray();
    }

    public static ImmutableArray<KitQuery> Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(Favourite)];
    }

    private static KitQuery Favourite(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return new(entry.FullName, reader.ReadToEnd());
    }
}
