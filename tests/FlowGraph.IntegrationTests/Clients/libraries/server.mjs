// The server under test, asked without any library: what the libraries read has to be the same.
import { readFileSync } from "node:fs";

export const url = process.env.FLOWGRAPH_URL;
export const sdl = readFileSync("schema.graphql", "utf8");

export async function ask(query, variables = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

// Whatever the dataset is: the vessel with the most shipments, and one of its edges.
export async function subject() {
  const { vessels } = await ask(`{
    vessels(order: [{ shipmentsCount: DESC }], first: 1) { nodes { id shipments(first: 1) { edges { factId node { id } } } } }
  }`);
  const [vessel] = vessels.nodes;
  const [edge] = vessel.shipments.edges;
  return { vessel: vessel.id, shipment: edge.node.id, fact: edge.factId };
}

// Libraries add type names of their own.
export function withoutTypenames(value) {
  if (Array.isArray(value)) return value.map(withoutTypenames);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith("__"))
      .map(([name, inner]) => [name, withoutTypenames(inner)]),
  );
}
