using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

/// <summary>A validated operation → a <see cref="QueryPlan"/>, for one combination of its @skip/@include variables.</summary>
public sealed partial class PlanCompiler
{
    private readonly ApiSchema _schema;
    private readonly InputCoercion _coercion;
    private readonly QueryLimits _limits;
    private readonly IReadOnlyDictionary<string, bool> _conditions;
    private readonly List<ArgumentSlot> _slots = [];

    // Response key of the root that is being compiled.
    private string _root = "";

    private readonly Dictionary<(string Type, SelectionSet First, int Sets), List<(ImmutableArray<SelectionSet> Sets, RecordPlan Plan)>> _records = [];

    private PlanCompiler(ApiSchema schema, QueryLimits limits, IReadOnlyDictionary<string, bool> conditions)
    {
        _schema = schema;
        _coercion = new(schema);
        _limits = limits;
        _conditions = conditions;
    }

    /// <param name="conditions">The values of the Boolean variables that @skip and @include name.</param>
    /// <exception cref="RequestException">A constant argument is wrong.</exception>
    public static QueryPlan Compile(ApiSchema schema, Operation operation, IReadOnlyDictionary<string, bool> conditions, QueryLimits limits)
    {
        var compiler = new PlanCompiler(schema, limits, conditions);
        var roots = CollectedField.Of(schema.Query, [operation.Selection], conditions).Select(compiler.Root).ToImmutableArray();
        return new() { Roots = roots, Slots = [.. compiler._slots] };
    }

    private ImmutableArray<FieldPlan> Fields(ApiObject type, IEnumerable<SelectionSet> sets) =>
        [.. CollectedField.Of(type, sets, _conditions).Select(collected => Field(type, collected))];

    private ImmutableArray<FieldPlan> Fields(string type, IEnumerable<SelectionSet> sets) => Fields((ApiObject)_schema.Types[type], sets);

    private ValuePlan Value(string type, IEnumerable<SelectionSet> sets) => new(Fields(type, sets));

    private ConnectionPlan Connection(string type, IEnumerable<SelectionSet> sets) => new(Fields(type, sets));

