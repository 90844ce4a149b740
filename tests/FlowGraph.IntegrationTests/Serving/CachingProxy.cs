using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FlowGraph.TestKit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>nginx before the API, keeping what it is allowed to keep. <c>X-Cache-Status</c> says what it had.</summary>
internal sealed class CachingProxy : IAsyncDisposable
{
    private const string Program = "nginx";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowgraph-proxy-");
    private readonly Process _process;

    private CachingProxy(Uri api)
    {
        var port = FreePort();
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{_folder}}/pid;
            error_log {{_folder}}/errors error;
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path {{_folder}}/body;
                proxy_temp_path {{_folder}}/temp;
                fastcgi_temp_path {{_folder}}/fastcgi;
                uwsgi_temp_path {{_folder}}/uwsgi;
                scgi_temp_path {{_folder}}/scgi;
                proxy_cache_path {{_folder}}/cache keys_zone=api:1m;
                server {
                    listen 127.0.0.1:{{port}};
                    location / {
                        proxy_pass {{api}};
                        proxy_cache api;
                        proxy_cache_key $request_uri;
                        add_header X-Cache-Status $upstream_cache_status always;
                    }
                }
            }
            """);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/")) };
        _process = Process.Start(new ProcessStartInfo(Installed.PathOf(Program)!, ["-p", _folder.FullName, "-c", Path.Combine(_folder.FullName, "nginx.conf"), "-e", Path.Combine(_folder.FullName, "errors")]))!; // a program is always a new process
    }

    /// <summary>Why there is none; null where it can be started.</summary>
    public static string? Missing => Installed.Has(Program) ? null : $"No {Program} on the PATH. Install it: apt-get install nginx-light.";

    public HttpClient Client { get; }

    public static async Task<CachingProxy> StartAsync(Uri api, CancellationToken cancellationToken)
    {
        var proxy = new CachingProxy(api);
        while (!await proxy.ListensAsync(cancellationToken))
        {
            if (proxy._process.HasExited)
                throw new InvalidOperationException($"{Program} ended with {proxy._process.ExitCode}: {await File.ReadAllTextAsync(Path.Combine(proxy._folder.FullName, "errors"), cancellationToken)}");
            await Task.Delay(20, cancellationToken);
        }
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
