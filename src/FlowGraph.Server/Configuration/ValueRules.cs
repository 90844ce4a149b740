using System.ComponentModel.DataAnnotations;

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

/// <summary>The HTTP address of a Neo4j server. A password does not belong in it: addresses are printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Neo4jAddressAttribute() : ValidationAttribute(
    "{0} has to be the HTTP address of a Neo4j server such as http://127.0.0.1:7474, without user, password, query and fragment.")
{
    public override bool IsValid(object? value) => value is null or ""
        || value is string text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "", UserInfo: "" };
}
