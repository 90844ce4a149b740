using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Response;

/// <summary>
/// Writes the answer to a plan, the same on every store: fields in order, lists, values of C#, and nulls. A store says what stands where.
/// A method that returns false has met a null where none may be: its caller takes back what was written.
/// </summary>
/// <typeparam name="TPlace">Where the walk stands in the store.</typeparam>
/// <param name="cited">What an earlier walk of the same plan wanted to cite; null for the first walk.</param>
public abstract partial class ResponseWalk<TPlace>(BoundRequest request, ReleaseInfo release, CitedRecords? cited, JsonResponseWriter writer, CancellationToken cancellationToken)
{
    private List<(string? Key, int Index)>? _path;
    private List<FieldError>? _errors;
    private int _visited;

    protected BoundRequest Request => request;

    protected JsonResponseWriter Writer => writer;

    protected CancellationToken Cancellation => cancellationToken;

    /// <summary>What the walk cites, and what it missed of that; null where it cites nothing, as most do.</summary>
    public CitedRecords? Cited { get; private set; } = cited;

    public IReadOnlyList<FieldError> Execute()
    {
        var start = writer.Position;
        Roots(start);
        writer.Objects = _visited;
        if (_errors is null)
            return [];
        // Only an error needs to know where the walk stands, and errors are so rare that it is cheaper to walk again than to note every step.
        writer.Reset(start);
        _errors = null;
        _path = [];
        Roots(start);
        return _errors!;
    }

    /// <summary>What is written is thrown away: the walk is done again with what it lacks now. Long texts need not be made for that.</summary>
    protected virtual bool IsDraft => false;

    /// <summary>The record that a look-up, a node or a fact asks for. Null where there is none.</summary>
    /// <param name="index">Of <paramref name="root"/> in the plan.</param>
    protected abstract bool? Found(RootField root, int index);

    /// <summary>The page that <paramref name="root"/> asks for.</summary>
    protected abstract bool RootPage(RootField root, int index);

    /// <summary>The record with this id. Null where there is none.</summary>
    protected abstract bool? Record(RecordPlan plan, string id);

    /// <summary>The same for an id that the store itself has given in this request: such a record is there.</summary>
    protected virtual bool? Named(RecordPlan plan, string id) => Record(plan, id);

    /// <summary>A field of what stands at <paramref name="here"/>.</summary>
    protected abstract bool Field(FieldPlan field, in TPlace here);

    protected abstract bool IsNowhere(in TPlace place);

    /// <summary>Place of what belongs to no record of the store.</summary>
    protected abstract TPlace Nowhere { get; }

    protected bool Object(ImmutableArray<FieldPlan> fields, in TPlace here)
    {
        // Cancellation is looked at now and then: often enough to stop a large answer, rarely enough to cost nothing.
        if ((++_visited & 255) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        writer.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            var mark = Open(field, i);
            Push(field.Key);
            var written = field is ConstantField constant ? Constant(constant) : Field(field, here);
            Pop();
            if (!written && !Close(field, mark))
                return false;
        }
        writer.Byte((byte)'}');
        return true;
    }

    protected bool List<T>(IEnumerable<T> items, Func<T, bool> write)
    {
        writer.Byte((byte)'[');
        var index = 0;
        foreach (var item in items)
        {
            if (index > 0)
                writer.Byte((byte)',');
            Push(index++);
            var written = write(item);
            Pop();
            if (!written)
                return false;
        }
        writer.Byte((byte)']');
        return true;
    }

    /// <summary>A stored value that is no object in the API. False for one that is: a date or a quantity.</summary>
    protected bool Scalar(object value)
    {
        switch (value)
        {
            case string text:
                writer.Text(text);
                return true;
            case int number:
                writer.Number(number);
                return true;
            case double number:
                writer.Number(number);
                return true;
            case bool flag:
                writer.Boolean(flag);
                return true;
            case DateOnly day:
                writer.Date(day);
                return true;
            case ImmutableArray<string> texts:
                return Texts(texts);
            default:
                return false;
        }
    }

    /// <summary>An edge's own properties as one JSON object: dates as EDTF, what is missing left out.</summary>
    protected bool OwnProperties(EdgeType type, Func<PropertyDefinition, object?> valueOf)
    {
        writer.Byte((byte)'{');
        var first = true;
        foreach (var property in type.Properties.Where(property => !property.IsContract))
        {
            if (valueOf(property) is not { } value)
                continue;
            if (!first)
                writer.Byte((byte)',');
            first = false;
            writer.Text(property.Name);
            writer.Byte((byte)':');
            if (!Scalar(value is FuzzyDate date ? date.Edtf : value))
                throw new System.Diagnostics.UnreachableException($"{type.Name}.{property.Name}");
        }
        writer.Byte((byte)'}');
        return true;
    }

