namespace FlowGraph.Model.Values;

/// <summary>A figure as its source gives it. <c>Best</c> is null unless a source gives a central value; no end is ever invented.</summary>
/// <param name="Unit">A member of the model's Unit.</param>
/// <param name="Bound">A member of the model's Bound: EXACT AT_LEAST UP_TO ABOUT BETWEEN UNSTATED.</param>
/// <param name="Text">The source's words where there is no figure: "several dozen".</param>
/// <param name="Contested">Its claims differ, or one of them is contested.</param>
public sealed partial record Quantity(double? Best, double? Low, double? High, string Unit, string Bound, string? Text, bool Contested);
