using System.Reflection;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Model;

/// <summary>One text for every way a model can be wrong, with what is said about it.</summary>
public sealed partial class ModelFaultTests
{
    public static TheoryData<string, string, string> Cases => [.. Texts.Concat(Names).Concat(Types).Concat(Properties).Concat(Edges).Concat(Groups)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reports(string code, string text, string diagnostics)
    {
        var fault = Assert.Throws<FlowGraphException>(() => SmallModel.With(text));

        Assert.Equal(diagnostics.ReplaceLineEndings("\n"), string.Join('\n', fault.Diagnostics).Replace("more.graphql:", "", StringComparison.Ordinal));
        Assert.Contains(fault.Diagnostics, diagnostic => diagnostic.Code == code);
    }

    [Theory]
    [InlineData(
        "enum Likelihood { LIKELY }", "enum Likelyhood { LIKELY }",
        "MODEL_CONTRACT_ENUM: The enum 'Likelihood' is not declared; 'likelihood' of the contract needs it. Did you mean 'Likelyhood'?")]
    [InlineData(
        "type Source @node", "type Quelle @node",
        "MODEL_EVIDENCE_TYPE: The type 'Source' is not declared; facts cannot be cited without it.")]
    [InlineData(
        "type Source @node(contract: RECORD", "type Source @node(contract: ENTITY",
        "MODEL_EVIDENCE_TYPE: Type 'Source' is evidence; its contract must be RECORD.")]
    [InlineData(
        "interface Event @group(superLabel: \"_Event\", plural: \"events\") { name: String! }", "",
        "MODEL_GROUP_MISSING: The group 'Event' is not declared, but there are node types with its contract.")]
    public void Reports_what_no_model_can_lack(string present, string instead, string diagnostic)
    {
        var text = SmallModel.Text.Replace(present, instead, StringComparison.Ordinal);

        var fault = Assert.Throws<FlowGraphException>(() => ModelReader.Read([new ModelDocument("small.graphql", text)]));

        Assert.EndsWith(diagnostic, Assert.Single(fault.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Covers_every_code()
    {
        string[] elsewhere = [ErrorCodes.ModelContractEnum, ErrorCodes.ModelEvidenceType, ErrorCodes.ModelGroupMissing];
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.StartsWith("MODEL_", StringComparison.Ordinal));

        Assert.Empty(codes.Except(elsewhere).Except(Cases.Select(row => row.Data.Item1)));
    }
}