    /// <summary>The plan for whatever can stand behind <paramref name="typeName"/>. The same selection on the same type is compiled once, however many types lead to it.</summary>
    private RecordPlan Record(string typeName, List<SelectionSet> children)
    {
        var key = (typeName, children[0], children.Count);
        if (!_records.TryGetValue(key, out var known))
            _records[key] = known = [];
        foreach (var (sets, plan) in known)
        {
            if (sets.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(children), ReferenceEqualityComparer.Instance))
                return plan;
        }
        var possible = _schema.ConcreteTypes((ApiComposite)_schema.Types[typeName]);
        ImmutableArray<ImmutableArray<FieldPlan>> byType =
        [
            .. _schema.NodeObjects.Where(type => type.Name != "Chain").Select(type => possible.Contains(type) ? Fields(type, children) : default),
        ];
        var chain = possible.FirstOrDefault(type => type.Name == "Chain");
        var result = new RecordPlan(byType, chain is null ? null : new ValuePlan(Fields(chain, children)));
        known.Add(([.. children], result));
        return result;
    }

    private FieldPlan Field(ApiObject type, CollectedField collected)
    {
        var (selected, children) = collected;
        var key = selected.Key;
        if (selected.Name == "__typename")
            return new ConstantField(TypenameField, key, type.Name);
        var field = type.Field(selected.Name) ?? throw new System.Diagnostics.UnreachableException($"{type.Name}.{selected.Name} passed validation.");
        return field.Meaning switch
        {
            FieldMeaning.Constant constant => new ConstantField(field, key, constant.Text),
            FieldMeaning.Property property => new PropertyField(field, key, property.Definition, children.Count > 0 ? Value(field.Type.Name, children) : null),
            FieldMeaning.Reference reference => new ReferenceField(field, key, reference.Definition, Record(field.Type.Name, children)),
            FieldMeaning.Links links => new LinksField(field, key, links.End, PageSlot(field, selected, links.End.Target), Connection(field.Type.Name, children)),
            FieldMeaning.Single single => new SingleField(field, key, single.End, Record(field.Type.Name, children)),
            FieldMeaning.SingleLink link => new SingleLinkField(field, key, link.End, Fields(field.Type.Name, children)),
            FieldMeaning.Structural structural => new StructuralField(field, key, structural.End, Record(field.Type.Name, children)),
            FieldMeaning.Citations => new CitationsField(field, key, TextSlot(field, selected, "stance"), Record(field.Type.Name, children)),
            FieldMeaning.Claims => new ClaimsField(field, key, TextSlot(field, selected, "property"), Record(field.Type.Name, children)),
            FieldMeaning.QuantityClaims => new QuantityClaimsField(field, key, Record(field.Type.Name, children)),
            FieldMeaning.Supports supports => new SupportsField(field, key, SupportSlot(field, selected, supports.IsSole), Connection(field.Type.Name, children)),
            FieldMeaning.IncidentFacts => new IncidentFactsField(field, key, IncidentSlot(field, selected), Connection(field.Type.Name, children)),
            FieldMeaning.Sanctions sanctions => new SanctionField(field, key, sanctions.Designations, sanctions.IssuedBy, SanctionSlot(field, selected, sanctions.IssuedBy)),
            FieldMeaning.Cite => new CiteField(field, key, TextSlot(field, selected, "format")),
            FieldMeaning.Computed computed => new ComputedField(field, key, computed.Value, children.Count > 0 ? Record(field.Type.Name, children) : null),
            FieldMeaning.Part part => Part(field, key, part.Value, children),
            FieldMeaning.Member member => Member(field, selected, member.Value, children),
            _ => throw new System.Diagnostics.UnreachableException($"{type.Name}.{field.Name}"),
        };
    }

    private static readonly ApiField TypenameField = new("__typename", TypeRef.Parse("String!"), null, []);

    private static readonly ApiField IntrospectionField = new("__schema", TypeRef.Parse("JSON"), null, []);

    private PartField Part(ApiField field, string key, ConnectionPart part, List<SelectionSet> children) => part switch
    {
        ConnectionPart.Nodes or ConnectionPart.Node or ConnectionPart.Fact or ConnectionPart.SupportCitations =>
            new(field, key, part, Record(field.Type.Name, children), []),
        ConnectionPart.Edges or ConnectionPart.PageInfo => new(field, key, part, null, Fields(field.Type.Name, children)),
        _ => new(field, key, part, null, []),
    };

    private MemberField Member(ApiField field, SelectedField selected, ValueMember member, List<SelectionSet> children)
    {
        var slot = field.Arguments.IsEmpty ? -1 : member is ValueMember.Grouped groups ? GroupSlot(field, selected, groups.Type) : TextSlot(field, selected, field.Arguments[0].Name);
        return member switch
        {
            ValueMember.Object or ValueMember.ObjectList or ValueMember.Grouped => new(field, selected.Key, member, slot, Value(field.Type.Name, children), null),
            ValueMember.Record or ValueMember.RecordList => new(field, selected.Key, member, slot, null, Record(field.Type.Name, children)),
            ValueMember.LinkList => new(field, selected.Key, member, slot, null, Link(field.Type.Name, children, ComputedValue.EdgeTo), Link(field.Type.Name, children, ComputedValue.EdgeFrom)),
            _ => new(field, selected.Key, member, slot, null, null),
        };
    }

    private RootField Root(CollectedField collected)
    {
        var (selected, children) = collected;
        if (selected.Name == "__typename")
            return new(TypenameField, selected.Key, RootKind.Typename, null, -1, null, null, null);
        if (selected.Name is "__schema" or "__type")
            return new(IntrospectionField, selected.Key, RootKind.Introspection, null, -1, null, null, null);
        var field = _schema.Query.Field(selected.Name) ?? throw new System.Diagnostics.UnreachableException($"Query.{selected.Name} passed validation.");
        _root = selected.Key;
        var meaning = (FieldMeaning.Root)field.Meaning!;
        RootField Root(int slot, RecordPlan? record = null, ConnectionPlan? connection = null, ValuePlan? value = null) =>
            new(field, selected.Key, meaning.Kind, meaning.Set, slot, record, connection, value);
        return meaning.Kind switch
        {
            RootKind.LookUp => Root(LookUpSlot(field, selected, meaning.Set!), Record(field.Type.Name, children)),
            RootKind.Page => Root(PageSlot(field, selected, meaning.Set!), connection: Connection(field.Type.Name, children)),
            RootKind.Facts => Root(FactsSlot(field, selected), connection: Connection(field.Type.Name, children)),
            RootKind.Node or RootKind.Fact or RootKind.Chain => Root(TextSlot(field, selected, "id"), Record(field.Type.Name, children)),
            RootKind.Nodes => Root(IdsSlot(field, selected), Record(field.Type.Name, children)),
            RootKind.Aggregate => Root(AggregateSlot(field, selected, (NodeType)meaning.Set!), value: Value(field.Type.Name, children)),
            RootKind.Search => Root(SearchSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Chains => Root(ChainsSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Timeline => Root(TimelineSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.OilLedger => Root(LedgerSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Neighborhood => Root(NeighborhoodSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Subgraph => Root(SubgraphSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Comparison => Root(ComparisonSlot(field, selected), value: Value(field.Type.Name, children)),
            RootKind.Release or RootKind.Model => Root(-1, value: Value(field.Type.Name, children)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
