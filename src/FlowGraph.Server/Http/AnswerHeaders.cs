namespace FlowGraph.Server.Http;

internal static class AnswerHeaders
{
    /// <summary>Bytes. Below that an answer fits into one packet with its headers anyway.</summary>
    public const int LeastCompressed = 1024;

    public const string VaryByMedia = "Accept, Accept-Encoding";

    // One browser keeps one copy for all pages of a machine; the copy for a page of another origin carries leave to read it.
    public const string VaryByEncodingAndOrigin = "Accept-Encoding, Origin";

    /// <summary>A strong tag promises the same bytes, which compression does not give.</summary>
    public static Task WeakenTagOfCompressed(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.ContentEncoding.Count > 0 && headers.ETag is [['"', ..] tag])
            headers.ETag = "W/" + tag;
        return Task.CompletedTask;
    }
}
