using FlowGraph.Query.Search;
using Xunit;

namespace FlowGraph.Tests.Search;

public sealed class SearchScoreTests
{
    [Theory]
    [InlineData("Paek Yang San 1", "Paek Yang San 1", "95 EXACT")]
    [InlineData("PAEKYANGSAN-1", "Paek Yang San 1", "90 FOLDED")]
    [InlineData("paek yang", "Paek Yang San 1", "50 PREFIX")]
    [InlineData("Lady", "Lady R", "60 PREFIX")]
    [InlineData("shipping", "Azia Shipping Company", "50 PREFIX")]
    [InlineData("hipping", "Azia Shipping Company", null)]
    [InlineData("Baekyangsan 1", "Paek Yang San 1", "80 ROMANISED")]
    [InlineData("Paek Yang San", "Paek Yang San 1", "70 ROMANISED")]
    [InlineData("Vostochni Port", "Vostochny Port", "70 FUZZY")]
    [InlineData("Vostachni Port", "Vostochny Port", "65 FUZZY")]
    [InlineData("Wostachni Port", "Vostochny Port", null)]
    [InlineData("Najin", "Rajin", "70 FUZZY")]
    [InlineData("Naji", "Raji", null)]
    public void Follows_the_table(string text, string name, string? expected) => Assert.Equal(expected, NamedShips.Fit(text, name));

    [Theory]
    [InlineData("Kum Jin Gang 2", "Kum Jin Gang 3", null)]
    [InlineData("Kum Jin Gang 1", "Kum Jin Gang 12", null)]
    [InlineData("Kum Jin Gang 1 2", "Kum Jin Gang 12", "90 FOLDED")]
    [InlineData("Kum Jin Gang 12", "Kum Jin Gang 1", null)]
    [InlineData("Kum Jin Gang 2", "Kum Jin Gang", null)]
    [InlineData("Geumjingang 2", "Kum Jin Gang 2", "80 ROMANISED")]
    [InlineData("Geumjingang", "Kum Jin Gang 2", "70 ROMANISED")]
    [InlineData("2 Geumjingang", "Kum Jin Gang 2", "80 ROMANISED")]
    [InlineData("Geumjingang ٢", "Kum Jin Gang ２", "80 ROMANISED")]
    [InlineData("810th", "Russian 810th Naval Infantry Brigade", "50 PREFIX")]
    [InlineData("81", "Russian 810th Naval Infantry Brigade", null)]
    [InlineData("Storm Corps", "Korean People's Army 11th Corps (Storm Corps)", "40 PREFIX")]
    public void Digits_have_to_be_the_same_and_missing_ones_cost(string text, string name, string? expected) => Assert.Equal(expected, NamedShips.Fit(text, name));

    [Theory]
    [InlineData("Chon Ma San", "Chŏn Ma San", "90 FOLDED")]
    [InlineData("Ch'on Ma San", "Chŏn Ma San", "90 FOLDED")]
    [InlineData("Chon Ma San", "Ｃｈｏｎ Ｍａ Ｓａｎ", "90 FOLDED")]
    [InlineData("ﬁnal Ⅷ", "Final VIII", "90 FOLDED")]
    [InlineData("ΣΊΣΥΦΟΣ", "Σίσυφος", "90 FOLDED")]
    [InlineData("\u200fAngara\u200f", "Angara", "90 FOLDED")]
    [InlineData("An\u00adga\u200bra", "Angara", "90 FOLDED")]
    [InlineData("Angara \ud83d\udea2", "Angara", "90 FOLDED")]
    [InlineData("Angara\u0000", "Angara", "90 FOLDED")]
    [InlineData("백\u110b\u1163\u11bc산", "백양산", "90 FOLDED")]
    [InlineData("\ud83d\udea2", "Angara", null)]
    [InlineData("?!", "Angara", null)]
    [InlineData("?!", "!?", null)]
    [InlineData("?!", "?!", "95 EXACT")]
    public void Folding_leaves_letters_and_digits(string text, string name, string? expected) => Assert.Equal(expected, NamedShips.Fit(text, name, SearchMode.Folded) ?? NamedShips.Fit(text, name, SearchMode.Exact));

