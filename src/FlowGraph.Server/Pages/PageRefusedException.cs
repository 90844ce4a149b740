namespace FlowGraph.Server.Pages;

/// <summary>There is no such page, or not now.</summary>
internal sealed class PageRefusedException(RefusalModel model) : Exception(model.Message)
{
    public RefusalModel Model { get; } = model;
}
