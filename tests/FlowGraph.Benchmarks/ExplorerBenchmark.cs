using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FlowGraph.Benchmarks;

/// <summary>The explorer in a browser: how much of it has to come before the first view can be used, how long that takes, how a large graph moves. Then the pages that need no script.</summary>
internal static partial class ExplorerBenchmark
{
    private const double Kilobyte = 1000;

    private const int Nodes = 300;

    private const string Start = "/";

    // The node with the most edges; what is around its neighbours is added until the picture is full.
    private const string Graph = "/graph?node=state:russia&each=25";

    private const string Closed = "box => box.graph.nodes().filter(node => !node.hasClass('expanded')).map(node => node.id())";

    // Moves the picture for so many seconds, as a hand would, and counts what is painted.
    private const string Move = """
        async (box, [seconds, all]) => {
          const graph = box.graph;
          if (all) graph.fit(); else graph.zoom(0.62);
          let frames = 0;
          const start = performance.now();
          await new Promise((done) => {
            const paint = () => {
              frames++;
              graph.panBy({ x: 6 * Math.sin(frames / 9), y: 6 * Math.cos(frames / 9) });
              performance.now() - start < seconds * 1000 ? requestAnimationFrame(paint) : done();
            };
            requestAnimationFrame(paint);
          });
          return frames / ((performance.now() - start) / 1000);
        }
        """;

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each measurement, after one of warm-up.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 3 };
        var command = new Command("explorer", "The explorer in Chromium, and the pages that need no script. Needs Chromium and wrk.") { rounds, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Wrk.Require();
            var path = TestKit.Installed.Chromium()
                ?? throw new BenchmarkException(ExitCode.ServiceMissing, $"Found no Chromium on the PATH. Install it (`apt-get install chromium`) or name its executable with {TestKit.Installed.ChromiumVariable}.");
            using var product = ChildServer.Product();
            await product.Endpoint("/graphql").ReadyAsync(Workload.Body("{ release { id } }"), cancellationToken);
            var (count, length) = (parsed.GetValue(rounds), parsed.GetValue(seconds));
            await InBrowserAsync(path, product, count, length, parsed.GetValue(write), cancellationToken);
            await PagesBenchmark.RunAsync(product, count, length, parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task InBrowserAsync(string chromium, ChildServer product, int rounds, int seconds, bool write, CancellationToken cancellationToken)
    {
        var table = new Table("explorer", "the explorer", "promised", "measured");
        var (script, all) = await WeightAsync(product, cancellationToken);
        table.Add("script of the first view, gzipped", "≤ 200 kB", string.Create(CultureInfo.InvariantCulture, $"{script / Kilobyte:F1} kB"));
        table.Add("page, style and script of the first view, gzipped", "", string.Create(CultureInfo.InvariantCulture, $"{all / Kilobyte:F1} kB"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium });
        var (usable, whole) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var (first, last) = await OpenAsync(browser, product.Endpoint(Start).Url);
            if (round == 0)
                continue;
            usable.Add(first);
            whole.Add(last);
        }
        table.Add("first view: its field can be typed into, nothing known to the browser before", "≤ 1,000 ms", new Samples(usable).Print("F0") + " ms");
        table.Add("first view: everything that it fetches is there", "", new Samples(whole).Print("F0") + " ms");
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var picture = await FullAsync(page, product);
        var edges = await picture.EvaluateAsync<int>("box => box.graph.edges().length");
        foreach (var (name, isAll) in ((string, bool)[])[("all of it in view", true), ("close enough to read", false)])
        {
            var frames = new List<double>();
            for (var round = 0; round <= rounds; round++)
            {
                var found = await picture.EvaluateAsync<double>(Move, new object[] { seconds, isAll });
                if (round > 0)
                    frames.Add(found);
            }
            table.Add($"a graph of {Nodes} nodes and {edges} edges that moves, {name}", "≥ 30 frames/s", new Samples(frames).Print("F0") + " frames/s");
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static async Task<(double Usable, double Whole)> OpenAsync(IBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var start = Stopwatch.GetTimestamp();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        var field = page.GetByRole(AriaRole.Combobox);
        await field.PressAsync("V");
        var usable = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await page.Locator(".path").WaitForAsync();
        await Assertions.Expect(page.Locator(".progress")).ToHaveCountAsync(0);
        return (usable, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<ILocator> FullAsync(IPage page, ChildServer product)
    {
        var picture = page.Locator(".canvas");
        string[] opened = [];
        for (var more = 16; more <= 256; more *= 2)
        {
            await page.GotoAsync(product.Endpoint($"{Graph}&open={string.Join(',', opened)}").Url);
            await picture.WaitForAsync();
            if (await picture.EvaluateAsync<int>("box => box.graph.nodes().length") >= Nodes)
                return picture;
            opened = [.. opened, .. (await picture.EvaluateAsync<string[]>(Closed)).Take(more)];
        }
        throw new BenchmarkException(ExitCode.ServiceMissing, $"Found no {Nodes} nodes around state:russia and its neighbours, expected the shipped release.");
    }

    private static async Task<(double Script, double All)> WeightAsync(ChildServer product, CancellationToken cancellationToken)
    {
        var (_, page) = await product.Endpoint(Start).GetAsync(cancellationToken);
        var (script, all) = (0d, Packed(page));
        foreach (var file in Files().Matches(page).Select(match => match.Value).Distinct())
        {
            var size = Packed((await product.Endpoint(file).GetAsync(cancellationToken)).Answer);
            all += size;
            if (file.EndsWith(".js", StringComparison.Ordinal))
                script += size;
        }
        return (script, all);
    }

    private static double Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.Length;
    }

    [GeneratedRegex("/(?:explorer|pages)/[^\"]+\\.(?:js|css)")]
    private static partial Regex Files();
}
