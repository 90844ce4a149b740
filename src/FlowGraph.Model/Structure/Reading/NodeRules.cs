using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>What must hold of node types by their contract: domains, bridges, the types that evidence is made of.</summary>
internal static class NodeRules
{
    public static void Check(Declarations declarations, Faults faults)
    {
        foreach (var node in declarations.Nodes)
        {
            CheckDomain(node, declarations, faults);
            if (node.IsBridge && (node.Contract != Contract.Event || node.Domain is not null))
            {
                faults.Add(
                    ErrorCodes.ModelBridge, node.Type.Place, $"Type '{node.Type.Name}' is a bridge; only an EVENT without domain can join domains.",
                    expected: "an EVENT without domain");
            }
        }

        foreach (var name in ReservedNames.EvidenceTypes)
            CheckEvidence(name, declarations, faults);
    }

    private static void CheckDomain(NodeDeclaration node, Declarations declarations, Faults faults)
    {
        var isMovement = node.Contract == Contract.Event && Declarations.GroupsOf(node).Contains(GroupNames.Movement);
        if (isMovement == node.Domain is not null)
            return;

        faults.Add(
            ErrorCodes.ModelDomain, node.Type.Place,
            isMovement
                ? $"Type '{node.Type.Name}' is a {GroupNames.Movement} without a domain; @node needs domain: OIL, ARMS or TROOPS."
                : $"Type '{node.Type.Name}' has a domain, but is no EVENT of the group '{GroupNames.Movement}'.",
            expected: isMovement ? "a domain" : "no domain");
    }

    private static void CheckEvidence(string name, Declarations declarations, Faults faults)
    {
        if (declarations.Node(name) is { } node)
        {
            if (node.Contract != Contract.Record)
            {
                faults.Add(
                    ErrorCodes.ModelEvidenceType, node.Type.Place, $"Type '{name}' is evidence; its contract must be RECORD.", expected: "contract: RECORD");
            }
        }
        else if (!declarations.Names.ContainsKey(name))
        {
            faults.Add(
                ErrorCodes.ModelEvidenceType, null, $"The type '{name}' is not declared; facts cannot be cited without it.",
                expected: $"type {name} @node(contract: RECORD, ...)");
        }
    }
}
