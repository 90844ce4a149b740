namespace FlowGraph.Server.Configuration;

/// <summary>Tells whether a page of this origin may call the API.</summary>
public sealed class AllowedOrigins(IEnumerable<string> origins)
{
    private readonly List<Pattern> _patterns = [.. origins.Select(origin => TryParse(origin, out var pattern) ? pattern : throw new FormatException($"'{origin}' is no origin."))];

    public bool Admits(string origin) => _patterns.Exists(pattern => pattern.Admits(origin));

    internal static bool TryParse(string text, out Pattern pattern)
    {
        pattern = new("", "", null);
        if (text == "*")
            return true;
        var anyPort = text.EndsWith(":*", StringComparison.Ordinal);
        if (!Uri.TryCreate(anyPort ? text[..^2] : text, UriKind.Absolute, out var uri) || !IsOrigin(uri) || text.EndsWith('/'))
            return false;
        pattern = new(uri.Scheme, uri.Host, anyPort ? null : uri.Port);
        return true;
    }

    private static bool IsOrigin(Uri uri) => uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    /// <param name="Scheme">Empty = any origin.</param>
    /// <param name="Port">Null = any.</param>
    internal sealed record Pattern(string Scheme, string Host, int? Port)
    {
        public bool Admits(string origin) => Scheme.Length == 0
            || Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Scheme && uri.Host == Host && (Port is null || Port == uri.Port);
    }
}
