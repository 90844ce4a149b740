using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

/// <summary>Every type of fact in the order of the API's enum FactType: edges, events, claims.</summary>
/// <param name="Name">The enum's member.</param>
/// <param name="Prefix">What ids of the type begin with; no two types have the same.</param>
public readonly record struct FactType(string Name, string Prefix)
{
    public static ImmutableArray<FactType> Of(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).Select(type => new FactType(type.Name, type.Prefix)),
            .. model.NodeTypes.Where(type => type.IsFact).Select(type => new FactType(type.EnumName, type.Prefix)),
        ];
    }
}
