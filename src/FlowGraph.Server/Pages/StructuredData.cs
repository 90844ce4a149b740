using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.Query.Exports;

namespace FlowGraph.Server.Pages;

/// <summary>What search engines read: the dataset, the page, and the record as what it honestly is. Nothing here rates anything: a rating is not ours to give.</summary>
internal static class StructuredData
{
    public static string Of(PageRelease release, string publicUrl, string title, PageNode node)
    {
        var record = Thing(TypeOf(node.TypeName), title, node.Id);
        if (node.Description is { } description)
            record["description"] = description;
        if (node.Aliases.GetValueOrDefault([]).Concat(node.NativeNames.GetValueOrDefault([])).ToArray() is { Length: > 0 } names)
            record["alternateName"] = Texts(names);
        if (node is { Latitude: { } latitude, Longitude: { } longitude })
            record["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude };
        // What somebody claims, or what is an assessment: a claim that appears in its sources, no more.
        if (node.TypeName == "Claim" || node.Kind == "ASSESSED")
        {
            record["@type"] = "Claim";
            record["appearance"] = Works(node, "SUPPORTS");
            if (node.AssertedBy is { } author)
                record["author"] = new JsonObject { ["@type"] = TypeOf(author.TypeName), ["name"] = author.Name };
        }
        else if (node.Citations is { IsEmpty: false })
        {
            record["subjectOf"] = Works(node, "SUPPORTS");
        }
        return Write(release, publicUrl, title, node.Permalink ?? $"{publicUrl}/node/{node.Id}", record);
    }

    public static string Of(PageRelease release, string publicUrl, PageSource source)
    {
        var record = Thing("CreativeWork", source.Title, source.Id);
        if (source.Publisher is { } publisher)
            record["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher };
        if (source.Url is { } url)
            record["url"] = url;
        if (source.Language is { } language)
            record["inLanguage"] = language;
        if (DateOnly.TryParseExact(source.PublishedAt?.Edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            record["datePublished"] = source.PublishedAt!.Edtf;
        return Write(release, publicUrl, source.Title, source.Permalink, record);
    }

    public static string Of(PageRelease release, string publicUrl, string title, PageChain chain)
    {
        var record = Thing("CreativeWork", title, chain.Id);
        record["abstract"] = chain.Text;
        return Write(release, publicUrl, title, chain.Permalink, record);
    }

    private static string Write(PageRelease release, string publicUrl, string title, string permalink, JsonObject record)
    {
        var dataset = new JsonObject
        {
            ["@type"] = "Dataset",
            ["@id"] = $"{publicUrl}/#dataset",
            ["name"] = release.Title,
            ["description"] = release.Description,
            ["version"] = release.Version,
            ["license"] = $"https://spdx.org/licenses/{Uri.EscapeDataString(release.Licence)}",
            ["datePublished"] = release.ReleasedAt,
            ["identifier"] = Texts([release.Id, $"sha256:{release.Sha256}"]),
            ["isAccessibleForFree"] = true,
        };
        // An address of a file is of use only where it is whole.
        if (publicUrl.Length > 0)
        {
            dataset["distribution"] = new JsonArray([.. Enum.GetValues<DatasetFormat>().Select(format => new JsonObject
            {
                ["@type"] = "DataDownload",
                ["encodingFormat"] = ExportFormats.MediaTypeOf(format),
                ["contentUrl"] = $"{publicUrl}/export/dataset.{ExportFormats.ExtensionOf(format)}",
            })]);
        }
        var page = new JsonObject
        {
            ["@type"] = "WebPage",
            ["@id"] = permalink,
            ["url"] = permalink,
            ["name"] = title,
            ["inLanguage"] = PageTexts.Language,
            ["isPartOf"] = new JsonObject { ["@id"] = $"{publicUrl}/#dataset" },
            ["mainEntity"] = record,
        };
        // The encoder leaves no sign that could end the element around it.
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(dataset, page) }.ToJsonString();
    }

    private static JsonObject Thing(string type, string name, string id) => new() { ["@type"] = type, ["name"] = name, ["identifier"] = id };

    private static string TypeOf(string type) => type switch
    {
        "State" => "Country",
        "Port" or "Facility" or "Area" => "Place",
        "Organization" or "MilitaryUnit" => "Organization",
        "Person" => "Person",
        "Vessel" => "Vehicle",
        _ => "Thing",
    };

    private static JsonArray Works(PageNode node, string stance) => new([.. node.Citations.GetValueOrDefault([]).Where(citation => citation.Stance == stance).Select(citation => citation.Source).Distinct().Select(Work)]);

    private static JsonObject Work(PageCitedSource source)
    {
        var work = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title };
        if (source.Url is { } url)
            work["url"] = url;
        if (source.Publisher is { } publisher)
            work["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher };
        return work;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
