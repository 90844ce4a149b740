using FlowGraph.Server.Hosting;
using Xunit;

namespace FlowGraph.Tests.Hosting;

public sealed class DatasetWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowgraph-watch-").FullName;
    private int _changes;

    public DatasetWatchTests() => Write("a.jsonl", "1");

    [Fact]
    public void Tells_once_when_files_are_left_alone_again()
    {
        var watch = Watch();

        Look(watch, 3);
        Assert.Equal(0, _changes);

        Write("a.jsonl", "12");
        Look(watch, 1);
        Write("b.jsonl", "1");
        Look(watch, 1);
        Assert.Equal(0, _changes);

        Look(watch, 1);
        Assert.Equal(1, _changes);

        Look(watch, 5);
        Assert.Equal(1, _changes);

        File.Delete(Path.Combine(_folder, "b.jsonl"));
        Look(watch, 2);
        Assert.Equal(2, _changes);
    }

    [Fact]
    public void What_is_written_before_the_first_look_is_a_change()
    {
        var watch = Watch();
        Write("a.jsonl", "12");

        Look(watch, 2);

        Assert.Equal(1, _changes);
    }

    [Fact]
    public void A_folder_that_is_replaced_is_a_change_and_its_absence_is_none()
    {
        var watch = Watch();
        var away = _folder + "-away";

        Directory.Move(_folder, away);
        Look(watch, 3);
        Assert.Equal(0, _changes);

        Directory.Move(away, _folder);
        Look(watch, 3);
        Assert.Equal(0, _changes);

        Directory.CreateDirectory(away);
        File.WriteAllText(Path.Combine(away, "a.jsonl"), "another");
        Directory.Delete(_folder, recursive: true);
        Directory.Move(away, _folder);
        Look(watch, 2);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_a_change()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own on Windows.");
        var targets = Directory.CreateTempSubdirectory("flowgraph-watch-").FullName;
        File.WriteAllText(Path.Combine(targets, "one"), "1");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.jsonl"), Path.Combine(targets, "one"));
        var watch = Watch();

        File.WriteAllText(Path.Combine(targets, "one"), "2 and more");
        Look(watch, 2);

        Assert.Equal(1, _changes);
        Directory.Delete(targets, recursive: true);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DatasetWatch Watch() => new(_folder, () => _changes++);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static void Look(DatasetWatch watch, int times)
    {
        for (var i = 0; i < times; i++)
            watch.Look();
    }
}
