using System.IO.Compression;
using FlowGraph.Server.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlowGraph.Server.Hosting;

/// <summary>gzip and brotli at their fastest, for what is text and large enough to gain by it.</summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private static readonly string[] _mediaTypes =
    [
        "application/json", "application/graphql-response+json", "text/plain", "text/html", "text/css", "text/javascript", "image/svg+xml",
        "text/markdown", "text/csv", "application/vnd.citationstyles.csl+json", "application/x-bibtex", "application/graphml+xml", "application/geo+json",
    ];

    public static void AddTo(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = _mediaTypes;
            // An answer holds nothing secret, so its length gives nothing away.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, AnswerCompression>());
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is null or >= AnswerHeaders.LeastCompressed && base.ShouldCompressResponse(context);
}
