using System.Buffers;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using Microsoft.Win32.SafeHandles;

namespace FlowGraph.Embedded.Compiled;

/// <summary>A snapshot as a file, laid out as it lies in memory: to load it is to map it.</summary>
internal static class CompiledRelease
{
    private const int Piece = 1 << 20;

    private const string Again = "Compile it again: flowgraph compile DIR --out FILE.";

    /// <param name="stream">Can seek; the file begins where it stands.</param>
    public static void Save(Snapshot snapshot, CompiledFor made, Stream stream, CancellationToken cancellationToken)
    {
        // The header says what the rest is; only a whole file has it.
        stream.Write(new byte[CompiledHeader.Bytes]);
        var file = new BlockWriter(stream, cancellationToken);
        SnapshotBlocks.Save(snapshot, file);
        var (table, count, length, hash) = file.Complete();
        stream.Position = 0;
        stream.Write(new CompiledHeader(made, table, count, length, hash).ToBytes());
        stream.Flush();
    }

    /// <summary>Everything is looked at once, to see that it is what was written; nothing of it is kept but the mapping.</summary>
    /// <exception cref="FlowGraphException">It cannot be read, is damaged, or was made for another program.</exception>
    public static Snapshot Open(string path, GraphModel model, CompiledFor reader, CancellationToken cancellationToken)
    {
        try
        {
            // One handle for all: a file that takes this one's place meanwhile is another file.
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
            var header = Check(path, file, reader, cancellationToken);
            using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            // Not disposed of: its handle is what the blocks hold, and it takes the mapping back when none of them is held any more.
            var view = mapping.CreateViewAccessor(0, header.Length, MemoryMappedFileAccess.Read);
            var blocks = new BlockReader(view.SafeMemoryMappedViewHandle, header.Table, header.Blocks);
            var snapshot = SnapshotBlocks.Load(model, blocks);
            return blocks.IsAtEnd ? snapshot : throw new InvalidDataException("There are more blocks than a release has.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, ErrorCodes.CompiledFile, $"The file cannot be read: {fault.Message}", "Check that it is there and may be read.");
        }
        catch (InvalidDataException fault)
        {
            throw Fault(path, ErrorCodes.CompiledDamaged, $"The file is not laid out as a release is: {fault.Message}", Again);
        }
    }

    private static CompiledHeader Check(string path, SafeFileHandle file, CompiledFor reader, CancellationToken cancellationToken)
    {
        var start = new byte[CompiledHeader.Bytes];
        var read = RandomAccess.Read(file, start, 0);
        if (!CompiledHeader.IsOne(start.AsSpan(0, read)))
            throw Fault(path, ErrorCodes.CompiledFile, "The file is no compiled release.", "Name the folder of a dataset, or a file that flowgraph compile has written.");
        var length = RandomAccess.GetLength(file);
        if (read < start.Length)
            throw Damaged(path, $"The file ends after {length} bytes.");
        if (CompiledHeader.FormatOf(start) is var format and not CompiledHeader.Format)
            throw Fault(path, ErrorCodes.CompiledVersion, $"The file has format {format}, this program reads format {CompiledHeader.Format}.", Again);
        if (CompiledHeader.Read(start) is not { } header)
            throw Damaged(path, "The beginning of the file is not what was written.");
        if (!header.For.Model.Span.SequenceEqual(reader.Model.Span))
            throw Fault(path, ErrorCodes.CompiledVersion, "The file was compiled for another model.", Again);
        if (!header.For.Program.Span.SequenceEqual(reader.Program.Span))
            throw Fault(path, ErrorCodes.CompiledVersion, "The file was compiled by another build of the program.", Again);
        if (length != header.Length)
            throw Damaged(path, $"The file has {length} bytes, {header.Length} were written.");
        return HashOf(file, cancellationToken).AsSpan().SequenceEqual(header.Body.Span) ? header : throw Damaged(path, "The content of the file is not what was written.");
    }

    /// <summary>Read, not mapped: what is only looked through needs no memory of this process.</summary>
    private static byte[] HashOf(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        var bytes = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var place = (long)CompiledHeader.Bytes;
            while (RandomAccess.Read(file, bytes, place) is > 0 and var read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.Append(bytes.AsSpan(0, read));
                place += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
        return hash.GetCurrentHash();
    }

    private static FlowGraphException Damaged(string path, string message) => Fault(path, ErrorCodes.CompiledDamaged, message, $"{Again} Or copy it again from where it was whole.");

    private static FlowGraphException Fault(string path, string code, string message, string hint) => new(new Diagnostic(code, message, new(path, 0), hint));
}
