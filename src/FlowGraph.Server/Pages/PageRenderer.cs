using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FlowGraph.Server.Pages;

/// <summary>Razor components → HTML. Nothing is set up before the first page is asked for.</summary>
internal sealed class PageRenderer(ILoggerFactory loggers)
{
    // Readers of Korean see Korean in the source of a page, too.
    private readonly Lazy<IServiceProvider> _services = new(() => new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider());

    /// <param name="model">The component's only parameter, <c>Model</c>.</param>
    public async Task<byte[]> RenderAsync<TComponent>(object model)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services.Value, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }));
            return root.ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(html);
    }
}
