namespace FlowGraph.Model.Diagnostics;

/// <content>Faults of a compiled release.</content>
public static partial class ErrorCodes
{
    /// <summary>It is not there, cannot be read, or is another kind of file.</summary>
    public const string CompiledFile = "COMPILED_FILE";

    /// <summary>It was compiled for another model or by another program.</summary>
    public const string CompiledVersion = "COMPILED_VERSION";

    /// <summary>Its bytes are not those that were written.</summary>
    public const string CompiledDamaged = "COMPILED_DAMAGED";

    /// <summary>What was asked needs the records of the dataset, which a compiled release has no more.</summary>
    public const string CompiledRecords = "COMPILED_RECORDS";
}
