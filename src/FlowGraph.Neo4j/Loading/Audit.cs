using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>What the audit's questions were answered.</summary>
public sealed record AuditReport(ImmutableArray<AuditFinding> Findings)
{
    public bool IsClean => Findings.All(finding => finding.Rows.IsEmpty);
}

/// <param name="Rows">At most <see cref="AuditCypher.Limit"/>; one text per column.</param>
public sealed record AuditFinding(AuditQuestion Question, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>Asks the audit's questions.</summary>
public static class Audit
{
    public static async Task<AuditReport> RunAsync(ICypherRunner runner, GraphModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var findings = ImmutableArray.CreateBuilder<AuditFinding>();
        foreach (var question in AuditCypher.Questions(model))
        {
            using var answer = await runner.RunAsync(new(question.Text), cancellationToken);
            findings.Add(new(question, [.. Enumerable.Range(0, answer.Count).Select(row => Texts(answer.Rows[row]))]));
        }
        return new(findings.ToImmutable());
    }

    /// <summary>The release that the database says it holds; null where none is.</summary>
    public static async Task<StoredRelease?> ReleaseAsync(ICypherRunner runner, GraphModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        using var answer = await runner.RunAsync(ReleaseNode.Read, cancellationToken);
        return ReleaseNode.Parse(answer, model);
    }

    private static ImmutableArray<string> Texts(JsonElement row) =>
    [
        .. row.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(item => item.ToString())) : value.ToString()),
    ];
}
