using FlowGraph.Query.Filters;

namespace FlowGraph.Embedded.Columns;

/// <summary>Equality tests on a member of a value; null where the value is missing.</summary>
internal static class TextTest
{
    public static Func<int, bool> On(Func<int, string?> text, ValueTest test)
    {
        switch (test)
        {
            case ValueTest.And and:
                var all = and.Parts.Select(part => On(text, part)).ToArray();
                return row => Array.TrueForAll(all, part => part(row));
            case ValueTest.Or or:
                var some = or.Parts.Select(part => On(text, part)).ToArray();
                return row => Array.Exists(some, part => part(row));
            case ValueTest.Not not:
                var inner = On(text, not.Part);
                return row => !inner(row);
            case ValueTest.Missing:
                return row => text(row) is null;
            case ValueTest.Equal { Value: bool value }:
                return row => text(row) == (value ? "true" : "false");
            case ValueTest.Equal equal:
                return row => text(row) == (string)equal.Value;
            case ValueTest.In set:
                return row => text(row) is { } value && set.Values.Contains(value);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}
