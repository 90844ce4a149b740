using System.Diagnostics;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Server;

namespace FlowGraph.Benchmarks;

/// <param name="Read">Milliseconds.</param>
/// <param name="Index">Milliseconds.</param>
/// <param name="Heap">MiB that are held when all else is collected.</param>
/// <param name="Peak">MiB.</param>
/// <param name="Pages">Median microseconds, by what is asked for.</param>
/// <param name="Compile">Milliseconds to write the store as a file.</param>
internal sealed record ScaleRun(
    int Nodes, int Edges, double Read, double Index, double Heap, double Peak, double ChainMedian, double ChainP99, IReadOnlyDictionary<string, double> Pages, double Compile)
{
    private const int Seed = 1;
    private const int WarmUp = 200;
    private const int Pairs = 1000;
    private const int LeastRepeats = 15;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _chainPatience = TimeSpan.FromSeconds(30);

    private static readonly (string Title, string Arguments)[] _pages =
    [
        ("in order of ids", ""),
        ("filtered", "where: { form: { eq: SERIES }, confidence: { eq: MODERATE } }"),
        ("in order of time", "order: [{ when: ASC }]"),
        ("filtered, in order of time", "where: { form: { eq: SERIES }, confidence: { eq: MODERATE } }, order: [{ when: ASC }]"),
        ("filtered by the port of loading, in order of barrels", "where: { loadedAt: { roles: { some: { eq: OIL_LOADING } } } }, order: [{ barrels: DESC }]"),
    ];

    /// <param name="compiled">File to write the store to.</param>
    public static async Task<ScaleRun> MeasureAsync(string dataset, string compiled, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = new StepClock();
        var (store, ids, nodes, edges, read, index) = Load(application, dataset, clock);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;

        var ask = new InProcess(application, store);
        var random = new Random(Seed);
        var chains = new List<double>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUp + Pairs && (Stopwatch.GetElapsedTime(start) < _chainPatience || chains.Count < LeastRepeats); i++)
        {
            var (from, to) = (ids[random.Next(ids.Length)], ids[random.Next(ids.Length)]);
            if (from == to)
                continue;
            var time = await ask.AskAsync(Body("query($from: ID!, $to: ID!) { chains(from: $from, to: $to) { chains { id } none } }", new { from, to }), cancellationToken);
            if (i >= WarmUp)
                chains.Add(time);
        }
        var pages = await PagesAsync(ask, cancellationToken);
        clock.Next();
        await using (var stream = File.Create(compiled))
            Application.Compile(store, stream, cancellationToken);
        var sorted = new Samples(chains);
        return new(nodes, edges, read, index, heap / 1048576d, peak / 1048576d, sorted.Median, sorted.At(0.99), pages, clock.Next().Elapsed);
    }

    /// <summary>Median microseconds, by what is asked for.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> PagesAsync(InProcess ask, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<string, double>();
        foreach (var (title, arguments) in _pages)
        {
            var body = Body($"{{ shipments(first: 20{(arguments.Length == 0 ? "" : ", ")}{arguments}) {{ nodes {{ id name form confidence when {{ edtf }} }} pageInfo {{ endCursor hasNextPage }} }} }}");
            pages[title] = 1000 * await MedianAsync(ask, body, cancellationToken);
        }
        return pages;
    }

    // Apart, so that nothing but the store is still held afterwards.
    private static (EmbeddedStore Store, string[] Ids, int Nodes, int Edges, double Read, double Index) Load(Application application, string dataset, StepClock clock)
    {
        var release = Dataset.Read(application.Model, dataset);
        var read = clock.Next().Elapsed;
        var store = EmbeddedStore.Load(release);
        var index = clock.Next().Elapsed;
        string[] ids = [.. Chosen(release)];
        return (store, ids, release.Nodes.Length, release.Edges.Length, read, index);
    }

    /// <summary>Some entities and events.</summary>
    private static IEnumerable<string> Chosen(GraphRelease release)
    {
        var random = new Random(Seed);
        var all = release.Nodes.Where(node => node.Type.Name is not ("Citation" or "Claim" or "Source")).ToList();
        return Enumerable.Range(0, 4 * Pairs).Select(_ => all[random.Next(all.Count)].Id);
    }

    private static async Task<double> MedianAsync(InProcess ask, byte[] body, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (times.Count < LeastRepeats || Stopwatch.GetElapsedTime(start) < _patience)
            times.Add(await ask.AskAsync(body, cancellationToken));
        return new Samples(times.Skip(times.Count / 3)).Median;
    }

    private static byte[] Body(string query, object? variables = null) => Encoding.UTF8.GetBytes(Workload.Body(query, variables));
}
