namespace FlowGraph.Neo4j.Bolt;

/// <summary>What the scheme and port of an address mean for Bolt.</summary>
public static class BoltAddress
{
    public const string Scheme = "bolt";

    /// <summary>Over TLS, with a certificate that the machine trusts.</summary>
    public const string EncryptedScheme = "bolt+s";

    private const int UsualPort = 7687;

    public static bool IsBolt(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.Scheme is Scheme or EncryptedScheme;
    }

    internal static bool IsEncrypted(Uri url) => url.Scheme == EncryptedScheme;

    internal static int Port(Uri url) => url.Port > 0 ? url.Port : UsualPort;
}
