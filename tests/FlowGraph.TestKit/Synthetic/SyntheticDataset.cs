using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Writes a dataset of any size under the shipped model: hubs, missing values, contested facts, in shares like those of the real one.</summary>
public static class SyntheticDataset
{
    private const int RecordsBetweenReports = 10_000;

    /// <summary>How large the dataset of this size would be, or why there is none.</summary>
    public static (SyntheticCounts? Counts, string Fault) Plan(SyntheticSize size)
    {
        var (plan, fault) = SyntheticPlan.Of(size);
        return (plan?.Counts, fault);
    }

    /// <summary>Writes the dataset into <paramref name="folder"/>, which may not exist yet; a run that is broken off leaves no such folder.</summary>
    /// <exception cref="ArgumentException">There is no dataset of this size.</exception>
    public static SyntheticCounts Write(string folder, SyntheticSize size, IProgress<SyntheticProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(size);
        var (plan, fault) = SyntheticPlan.Of(size);
        if (plan is null)
            throw new ArgumentException(fault, nameof(size));
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var partial = $"{path}.partial-{Guid.NewGuid():N}";
        Directory.CreateDirectory(partial);
        try
        {
            new Writing(plan, size, partial, progress, cancellationToken).All();
            Directory.Move(partial, path);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
        return plan.Counts;
    }

    private sealed class Writing(SyntheticPlan plan, SyntheticSize size, string folder, IProgress<SyntheticProgress>? progress, CancellationToken cancellationToken)
    {
        private readonly EntityRecords _entities = new(plan.Numbers);
        private readonly EventRecords _events = new(plan.Numbers);
        private readonly EvidenceRecords _evidence = new(plan);
        private readonly EdgeRecords _edges = new(plan.Numbers);
        private readonly CitationRecords _citations = new(plan.Numbers);
        private readonly List<string> _files = [];
        private long _done;

        public void All()
        {
            foreach (var range in plan.Numbers.All)
            {
                if (range.Type == RecordTypes.Claim)
                    File(range.Type.File, WriteClaims);
                else
                    File(range.Type.File, lines => WriteNodes(lines, range));
            }
            File("edges", WriteEdges);
            File("origins", WriteOrigins);
            WriteManifest();
        }

        private void File(string name, Action<LineWriter> write)
        {
            _files.Add(name + ".jsonl");
            using var lines = new LineWriter(Path.Combine(folder, _files[^1]));
            Report();
            write(lines);
        }

        private void WriteNodes(LineWriter lines, RecordRange range)
        {
            for (var number = range.First; number < range.End; number++)
            {
                var dice = new Dice(size.Seed, Throw.Record, (ulong)number);
                var json = lines.Begin(plan.Numbers.Id(range.Type, number));
                if (range.Type == RecordTypes.Source)
                {
                    _evidence.WriteSource(json, number, ref dice);
                }
                else
                {
                    var disputed = range.Type.IsFact ? _events.Write(json, range.Type, number, ref dice) : _entities.Write(json, range.Type, number, ref dice);
                    WriteCitations(json, range.Type, number, new(disputed, range.Type != RecordTypes.Dispute, 0));
                }
                End(lines);
            }
        }

        private void WriteClaims(LineWriter lines)
        {
            foreach (var claim in plan.Claims.Claims())
            {
                var dice = new Dice(size.Seed, Throw.Record, (ulong)claim.Number);
                var json = lines.Begin(plan.Numbers.Id(RecordTypes.Claim, claim.Number));
                _evidence.WriteClaim(json, claim, ref dice);
                WriteCitations(json, RecordTypes.Claim, claim.Number, new(null, true, 0.07));
                End(lines);
            }
        }

        private void WriteCitations(Utf8JsonWriter json, RecordType type, int number, PassageRules rules)
        {
            var dice = new Dice(size.Seed, Throw.Passages, (ulong)number);
            _citations.Write(json, plan.Numbers.Bare(number), plan.Numbers.Digits(number), plan.CitationsOf(type, number), rules, ref dice);
        }

        private void WriteEdges(LineWriter lines)
        {
            foreach (var (pair, citations) in plan.Edges())
            {
                var values = new Dice(size.Seed, Throw.TieValues, (ulong)pair.Index);
                var passages = new Dice(size.Seed, Throw.TiePassages, (ulong)pair.Index);
                var json = lines.Begin(_edges.IdOf(pair));
                _edges.Write(json, pair, ref values);
                _citations.Write(json, _edges.BareOf(pair), plan.Numbers.Digits(pair.From), citations, new(null, EdgeRecords.MayDispute(pair), 0.5), ref passages);
                End(lines);
            }
        }

        private void WriteOrigins(LineWriter lines)
        {
            var sources = plan.Numbers[RecordTypes.Source];
            for (var number = sources.First; number < sources.End; number++)
            {
                var dice = new Dice(size.Seed, Throw.Origins, (ulong)number);
                if (_evidence.OriginOf(ref dice) is not { } origin)
                    continue;
                var json = lines.Begin($"origin:{plan.Numbers.Bare(number)}--{origin[(origin.IndexOf(':', StringComparison.Ordinal) + 1)..]}");
                _evidence.WriteOrigin(json, number, origin, ref dice);
                lines.End();
            }
        }

        private void End(LineWriter lines)
        {
            lines.End();
            if (++_done % RecordsBetweenReports == 0)
                Report();
        }

        private void Report()
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(_files[^1], _done, plan.Counts.Nodes + (long)plan.Counts.Facts));
        }

        // The hash is left open: whoever reads the dataset computes it.
        private void WriteManifest()
        {
            using var file = System.IO.File.Create(Path.Combine(folder, "dataset.json"));
            using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" });
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"release:synthetic-{size.Nodes}-{size.Edges}-{size.Seed}"));
            json.WriteString("version", "1.0.0");
            json.WriteString("title", string.Create(CultureInfo.InvariantCulture, $"Synthetic graph of {size.Nodes:N0} records and {size.Edges:N0} relationships, seed {size.Seed}"));
            json.WriteString("description", "Drawn by chance under the model of FlowGraph, for tests and measurements. Nothing in it is true of anybody.");
            json.WriteString("licence", "CC0-1.0");
            json.WriteString("releasedAt", "2000-01-01");
            json.WriteString("contact", "None: it is made by a program");
            json.WriteStartArray("countingGroups");
            for (var i = 0; i < EventRecords.CountingGroups; i++)
            {
                json.WriteStartObject();
                json.WriteString("id", EventRecords.CountingGroup(i));
                json.WriteString("note", "Invented: add up nothing across groups.");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("files");
            _files.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteString("sha256", "");
            json.WriteEndObject();
            json.Flush();
            file.Write(Encoding.UTF8.GetBytes("\n"));
        }
    }
}
