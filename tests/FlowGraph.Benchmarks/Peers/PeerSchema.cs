using GraphQL;
using GraphQL.Types;

namespace FlowGraph.Benchmarks.Peers;

/// <summary>node-peers/schema.graphql as types of GraphQL.NET, each field with a typed resolver.</summary>
internal sealed class PeerSchema : Schema
{
    public PeerSchema(PeerGraph graph) => Query = new QueryType(graph);

    private sealed class QueryType : ObjectGraphType
    {
        public QueryType(PeerGraph graph)
        {
            Name = "Query";
            Field<VesselType>("vessel").Argument<NonNullGraphType<IdGraphType>>("id").Resolve(context => graph.Vessels.GetValueOrDefault(context.GetArgument<string>("id")));
            Field<NonNullGraphType<ShipmentsConnectionType>>("shipments").Argument<NonNullGraphType<IntGraphType>>("first")
                .Resolve(context => ShipmentsConnection.First(graph.Shipments, context.GetArgument<int>("first")));
        }
    }

    private sealed class ShipmentsConnectionType : ObjectGraphType<ShipmentsConnection>
    {
        public ShipmentsConnectionType()
        {
            Name = "ShipmentsConnection";
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ShipmentType>>>>("nodes").Resolve(context => context.Source.Nodes);
        }
    }

    private sealed class VesselType : ObjectGraphType<Vessel>
    {
        public VesselType()
        {
            Name = "Vessel";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Name);
            Field<StringGraphType>("imo").Resolve(context => context.Source.Imo);
            Field<NonNullGraphType<StringGraphType>>("category").Resolve(context => context.Source.Category);
            Field<IntGraphType>("yearBuilt").Resolve(context => context.Source.YearBuilt);
            Field<NonNullGraphType<ShipmentsConnectionType>>("shipments").Argument<NonNullGraphType<IntGraphType>>("first")
                .Resolve(context => ShipmentsConnection.First(context.Source.Shipments, context.GetArgument<int>("first")));
        }
    }

    private sealed class ShipmentType : ObjectGraphType<Shipment>
    {
        public ShipmentType()
        {
            Name = "Shipment";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Name);
            Field<NonNullGraphType<StringGraphType>>("form").Resolve(context => context.Source.Form);
            Field<NonNullGraphType<StringGraphType>>("commodity").Resolve(context => context.Source.Commodity);
            Field<NonNullGraphType<StringGraphType>>("confidence").Resolve(context => context.Source.Confidence);
            Field<NonNullGraphType<BooleanGraphType>>("includeInTotals").Resolve(context => context.Source.IncludeInTotals);
            Field<PlaceType>("loadedAt").Resolve(context => context.Source.LoadedAt);
            Field<PlaceType>("dischargedAt").Resolve(context => context.Source.DischargedAt);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<CitationType>>>>("citations").Resolve(context => context.Source.Citations);
        }
    }

    private sealed class PlaceType : ObjectGraphType<Place>
    {
        public PlaceType()
        {
            Name = "Place";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Name);
        }
    }

    private sealed class CitationType : ObjectGraphType<Citation>
    {
        public CitationType()
        {
            Name = "Citation";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("locator").Resolve(context => context.Source.Locator);
            Field<NonNullGraphType<StringGraphType>>("paraphrase").Resolve(context => context.Source.Paraphrase);
            Field<NonNullGraphType<StringGraphType>>("stance").Resolve(context => context.Source.Stance);
            Field<NonNullGraphType<SourceType>>("source").Resolve(context => context.Source.Source);
        }
    }

    private sealed class SourceType : ObjectGraphType<Source>
    {
        public SourceType()
        {
            Name = "Source";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("title").Resolve(context => context.Source.Title);
            Field<StringGraphType>("publisher").Resolve(context => context.Source.Publisher);
        }
    }
}
