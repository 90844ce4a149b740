using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Ledgers;

/// <summary>What of a model the ledger is kept over.</summary>
public sealed record LedgerTerms
{
    public const string RefinedPetroleum = "REFINED_PETROLEUM";

    private LedgerTerms(NodeType shipment, NodeType cap)
    {
        (Shipment, Cap) = (shipment, cap);
        (When, Commodity, Barrels) = (Property(shipment, "when"), Property(shipment, "commodity"), Property(shipment, "barrels"));
        (SuppliedBy, ReceivedBy) = (End(shipment, "suppliedBy"), End(shipment, "receivedBy"));
        (CapWhen, Amount, On) = (Property(cap, "when"), Property(cap, "amount"), End(cap, "on"));
    }

    public NodeType Shipment { get; }

    public PropertyDefinition When { get; }

    public PropertyDefinition Commodity { get; }

    public PropertyDefinition Barrels { get; }

    public RelationshipEnd SuppliedBy { get; }

    public RelationshipEnd ReceivedBy { get; }

    public NodeType Cap { get; }

    public PropertyDefinition CapWhen { get; }

    public PropertyDefinition Amount { get; }

    public RelationshipEnd On { get; }

    public static LedgerTerms Of(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model.NodeTypesByName["Shipment"], model.NodeTypesByName["Cap"]);
    }

    private static PropertyDefinition Property(NodeType type, string name) => type.Property(name) ?? throw Missing(type, name);

    private static RelationshipEnd End(NodeType type, string name) => type.Ends.FirstOrDefault(end => end.Name == name) ?? throw Missing(type, name);

    private static InvalidOperationException Missing(NodeType type, string name) => new($"The ledger needs {type.Name}.{name}, which the model does not have.");
}
