using System.CommandLine;
using System.Text;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Where an export goes: a file, which is there when it is whole, or the terminal.</summary>
internal sealed class ExportOutput(bool required)
{
    public Option<string?> Option { get; } = new("--out")
    {
        HelpName = "FILE",
        Description = required ? "File to write; an earlier one is replaced when the new one is whole." : "File to write; without it the text is printed.",
        Required = required,
    };

    public async Task WriteAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        if (context.Value(Option) is null)
            await context.Printer.AnswerAsync(text, cancellationToken);
        else
            await WriteAsync(context, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
    }

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public async Task WriteAsync(CommandContext context, Func<Stream, Task> write)
    {
        var file = await WriteFileAsync(context, write);
        context.Printer.Output.WriteLine(FormattableString.Invariant($"{file.FullName}: {file.Length:N0} bytes."));
    }

    /// <summary>Says nothing of it.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public async Task<FileInfo> WriteFileAsync(CommandContext context, Func<FileStream, Task> write)
    {
        var named = context.Value(Option)!; // only called where there is one
        var path = Path.GetFullPath(named, context.Surroundings.WorkingDirectory);
        var partial = $"{path}.partial-{Guid.NewGuid():N}";
        try
        {
            if (Directory.Exists(path))
                throw new UsageException($"'{named}' is a folder. Name a file with {Option.Name}.");
            await using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
                await write(stream);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ExportFolder.Unusable(named, fault);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
        return new(path);
    }
}
