using System.Buffers.Text;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using FlowGraph.Model.Records;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Caching;

/// <summary>
/// The entity tag of an answer, which is the key of the caches as well: SHA-256 over everything that decides the answer's bytes.
/// That is the release, the API's schema, the build of the program, what is configured and shows, the operation without its layout, its name, the variables' values, the media type.
/// </summary>
internal sealed class AnswerTags
{
    private const int HashLength = 32;

    // 32 bytes in base64url, within quotes.
    private const int TagLength = 45;

    // What is asked again and again is found here sooner than it is hashed. A place holds whatever came there last: together some megabyte.
    private const int Places = 4096;
    private const int LongestRemembered = 256;

    private readonly byte[] _surroundings;
    private readonly Remembered?[] _remembered = new Remembered?[Places];

    public AnswerTags(Application application, FlowGraphOptions options) =>
        _surroundings = Hash([.. Builds(), .. SchemaLines.Of(application.Api), options.PublicUrl ?? "", $"{application.Limits}", $"{application.DocumentLimits}"]);

    /// <returns>In quotes, as the header has it.</returns>
    public string Of(PreparedDocument document, Variables variables, ReleaseInfo release, string mediaType)
    {
        var isGraphQL = (object)mediaType == ResponseMedia.GraphQLResponse;
        var known = document.Tags[isGraphQL];
        if (known is null || known.Owner != this || known.Release != release.Sha256)
            document.Tags[isGraphQL] = known = Base(document, release, mediaType);
        return variables.IsEmpty ? known.Plain : Of(known.Hash, variables);
    }

    private string Of(byte[] document, Variables variables)
    {
        var bytes = new VariableBytes(stackalloc byte[512]);
        try
        {
            bytes.Raw(document);
            bytes.Add(variables);
            return Of(bytes.Written);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    private string Of(ReadOnlySpan<byte> question)
    {
        if (question.Length > LongestRemembered)
            return Tag(question);
        ref var place = ref _remembered[XxHash3.HashToUInt64(question) % Places];
        var known = Volatile.Read(ref place);
        if (known is null || !known.Question.AsSpan().SequenceEqual(question))
            Volatile.Write(ref place, known = new(question.ToArray(), Tag(question)));
        return known.Tag;
    }

    private DocumentTags.Base Base(PreparedDocument document, ReleaseInfo release, string mediaType)
    {
        var hash = SHA256.HashData([.. _surroundings, .. document.Canonical, .. Hash([release.Sha256, document.Operation.Name ?? "", mediaType])]);
        return new(this, release.Sha256, hash, Quoted(hash));
    }

    private static string Tag(ReadOnlySpan<byte> question)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        SHA256.HashData(question, hash);
        return Quoted(hash);
    }

    private static string Quoted(ReadOnlySpan<byte> hash)
    {
        Span<char> tag = stackalloc char[TagLength];
        tag[0] = tag[^1] = '"';
        Base64Url.EncodeToChars(hash, tag[1..]);
        return new(tag);
    }

    private static byte[] Hash(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>Compilers are asked for the same bytes for the same code, so this changes with the code alone.</summary>
    private static IEnumerable<string> Builds() =>
        new[] { typeof(AnswerTags), typeof(Embedded.EmbeddedStore), typeof(Neo4j.Answering.Neo4jStore), typeof(QueryPlan), typeof(ReleaseInfo), typeof(Import.DatasetImport) }
            .Select(type => type.Module.ModuleVersionId.ToString("N"));

    /// <param name="Question">All of it, so that nothing else is ever taken for it.</param>
    private sealed record Remembered(byte[] Question, string Tag);
}
