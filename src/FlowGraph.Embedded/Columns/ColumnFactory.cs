using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Columns;

internal static class ColumnFactory
{
    public static Column Create(PropertyDefinition property, IReadOnlyList<object?> values)
    {
        if (property.IsList)
            return new ListColumn(values);
        return property.Kind switch
        {
            ValueKind.Int => new IntColumn(values),
            ValueKind.Float => new FloatColumn(values),
            ValueKind.Boolean => new BooleanColumn(values),
            ValueKind.Date => new DateColumn(values),
            ValueKind.Enum => new EnumColumn(property.Enum!, values),
            ValueKind.FuzzyDate => new FuzzyDateColumn(values),
            ValueKind.Quantity => new QuantityColumn(values),
            _ => new TextColumn(values),
        };
    }

    public static Column Load(PropertyDefinition property, BlockReader file)
    {
        if (property.IsList)
            return new ListColumn(file);
        return property.Kind switch
        {
            ValueKind.Int => new IntColumn(file),
            ValueKind.Float => new FloatColumn(file),
            ValueKind.Boolean => new BooleanColumn(file),
            ValueKind.Date => new DateColumn(file),
            ValueKind.Enum => new EnumColumn(property.Enum!, file),
            ValueKind.FuzzyDate => new FuzzyDateColumn(file),
            ValueKind.Quantity => new QuantityColumn(file),
            _ => new TextColumn(file),
        };
    }
}
