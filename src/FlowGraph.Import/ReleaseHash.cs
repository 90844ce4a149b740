using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FlowGraph.Import.Reading;
using Microsoft.Win32.SafeHandles;

namespace FlowGraph.Import;

/// <summary>The hash of a dataset's content: line order, line ends, key order and spacing do not change it, one byte of a paraphrase does.</summary>
public static class ReleaseHash
{
    private const string Field = "sha256";

    /// <summary>64 hexadecimal digits over the manifest without its hash, then every record by id; null when the files cannot be read.</summary>
    public static string? Compute(string directory, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var faults = new Faults();
        if (DatasetReader.Read(directory, faults) is not { } text)
            return null;
        foreach (var file in text.Files)
        {
            foreach (var _ in file.Lines(text.Index, faults, cancellationToken))
            {
                // Reading notes where the line stands.
            }
        }
        return faults.Count == 0 ? Compute(text, cancellationToken) : null;
    }

    /// <summary>The text of a manifest with <paramref name="sha256"/> as its hash, everything else as it was written.</summary>
    /// <exception cref="FormatException">The text has no field "sha256" with text.</exception>
    public static string ManifestWithHash(string manifest, string sha256)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var key = manifest.IndexOf($"\"{Field}\"", StringComparison.Ordinal);
        var colon = key < 0 ? -1 : manifest.IndexOf(':', key);
        var start = colon < 0 ? -1 : manifest.IndexOf('"', colon);
        var end = start < 0 ? -1 : manifest.IndexOf('"', start + 1);
        if (end < 0)
            throw new FormatException($"The manifest has no \"{Field}\": \"\" to fill.");
        return $"{manifest[..(start + 1)]}{sha256}{manifest[end..]}";
    }

    /// <param name="dataset">Read to its end; asked once.</param>
    internal static string Compute(DatasetText dataset, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        var manifest = dataset.Manifest.Text;
        CanonicalJson.Write(manifest with { Fields = manifest.Fields.RemoveAll(field => field.Name == Field) }, line);
        Append(hash, line);

        var handles = new Dictionary<DatasetFile, SafeFileHandle?>();
        var bytes = new byte[4096];
        try
        {
            foreach (var (file, offset, length) in dataset.Index.Drain())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (bytes.Length < length)
                    bytes = new byte[length * 2];
                line.Append('\n');
                CanonicalJson.Write(file.At(offset, bytes.AsSpan(0, length), ref CollectionsMarshal.GetValueRefOrAddDefault(handles, file, out _)), line);
                Append(hash, line);
            }
        }
        finally
        {
            foreach (var handle in handles.Values)
                handle?.Dispose();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, StringBuilder line)
    {
        // A pair of surrogates may lie across two chunks, so the line is encoded whole.
        var characters = ArrayPool<char>.Shared.Rent(line.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        line.CopyTo(0, characters, line.Length);
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(characters, 0, line.Length, bytes, 0));
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<byte>.Shared.Return(bytes);
        line.Clear();
    }
}
