using FlowGraph.Embedded.Blocks;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>The values of one property for all rows of one type, typed and frozen.</summary>
internal abstract class Column
{
    public abstract bool IsMissing(int row);

    /// <summary>Writes the value. False, and nothing is written, where there is none.</summary>
    public abstract bool TryWrite(JsonResponseWriter writer, int row);

    /// <summary>The value as a record has it.</summary>
    public abstract object? Get(int row);

    /// <summary>A component of the sort key; only dates have a second one.</summary>
    public abstract SortValue Sort(int row, int part);

    /// <summary>What the constructor that reads a file finds there.</summary>
    public abstract void Save(BlockWriter file);

    /// <summary>The test as a function of the row.</summary>
    public Func<int, bool> Compile(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.And and:
                var all = and.Parts.Select(Compile).ToArray();
                return row => Array.TrueForAll(all, part => part(row));
            case ValueTest.Or or:
                var some = or.Parts.Select(Compile).ToArray();
                return row => Array.Exists(some, part => part(row));
            case ValueTest.Not not:
                var inner = Compile(not.Part);
                return row => !inner(row);
            case ValueTest.Missing:
                return IsMissing;
            case ValueTest.Precision or ValueTest.UnitIs or ValueTest.BoundIs or ValueTest.ContestedIs:
                // A member of a value that is missing is itself a missing value, which negated operators match.
                return CompileOwn(test);
            default:
                var own = CompileOwn(test);
                return row => !IsMissing(row) && own(row);
        }
    }

    /// <summary>A test that is no combination; on a value that is there, unless it speaks of a member of the value.</summary>
    protected abstract Func<int, bool> CompileOwn(ValueTest test);
}
