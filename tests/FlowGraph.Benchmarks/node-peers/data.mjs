// The exported records, joined once: every resolver below only follows a reference.
import { readFileSync } from "node:fs";

export const typeDefs = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");

export function resolversOver(file) {
  const data = JSON.parse(readFileSync(file, "utf8"));
  const places = new Map(data.places.map(place => [place.id, place]));
  const sources = new Map(data.sources.map(source => [source.id, source]));
  for (const shipment of data.shipments) {
    shipment.loadedAt = places.get(shipment.loadedAt) ?? null;
    shipment.dischargedAt = places.get(shipment.dischargedAt) ?? null;
    for (const citation of shipment.citations)
      citation.source = sources.get(citation.source);
  }
  const shipments = new Map(data.shipments.map(shipment => [shipment.id, shipment]));
  for (const vessel of data.vessels)
    vessel.carried = vessel.shipments.map(id => shipments.get(id));
  const vessels = new Map(data.vessels.map(vessel => [vessel.id, vessel]));
  return {
    Query: {
      vessel: (_, { id }) => vessels.get(id) ?? null,
      shipments: (_, { first }) => ({ nodes: data.shipments.slice(0, first) }),
    },
    Vessel: {
      shipments: (vessel, { first }) => ({ nodes: vessel.carried.slice(0, first) }),
    },
  };
}
