using System.Text;
using FlowGraph.Server.GraphQL;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Schema;

/// <summary>The public API changes only on purpose: what the model compiles to is the approved text.</summary>
public sealed class ApprovedSchemaTests
{
    private static readonly string _text = SchemaText.Print(TestApplication.Shared.Application.EngineSchema);

    [Fact]
    public void Is_what_was_approved() => Golden.Match(Repository.PathOf("schema", "approved", "api.graphql"), _text);

    [Fact]
    public void Stays_small_enough_to_be_read_by_tools()
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(_text), 1, 250 * 1024);
        Assert.InRange(TestApplication.Shared.Application.Api.InOrder.Length, 1, 900);
    }

    [Fact]
    public void Is_printed_alike_by_every_application()
    {
        using var other = Server.Application.Shipped();

        Assert.Equal(_text, SchemaText.Print(other.EngineSchema));
    }
}
