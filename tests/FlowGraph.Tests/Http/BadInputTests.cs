using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Requests made to hurt: each is refused with a code, quickly, and leaves nothing behind.</summary>
public sealed class BadInputTests(TestServer server, ITestOutputHelper output) : IClassFixture<TestServer>
{
    private const string Deep = "LIMIT_DEPTH";
    private const string Input = "BAD_USER_INPUT";
    private const string Invalid = "GRAPHQL_VALIDATION_FAILED";
    private const string Parsing = "GRAPHQL_PARSE_FAILED";
    private const string Repeats = "LIMIT_REPEATS";
    private const string Selections = "LIMIT_SELECTIONS";
    private const string Tokens = "LIMIT_TOKENS";

    private const string Filtered = "query($a: VesselFilterInput) { vessels(where: $a) { totalCount } }";

    /// <summary>Code and body.</summary>
    private static readonly Dictionary<string, (string Code, byte[] Body)> _inputs = new(StringComparer.Ordinal)
    {
        ["selections within selections"] = (Deep, Query($"{Times("{ a ", 1300)}{Times("}", 1300)}")),
        ["a hundred levels of selections"] = (Deep, Query($"{{ source(id: \"source:x\") {Times("{ origin ", 100)}{{ id }}{Times("}", 101)}")),
        ["inline fragments within inline fragments"] = (Deep, Query($"{{ {Times("... { ", 900)} __typename {Times("}", 900)} }}")),
        ["lists within lists"] = (Deep, Query($"{{ nodes(ids: {Times("[", 1900)}{Times("]", 1900)}) {{ id }} }}")),
        ["objects within objects"] = (Deep, Query($"{{ vessels(where: {Times("{ not: ", 900)}{{}}{Times("}", 900)}) {{ totalCount }} }}")),
        ["lists within lists of a type"] = (Deep, Query($"query($a: {Times("[", 1900)}ID{Times("]", 1900)}) {{ __typename }}")),
        ["objects within objects of a variable"] = (Deep, Query(Filtered, $"{Times("{\"not\":", 40)}{{}}{Times("}", 40)}")),
        ["objects within objects of a variable, too many for JSON"] = (Input, Query(Filtered, $"{Times("{\"not\":", 9000)}{{}}{Times("}", 9000)}")),
        ["lists within lists of a variable"] = (Input, Query("query($a: [ID!]!) { nodes(ids: $a) { id } }", $"{Times("[", 50)}{Times("]", 50)}")),

        ["four thousand repeated fields"] = (Tokens, Query($"{{ {Times("__typename ", 4000)}}}")),
        ["repeated fields within the tokens"] = (Repeats, Query($"{{ {Times("__typename ", 3900)}}}")),
        ["repeated fields of a node"] = (Repeats, Query($"{{ vessel(id: \"vessel:angara\") {{ {Times("name ", 3900)}}} }}")),
        ["repeated fields with selections"] = (Repeats, Query($"{{ {Times("release { id } ", 900)}}}")),
        ["repeated fields in unused fragments"] = (Repeats, Query($"{{ __typename }} fragment F on Vessel {{ {Times("name ", 3900)}}}")),
        ["repeated fields in an operation that is not asked for"] = (Repeats, Query($"query A {{ __typename }} query B {{ {Times("__typename ", 3900)}}}", operationName: "A")),
        ["fields under other names"] = (Selections, Query($"{{ vessel(id: \"vessel:angara\") {{ {Times(i => $"a{i}: name ", 1300)}}} }}")),
        ["one root field under other names"] = ("LIMIT_ALIASES", Query($"{{ {Times(i => $"a{i}: __typename ", 900)}}}")),
        ["many operations"] = (Invalid, Query($"query A {{ __typename }} {Times("query A { __typename } ", 700)}", operationName: "A")),
        ["many variables"] = (Invalid, Query($"query({Times(i => $"$a{i}: Int ", 900)}) {{ __typename }}")),
        ["many arguments"] = (Invalid, Query($"{{ vessels({Times(i => $"a{i}: 1 ", 1300)}) {{ totalCount }} }}")),
        ["one argument many times"] = (Invalid, Query($"{{ vessels({Times("first: 1 ", 1300)}) {{ totalCount }} }}")),
        ["one input field many times"] = (Invalid, Query($"{{ vessels(where: {{ {Times("name: { eq: \"x\" } ", 500)} }}) {{ totalCount }} }}")),
        ["directives that are"] = (Invalid, Query($"{{ __typename {Times("@include(if: true) ", 500)}}}")),
        ["directives that are not"] = (Invalid, Query($"{{ __typename {Times("@a ", 1900)}}}")),
        ["conditions on many variables"] = (Selections, Query($"query({Times(i => $"$a{i}: Boolean! = true ", 20)}) {{ __typename {Times(i => $"... @include(if: $a{i}) {{ __typename }} ", 20)}}}")),

        ["a fragment that spreads itself"] = (Invalid, Query("{ ...A } fragment A on Query { ...A }")),
        ["a fragment that spreads itself many times"] = (Invalid, Query($"{{ ...A }} fragment A on Query {{ {Times("...A ", 900)}}}")),
        ["a ring of fragments"] = (Invalid, Query($"{{ ...F0 }} {Times(i => $"fragment F{i} on Query {{ ...F{(i + 1) % 300} }} ", 300)}")),
        ["fragments that each spread the next twice"] = (Repeats, Query($"{{ ...F0 }} {Times(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ", 300)} fragment F300 on Query {{ release {{ id }} }}")),
        ["fragments that each spread all later ones"] = (Repeats, Query($"{{ ...F0 }} {Times(i => $"fragment F{i} on Query {{ {Times(j => j > i ? $"...F{j} " : "", 40)} __typename }} ", 40)}")),
        ["a long row of fragments with one selection to compare"] = (Repeats, Query($"{{ {Times(i => $"...F{i} ", 300)}}} {Times(i => $"fragment F{i} on Query {{ release {{ id }} }} ", 300)}")),
        ["unused fragments"] = (Invalid, Query($"{{ __typename }} {Times(i => $"fragment F{i} on Query {{ __typename }} ", 450)}")),

        ["introspection in circles"] = ("LIMIT_COST", Query($"{{ __schema {{ types {Times("{ fields { type ", 6)}{{ name }}{Times("} }", 6)} }} }}")),
        ["introspection under many names"] = ("LIMIT_COST", Query($"{{ __schema {{ types {{ {Times(i => $"a{i}: fields {{ name type {{ name }} }} ", 90)}}} }} }}")),

        ["a hundred kilobytes of braces"] = (Tokens, Query(Times("{", 100_000))),
        ["a hundred kilobytes of one name"] = (Parsing, Query($"{{ {Times("a", 100_000)} }}")),
        ["a hundred kilobytes of one number"] = (Parsing, Query($"{{ vessels(first: {Times("1", 100_000)}) {{ totalCount }} }}")),
        ["a hundred kilobytes of one unending text"] = (Parsing, Query($"{{ vessel(id: \"{Times("a", 100_000)}")),
        ["a hundred kilobytes of one unending block"] = (Parsing, Query($"{{ vessel(id: \"\"\"{Times("a", 100_000)}")),
        ["a fault at the end of a hundred kilobytes of text"] = (Parsing, Query($"{{ vessel(id: \"{Times("a", 100_000)}\") {{ id }} }} }}")),
        ["a fault at the end of a hundred kilobytes of blanks"] = (Parsing, Query($"{{ __typename {Times(" ,", 50_000)}!")),
        ["a wrong escape at the end of a hundred kilobytes"] = (Parsing, Query($"{{ vessel(id: \"{Times("a", 100_000)}\\q\") {{ id }} }}")),
        ["a hundred kilobytes of an id"] = ("NOT_A_VALID_ID", Query($"{{ vessel(id: \"{Times("A", 100_000)}\") {{ id }} }}")),
        ["a hundred kilobytes of a cursor"] = (Input, Query($"{{ vessels(after: \"{Times("A", 100_000)}\") {{ totalCount }} }}")),
        ["a hundred kilobytes of commas"] = (Invalid, Query(Times(",", 100_000))),
        ["a hundred kilobytes of lines"] = (Invalid, Query(Times("\n", 50_000))),
        ["a hundred kilobytes of a comment"] = (Invalid, Query("#" + Times("a", 100_000))),
        ["a hundred kilobytes of an operation's name"] = (Input, Query("{ __typename }", operationName: Times("a", 100_000))),
        ["a hundred kilobytes of a variable's value"] = (Input, Query("query($a: Int) { vessels(first: $a) { totalCount } }", $"\"{Times("a", 100_000)}\"")),
        ["more than a hundred kilobytes"] = ("LIMIT_BODY", Query(Times(" ", 110_000))),

        ["half of a pair in the document"] = (Parsing, Json("{\"query\":\"{ vessel(id: \\\"\\ud800\\\") { id } }\"}")),
        ["half of a pair in a variable"] = (Parsing, Query("query($a: ID!) { vessel(id: $a) { id } }", "\"\\udc00\"")),
        ["half of a pair in a variable's name"] = (Parsing, Json("{\"query\":\"{ __typename }\",\"variables\":{\"\\ud800\":1}}")),
        ["half of a pair in a name of the request"] = (Parsing, Json("{\"\\ud800\":1}")),
        ["half of a pair in the operation's name"] = (Parsing, Json("{\"query\":\"{ __typename }\",\"operationName\":\"\\ud800\"}")),
        ["half of a pair by an escape of the document, as an id"] = ("NOT_A_VALID_ID", Query("{ vessel(id: \"\\ud800\") { id } }")),
        ["an escape that is none"] = (Parsing, Query("{ vessel(id: \"\\q\") { id } }")),
        ["bytes that are no UTF-8"] = (Parsing, [.. "{\"query\":\"{ vessel(id: \\\""u8, 0xc3, 0x28, .. "\\\") { id } }\"}"u8]),
        ["bytes that are no UTF-8 outside of texts"] = (Input, [.. "{\"query\":"u8, 0xff, .. "}"u8]),
        ["an overlong encoding"] = (Parsing, [.. "{\"query\":\"{ vessel(id: \\\""u8, 0xc0, 0xaf, .. "\\\") { id } }\"}"u8]),
        ["UTF-16"] = (Input, Encoding.Unicode.GetBytes("{\"query\":\"{ __typename }\"}")),
        ["a zero in an id"] = ("NOT_A_VALID_ID", Query("{ vessel(id: \"vessel:a\\u0000\") { id } }")),
        ["a zero in the document"] = (Parsing, Query("{ __typename \u0000 }")),
        ["a byte order mark within"] = (Parsing, Query("{ __type\ufeffname }\u2028")),
        ["a number that is none"] = (Input, Json("{\"query\":\"{ __typename }\",\"variables\":{\"a\":NaN}}")),
    };

    public static TheoryData<string> Names => [.. _inputs.Keys];

    /// <summary>Declared type, value, where it stands.</summary>
    public static TheoryData<string, string, string> Values
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            Add("Int", "vessels(first: $a) { totalCount }", "-1", "-2147483649", "2147483648", "1e400", "1.5", "\"1\"", "true", "[1,2]", "{}", new string('9', 400));
            Add("Int!", "vessels(first: $a) { totalCount }", "null");
            Add("ID!", "vessel(id: $a) { id }", "null", "1.5", "true", "[]", "{}", "\"\"", "\" \"", "\"vessel:\"", "\"vessel:A\"", "\"vessel:a b\"", "\"vessel:a\\u0000\"", "-1", "1e9");
            Add("[ID!]!", "nodes(ids: $a) { id }", "null", "[null]", "[[\"state:russia\"]]", "[1.5]", "{\"a\":1}", "\"no id\"");
            Add("IMO!", "vessel(imo: $a) { id }", "null", "9161003", "\"\"", "\"9161004\"", "\"91610030\"", "\"９１６１００３\"", "true", "[]", "{}");
            Add("Boolean!", "vessels { totalCount @include(if: $a) }", "null", "1", "\"true\"", "[]", "{}");
            Add("String", "vessels(after: $a) { totalCount }", "1", "true", "[]", "{}", "\"x\"", "\"\"");
            Add("VesselFilterInput", "vessels(where: $a) { totalCount }", "1", "\"x\"", "[]", "[{}]", "{\"nothing\":1}", "{\"name\":1}", "{\"name\":{\"eq\":1}}", "{\"name\":{\"contains\":null}}", "{\"name\":null}",
                "{\"and\":1}", "{\"and\":[null]}", "{\"not\":null}", "{\"id\":{\"in\":[\"no id\"]}}", "{\"category\":{\"eq\":\"SUBMARINE\"}}", "{\"category\":{\"eq\":1}}");
            Add("ShipmentFilterInput", "shipments(where: $a) { totalCount }", "{\"when\":{\"before\":\"2024-02-30\"}}", "{\"when\":{\"before\":20240301}}", "{\"when\":{\"eq\":\"2024-13\"}}",
                "{\"when\":{\"overlaps\":{\"from\":\"2024-02-01\",\"to\":\"2024-01-01\"}}}", "{\"barrels\":{\"atLeast\":1e400}}", "{\"barrels\":{\"atLeast\":\"many\"}}", "{\"independentSources\":{\"gt\":1e10}}");
            Add("[VesselSortInput!]", "vessels(order: $a) { totalCount }", "[{}]", "[null]", "[{\"name\":null}]", "[{\"name\":\"UP\"}]", "[{\"name\":\"ASC\",\"id\":\"ASC\"}]", "[{\"nothing\":\"ASC\"}]", "\"name\"");
            return data;

            void Add(string type, string selection, params string[] values)
            {
                foreach (var value in values)
                    data.Add(type, value, selection);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_made_to_hurt_is_refused_with_a_code(string name)
    {
        var (code, body) = _inputs[name];

        var response = await PostAsync(body);

        Assert.Equal((code == "LIMIT_BODY" ? 413 : 400, code), (response.Status, response.Code));
        AssertRefused(response);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_variable_of_another_kind_than_its_type_is_refused(string type, string value, string selection)
    {
        var response = await PostAsync(Query($"query($a: {type}) {{ {selection} }}", value));

        Assert.Equal(400, response.Status);
        AssertRefused(response);
        Assert.Contains(response.Code, (string[])[Input, "NOT_A_VALID_ID", "NOT_A_VALID_IMO", "NOT_A_VALID_EDTF"]);
    }

    [Theory]
    [InlineData("first: 201")]
    [InlineData("first: 2147483647")]
    [InlineData("first: -1")]
    [InlineData("first: 1, last: 1")]
    [InlineData("last: -1")]
    [InlineData("first: 9223372036854775808")]
    [InlineData("first: 1e3")]
    [InlineData("first: 0x10")]
    [InlineData("first: 01")]
    public async Task A_page_that_cannot_be_is_refused(string arguments)
    {
        var response = await PostAsync(Query($"{{ vessels({arguments}) {{ totalCount }} }}"));

        Assert.Equal(400, response.Status);
        AssertRefused(response);
    }

    [Theory]
    [InlineData("query($a: String) { vessels(where: { name: { contains: $a } }) { totalCount } }")]
    [InlineData("query($a: VesselFilterInput) { vessels(where: $a) { totalCount } }")]
    [InlineData("query($a: VesselFilterInput!) { vessels(where: { or: [{}, $a] }) { totalCount } }")]
    [InlineData("query($a: [ID!]) { vessels(where: { id: { in: $a } }) { totalCount } }")]
    [InlineData("query($a: Int) { vessels(first: $a) { totalCount } }")]
    public async Task A_variable_that_is_not_set_is_left_out_or_asked_for_but_never_a_fault_of_ours(string query)
    {
        var unset = await PostAsync(Query(query));
        var none = await PostAsync(Query(query, "null"));

        Assert.All((TestResponse[])[unset, none], response =>
        {
            Assert.Contains(response.Status, (int[])[200, 400]);
            Assert.True(response.HasData || response.Code == Input, response.Text);
        });
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task A_half_pair_by_an_escape_of_the_document_finds_nothing()
    {
        var response = await PostAsync(Query("{ vessels(where: { name: { eq: \"\\ud800\" } }) { totalCount } }"));

        Assert.True(response.Status is 200 or 400 && response.Code is null or Input or Parsing, response.Text);
        Assert.Empty(server.Errors);
    }

    [Theory]
    [InlineData("{ vessels(first: 1) { totalCount } } }", 3035)]
    [InlineData("{ vessels(where: { name: { eq: \"a long text\" } }) { totalCount } } }", 3065)]
    [InlineData("{ vessels(where: { name: { eq: \"\\x\" } }) { totalCount } }", 3030)]
    [InlineData("{ vessels(where: { name: { eq: \"\n", 3029)]
    public async Task A_fault_in_a_long_line_has_its_place(string query, int column)
    {
        var response = await PostAsync(Query("# first line\n" + Times(" ,\t", 999) + query));

        var at = response.Json["errors"]![0]!["locations"]![0]!;
        Assert.Equal((Parsing, 2, column), (response.Code, (int)at["line"]!, (int)at["column"]!));
    }

    [Fact]
    public async Task A_long_line_without_a_fault_is_answered()
    {
        var text = Times("Anna ", 5000);

        var response = await PostAsync(Query($"{{ vessels(where: {{ name: {{ in: [\"{text}\", \"\"\"{text}\\\"\"\"\"\"\", \"Angara\"] }} }}) {{ nodes {{ name }} }} }}"));

        Assert.Equal("""{"data":{"vessels":{"nodes":[{"name":"Angara"}]}}}""", response.Text);
    }

    [Fact]
    public async Task Refusals_are_quick_and_leave_no_memory_behind()
    {
        foreach (var (_, body) in _inputs.Values)
            await PostAsync(body);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var times = new List<(TimeSpan Time, string Name)>();
        for (var round = 0; round < 3; round++)
        {
            foreach (var (name, (_, body)) in _inputs)
            {
                var clock = Stopwatch.StartNew();
                await PostAsync(body);
                times.Add((clock.Elapsed, name));
            }
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        times.Sort();

        output.WriteLine($"Median {times[times.Count / 2].Time.TotalMilliseconds:0.0} ms; slowest {string.Join(", ", times.TakeLast(5).Select(time => $"{time.Name} {time.Time.TotalMilliseconds:0} ms"))}; {grown / 1024} KB more memory.");
        Assert.True(times.GroupBy(time => time.Name).All(name => name.Min().Time < TimeSpan.FromMilliseconds(500)), $"Slowest {times[^1]}.");
        Assert.True(times[times.Count / 2].Time < TimeSpan.FromMilliseconds(50), $"Median {times[times.Count / 2]}.");
        Assert.True(grown < 32 * 1024 * 1024, $"{grown} bytes more.");
    }

    private Task<TestResponse> PostAsync(byte[] body) => server.PostBytesAsync(body, "application/json", "application/graphql-response+json");

    private void AssertRefused(TestResponse response)
    {
        Assert.False(response.HasData);
        Assert.All(response.Json["errors"]!.AsArray(), error =>
        {
            Assert.NotEmpty((string)error!["message"]!);
            Assert.NotEqual("INTERNAL", (string)error["extensions"]!["code"]!);
        });
        Assert.True(response.Text.Length < 120_000, $"The refusal has {response.Text.Length} characters.");
        Assert.DoesNotContain("   at ", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", response.Text, StringComparison.Ordinal);
        Assert.Empty(server.Errors);
    }

    private static byte[] Query(string query, string? value = null, string? operationName = null)
    {
        var body = new JsonObject { ["query"] = query };
        if (operationName is not null)
            body["operationName"] = operationName;
        var text = body.ToJsonString();
        return Json(value is null ? text : $"{text[..^1]},\"variables\":{{\"a\":{value}}}}}");
    }

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Times(Func<int, string> text, int count) => string.Concat(Enumerable.Range(0, count).Select(text));
}
