using System.ComponentModel.DataAnnotations;
using FlowGraph.Neo4j.Bolt;

namespace FlowGraph.Server.Configuration;

/// <summary>A whole number within a range. RangeAttribute cannot say it in these words once the validator is generated.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WithinLimitAttribute(int least, int greatest) : ValidationAttribute(FormattableString.Invariant($"{{0}} has to be a whole number from {least} to {greatest}."))
{
    public int Least { get; } = least;

    public int Greatest { get; } = greatest;

    public override bool IsValid(object? value) => value is int number && number >= Least && number <= Greatest;
}

/// <summary>Addresses to listen on, separated by semicolons.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressesAttribute() : ValidationAttribute(
    "{0} has to be one or several addresses such as http://127.0.0.1:5080, separated by semicolons; https belongs to a proxy before the process.")
{
    public override bool IsValid(object? value) =>
        value is string text && text.Split(';') is var addresses && Array.TrueForAll(addresses, IsAddress);

    // Uri knows no host '*' or '+', which stand for every address of the machine.
    private static bool IsAddress(string address) =>
        Uri.TryCreate(address.Trim().Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp && uri.PathAndQuery == "/";
}

/// <summary>The address that others reach the process under.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PublicAddressAttribute() : ValidationAttribute("{0} has to be an address such as https://example.org, without query, fragment and slash at the end.")
{
    public override bool IsValid(object? value) => value is null or ""
        || value is string text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { Query: "", Fragment: "", UserInfo: "" } && !text.EndsWith('/');
}

/// <summary>Origins of web pages.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute() : ValidationAttribute("{0} has to hold origins such as https://example.org or http://localhost:* (any port), or * for any page.")
{
    public override bool IsValid(object? value) => value is IReadOnlyList<string> origins && origins.All(origin => AllowedOrigins.TryParse(origin, out _));
}

/// <summary>The address of a Neo4j server. A password does not belong in it: addresses are printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Neo4jAddressAttribute() : ValidationAttribute(
    "{0} has to be the address of a Neo4j server such as http://127.0.0.1:7474 or bolt://127.0.0.1:7687 (http, https, bolt or bolt+s), without user, password, query and fragment.")
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is null or "")
            return ValidationResult.Success;
        if (value is not string text || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
            return new(FormatErrorMessage(validationContext.DisplayName));
        if (uri.Scheme.StartsWith("neo4j", StringComparison.Ordinal))
            return new($"{validationContext.DisplayName} has the scheme {uri.Scheme}://, which asks a cluster for routes; this program knows none. Name one server with {(uri.Scheme == "neo4j" ? "bolt://" : "bolt+s://")} instead.");
        return IsAddress(uri) ? ValidationResult.Success : new(FormatErrorMessage(validationContext.DisplayName));
    }

    private static bool IsAddress(Uri uri) =>
        uri is { UserInfo: "", Query: "", Fragment: "" } && (uri.Scheme is "http" or "https" || BoltAddress.IsBolt(uri) && uri is { Host.Length: > 0, AbsolutePath: "" or "/" });
}
