using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ChainNarrativeTests
{
    [Fact]
    public async Task Parts_come_in_their_order()
    {
        var text = await MarkdownAsync();

        string[] parts = ["# east to north", "## Steps", "## Order in time", "## Where sources disagree", "## What this does not show", "## Footnotes", "## Release", "Verified by"];
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task The_answer_names_confidence_weakest_step_and_who_alleges()
    {
        var text = await MarkdownAsync();

        Assert.Contains(
            "east and north are connected in 4 cited steps, over “=SUM(1)”, “swap” and “Guns \"and\" shells, many”. Confidence: LOW. "
            + "Weakest is step 2, the oil leg of the alleged exchange (LOW, contested, 1 independent origin).\n\n“swap” is alleged by institute, not established.\n",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footnotes_are_numbered_by_first_appearance()
    {
        var text = await MarkdownAsync();
        var seen = new List<int>();
        foreach (var part in text.Split("[^").Skip(1))
        {
            var number = int.Parse(part[..part.IndexOf(']', StringComparison.Ordinal)], null);
            if (!seen.Contains(number))
                seen.Add(number);
        }

        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
        Assert.All(seen, number => Assert.Contains($"\n[^{number}]: ", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_footnote_says_where_to_look_and_whose_word_it_is() =>
        Assert.Contains(
            "]: The Herald, [Oil for \\[guns\\] \\& \"more\"](<https://herald.example/a?b=1%7C2>), about 2024-03, archived excerpt, passage not located, "
            + "no archive copy, relays Wire (inferred). `source:herald`\n",
            await MarkdownAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task Disagreements_and_denials_are_told()
    {
        var text = await MarkdownAsync();

        Assert.Contains("- Against step 2, the oil leg of the alleged exchange and “swap”: Nothing was paid [^", text, StringComparison.Ordinal);
        Assert.Contains("- “=SUM(1)”, barrels: at least 1,000,000 barrels (institute, preferred here)", text, StringComparison.Ordinal);
        Assert.Contains("; 40 barrels (not followed: a typing error)", text, StringComparison.Ordinal);
        Assert.Contains("- Which oil? Reading of this dataset: Refined. [^", text, StringComparison.Ordinal);
        Assert.Contains("- “swap” is denied by denier (no, 2024-05-17). [^", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_caveat_has_a_fact_behind_it() =>
        Assert.Equal(
            [
                (1, "Step 1 (loaded at) rests on no independent origin."),
                (1, "Step 1 (loaded at) is signalled, not observed or reported."),
                (2, "Step 2, the oil leg of the alleged exchange, is assessed: an estimate or a judgement, not something observed or reported."),
                (2, "Step 2, the oil leg of the alleged exchange, is contested."),
                (2, "Step 2, the oil leg of the alleged exchange, rests on one independent origin."),
                (3, "Step 3, the arms leg of the alleged exchange, is derived: the dataset's own arithmetic or reading."),
                (4, "Step 4 (discharged at) has no passage of its own: its citations were read for the record it was taken from."),
                (1, "“=SUM(1)”, barrels: at least 1,000,000 barrels; no upper end is known."),
                (1, "“=SUM(1)”, vesselCount: at least 13 vessels; no upper end is known."),
                (1, "“=SUM(1)”, vesselCount: at least 13 vessels; 1 is named."),
            ],
            (await ChainExportTests.ChainAsync()).Caveats.Select(caveat => (caveat.Step ?? 0, caveat.Text)));

    [Fact]
    public async Task A_chain_without_caveats_has_no_such_part()
    {
        const string graph =
            """
            shipment:oil when=2024-03-07
            shipment:oil -LOADED_AT-> port:east
            shipment:oil -BOUND_FOR-> port:north
            """;

        var chain = Assert.Single((await ChainQuestion.AskAsync(graph, "port:east", "port:north")).Chains);

        Assert.Empty(chain.Caveats);
        Assert.DoesNotContain("does not show", ChainNarrative.Write(chain, NarrativeFormat.Markdown, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("disagree", ChainNarrative.Write(chain, NarrativeFormat.Markdown, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_cannot_break_the_table()
    {
        var text = await MarkdownAsync();

        var rows = text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(13, row.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')));
        Assert.Contains("“guns \\| for oil”", rows[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_tells_the_same_with_the_same_numbers()
    {
        var chain = await ChainExportTests.ChainAsync();

        var markdown = ChainNarrative.Write(chain, NarrativeFormat.Markdown, "");
        var text = ChainNarrative.Write(chain, NarrativeFormat.Text, "");

        Assert.Equal(Numbers(markdown.Replace("[^", "[", StringComparison.Ordinal)), Numbers(text));
        Assert.Contains("\nVerified by ____ on ____\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permalinks_start_with_the_given_address()
    {
        var chain = await ChainExportTests.ChainAsync();

        var text = ChainNarrative.Write(chain, NarrativeFormat.Markdown, "https://flow.example");

        Assert.Contains($"Permalink: [{chain.Id}](<https://flow.example/chain/{chain.Id}>)", text, StringComparison.Ordinal);
        Assert.Contains("(<https://flow.example/node/port:east>)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accusation_names_whom_the_edge_names()
    {
        const string graph =
            """
            org:institute name=The_Institute
            shipment:oil -LOADED_AT-> port:east
            shipment:oil -BREACHES-> agreement:ban standing=ALLEGED accordingTo=org:institute
            """;

        var chain = Assert.Single((await ChainQuestion.AskAsync(graph, "port:east", "agreement:ban")).Chains);

        Assert.Contains(",The Institute,", ChainExport.Write(chain, ChainFormat.Csv, ""), StringComparison.Ordinal);
    }

    private static async Task<string> MarkdownAsync() => ChainNarrative.Write(await ChainExportTests.ChainAsync(), NarrativeFormat.Markdown, "");

    private static List<string> Numbers(string text)
    {
        var numbers = new List<string>();
        foreach (var part in text.Split('[').Skip(1))
        {
            if (part.IndexOf(']', StringComparison.Ordinal) is var end and > 0 and < 3 && int.TryParse(part[..end], out _))
                numbers.Add(part[..end]);
        }

        return numbers;
    }
}