    /// <summary>The record with this id as a citation to print; for the time being nothing, where it was not read for that yet.</summary>
    protected bool Cite(CiteField field, string id)
    {
        if (!(Cited ??= new()).TryGet(id, out var print))
        {
            writer.Text("");
            return true;
        }
        if (print is null)
            return Fail($"'{id}' is not there.");
        writer.Text(RecordCitation.Write(print, EnumSpelling.Parse<CitationFormat>((string)request.Bound[field.Slot]!), request.PublicUrl));
        return true;
    }

    protected bool Null(FieldPlan field)
    {
        if (field.NonNull)
            return Fail($"{field.Field.Name} has no value where one must be.");
        writer.Null();
        return true;
    }

    private bool Texts(IEnumerable<string> texts) => List(texts, text =>
    {
        writer.Text(text);
        return true;
    });

    /// <summary>Notes an error at the present path. Always false.</summary>
    protected bool Fail(string message)
    {
        (_errors ??= []).Add(new(new(ErrorCodes.Internal, message), [.. _path?.Select(step => step.Key ?? (object)step.Index) ?? []]));
        return false;
    }

    protected void Push(int index) => _path?.Add((null, index));

    protected void Pop() => _path?.RemoveAt(_path.Count - 1);

    private void Push(string key) => _path?.Add((key, 0));

    private int Open(FieldPlan field, int place)
    {
        writer.Raw(place > 0 ? field.NextKeyBytes : field.KeyBytes);
        return writer.Position;
    }

    /// <summary>After a field that has failed: null in its place, where that may be.</summary>
    private bool Close(FieldPlan field, int mark)
    {
        if (field.NonNull)
            return false;
        writer.Reset(mark);
        writer.Null();
        return true;
    }

    private bool Constant(ConstantField constant)
    {
        writer.Raw(constant.Json);
        return true;
    }

    private void Roots(int start)
    {
        writer.Byte((byte)'{');
        var roots = request.Plan.Roots;
        for (var i = 0; i < roots.Length; i++)
        {
            var root = roots[i];
            var mark = Open(root, i);
            Push(root.Key);
            var written = Root(root, i, request.Inputs.Length == 0 ? null : request.Inputs[i]);
            Pop();
            if (written || Close(root, mark))
                continue;
            writer.Reset(start);
            writer.Null();
            return;
        }
        writer.Byte((byte)'}');
    }

    private bool Root(RootField root, int index, object? input)
    {
        switch (root.Kind)
        {
            case RootKind.Typename:
                writer.Text("Query"u8);
                return true;
            case RootKind.Introspection:
                writer.Raw((byte[])input!);
                return true;
            case RootKind.Page or RootKind.Facts:
                return RootPage(root, index);
            case RootKind.LookUp or RootKind.Fact:
                return Found(root, index) ?? Null(root);
            case RootKind.Node:
                return input is null ? Found(root, index) ?? Null(root) : Chain(root.Record!, input);
            case RootKind.Nodes:
                return Nodes(root, input as IReadOnlyDictionary<string, Chain?>);
            case RootKind.Chain:
                return input is null ? Null(root) : Chain(root.Record!, input);
            case RootKind.Chains or RootKind.Aggregate or RootKind.Timeline or RootKind.OilLedger or RootKind.Subgraph or RootKind.Comparison or RootKind.Search:
                return Value(root.Value!.Fields, input!, Nowhere);
            case RootKind.Neighborhood:
                return input is null ? Null(root) : Value(root.Value!.Fields, input, Nowhere);
            case RootKind.Model:
                return Types(root.Value!, (IEnumerable<object>)input!);
            case RootKind.Release:
                return Value(root.Value!.Fields, release, Nowhere);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool Chain(RecordPlan record, object chain) => Value(record.Chain!.Fields, chain, Nowhere);

    // Not within Root: what a function there holds on to would be allocated for every root of every request.
    private bool Nodes(RootField root, IReadOnlyDictionary<string, Chain?>? chains) =>
        List((object?[])request.Bound[root.Slot]!, id => NodeOrNull(root.Record!, (string)id!, chains));

    private bool Types(ValuePlan plan, IEnumerable<object> types) => List(types, type => Value(plan.Fields, type, Nowhere));

    /// <summary>An element of nodes(ids): it may be null, and so it is where it fails.</summary>
    private bool NodeOrNull(RecordPlan plan, string id, IReadOnlyDictionary<string, Chain?>? chains)
    {
        var mark = writer.Position;
        var written = chains is not null && chains.TryGetValue(id, out var chain)
            ? chain is not null && Chain(plan, chain)
            : Record(plan, id) ?? false;
        if (!written)
        {
            writer.Reset(mark);
            writer.Null();
        }
        return true;
    }
}
