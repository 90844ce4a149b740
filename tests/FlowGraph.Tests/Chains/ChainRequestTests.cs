using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ChainRequestTests
{
    private const string Graph = "shipment:oil -LOADED_AT-> port:east\nshipment:oil -BOUND_FOR-> port:north";

    private static readonly ChainRequest _request = new() { From = "port:east", To = "port:north" };

    public static TheoryData<ChainRequest, string, string> Faults => new()
    {
        { _request with { To = "port:east" }, ErrorCodes.BadUserInput, "'from' and 'to' are both 'port:east'." },
        { _request with { To = "port:west" }, ErrorCodes.UnknownId, "'port:west' in 'to' is not in release:sketch." },
        { _request with { Via = ["port:west"], Avoid = ["port:west"] }, ErrorCodes.UnknownId, "'port:west' in 'via', 'avoid' is not in release:sketch." },
        { _request with { Via = ["shipment:oil"], Avoid = ["shipment:oil"] }, ErrorCodes.BadUserInput, "'shipment:oil' is in 'via' and in 'avoid': a chain cannot both pass it and avoid it." },
        { _request with { Avoid = ["port:east"] }, ErrorCodes.BadUserInput, "'port:east' is an end of the chain and in 'avoid'." },
        { _request with { From = "loaded-at:oil--east" }, ErrorCodes.BadUserInput, "'loaded-at:oil--east' is an edge; a chain runs from a node to a node." },
        { _request with { Types = ["LOADET_AT"] }, ErrorCodes.BadUserInput, "'LOADET_AT' is no type that a chain can pass." },
        { _request with { ExcludeTypes = ["FROM_SOURCE"] }, ErrorCodes.BadUserInput, "'FROM_SOURCE' is no type that a chain can pass." },
        { _request with { Modalities = ["FACTUAL"] }, ErrorCodes.BadUserInput, "'FACTUAL' is no modality." },
        { _request with { MaxHops = 9 }, ErrorCodes.LimitHops, "maxHops is 9; allowed is 1 to 8." },
        { _request with { MaxHops = 0 }, ErrorCodes.LimitHops, "maxHops is 0; allowed is 1 to 8." },
        { _request with { First = 11 }, ErrorCodes.LimitChains, "first is 11; allowed is 1 to 10." },
        { _request with { MinIndependentSources = -1 }, ErrorCodes.BadUserInput, "minIndependentSources is -1; it counts origins." },
        { _request with { During = new DayRange(new DateOnly(2024, 3, 2), new DateOnly(2024, 3, 1)) }, ErrorCodes.BadUserInput, "'during' runs from 2024-03-02 back to 2024-03-01." },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_fault_is_an_error_and_no_none(ChainRequest request, string code, string message)
    {
        var exception = await Assert.ThrowsAsync<FlowGraphException>(() => ChainQuestion.AskAsync(Graph, request));

        Assert.Contains(exception.Diagnostics, fault => fault.Code == code && fault.Message == message);
    }

    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var exception = await Assert.ThrowsAsync<FlowGraphException>(
            () => ChainQuestion.AskAsync(Graph, _request with { MaxHops = 0, First = 0, Types = ["LOADED"], Via = ["port:west"] }));

        Assert.Equal(
            [ErrorCodes.LimitHops, ErrorCodes.LimitChains, ErrorCodes.BadUserInput, ErrorCodes.UnknownId], exception.Diagnostics.Select(fault => fault.Code));
    }

    [Fact]
    public async Task A_near_type_is_suggested()
    {
        var exception = await Assert.ThrowsAsync<FlowGraphException>(() => ChainQuestion.AskAsync(Graph, _request with { Types = ["LOADET_AT"] }));

        Assert.Equal("Did you mean 'LOADED_AT'?", Assert.Single(exception.Diagnostics).Hint);
    }
}