    // Each is found by the other.
    [Theory]
    [InlineData("백양산 1", "Paek Yang San 1", "80 ROMANISED")]
    [InlineData("백양산 1", "Baekyangsan-1", "80 ROMANISED")]
    [InlineData("천마산", "Chon Ma San", "80 ROMANISED")]
    [InlineData("례성강 1", "Rye Song Gang 1", "80 ROMANISED")]
    [InlineData("금진강 3", "Kum Jin Gang 3", "80 ROMANISED")]
    [InlineData("월봉산", "Wol Bong San", "80 ROMANISED")]
    [InlineData("은흥", "Un Hung", "80 ROMANISED")]
    [InlineData("은흥", "Eunheung", "80 ROMANISED")]
    [InlineData("김정은", "Kim Jong Un", "80 ROMANISED")]
    [InlineData("청진", "Chongjin", "80 ROMANISED")]
    [InlineData("라진", "Rajin", "80 ROMANISED")]
    [InlineData("나진", "Rajin", "70 FUZZY")]
    [InlineData("신평 5", "Sin Phyong 5", "70 FUZZY")]
    [InlineData("Ангара", "Angara", "80 ROMANISED")]
    [InlineData("Восточный порт", "Vostochny Port", "80 ROMANISED")]
    [InlineData("Находка", "Nakhodka", "80 ROMANISED")]
    [InlineData("Владимир Путин", "Vladimir Putin", "80 ROMANISED")]
    [InlineData("Сергей Шойгу", "Sergei Shoigu", "65 FUZZY")]
    [InlineData("Тихорецк", "Tikhoretsk", "80 ROMANISED")]
    [InlineData("Дунай", "Dunay", "80 ROMANISED")]
    [InlineData("Україна", "Ukrayina", "80 ROMANISED")]
    [InlineData("Пэк Ян Сан 1", "백양산 1", "70 FUZZY")]
    public void Scripts_meet_in_their_romanisation(string text, string name, string expected)
    {
        Assert.Equal(expected, NamedShips.Fit(text, name));
        Assert.Equal(expected, NamedShips.Fit(name, text));
        Assert.Null(NamedShips.Fit(text, name, SearchMode.Folded));
    }

    [Theory]
    [InlineData("Восточный", "Vostochny Port", "60 PREFIX")]
    [InlineData("Vostochny", "Восточный порт", "60 PREFIX")]
    [InlineData("김", "Kim Jong Un", "60 PREFIX")]
    [InlineData("백양", "Paek Yang San 1", "50 PREFIX")]
    [InlineData("Vosto", "Вocтoк", null)]
    [InlineData("Baekyang", "Paek Yang San 1", null)]
    public void Names_in_another_script_begin_alike(string text, string name, string? expected) => Assert.Equal(expected, NamedShips.Fit(text, name));

    [Fact]
    public void Hits_stand_by_score_then_name_then_id()
    {
        var index = NamedShips.Of("Maria Ximena", "Maria", "Maria Carolina", "maria", "Maria", "Marina");

        var page = index.Find("Maria");

        Assert.Equal([("Maria", 95, "vessel:s000001"), ("Maria", 95, "vessel:s000004"), ("maria", 90, "vessel:s000003"), ("Marina", 70, "vessel:s000005"), ("Maria Carolina", 60, "vessel:s000002"), ("Maria Ximena", 60, "vessel:s000000")],
            page.Hits.Select(hit => (hit.Name, hit.Score, hit.Id)));
        Assert.Equal((6, false, false), (page.TotalCount, page.HasNextPage, page.HasPreviousPage));
    }
}
