// One edge, asked for from its vessel, from its shipment and by its own id.
const evidence = "kind status confidence confidenceBasis likelihood independentSources caption when { edtf } citations { id locator source { id title } }";
const link = `factId ${evidence} fact { id ${evidence} from { id } to { id } properties }`;

export const views = {
  vessel: `query Vessel($vessel: ID!) { vessel(id: $vessel) { id name shipments(first: 50) { edges { ${link} node { id name } } } } }`,
  shipment: `query Shipment($shipment: ID!) { shipment(id: $shipment) { id name carriedBy { edges { ${link} node { id name } } } } }`,
  fact: `query Fact($fact: ID!) { fact(id: $fact) { id ${evidence} ... on EdgeFact { from { id } to { id } properties } } }`,
};

// The same object of the graph, as each view holds it.
export const factOf = {
  vessel: (data, id) => data.vessel.shipments.edges.find((edge) => edge.factId === id).fact,
  shipment: (data, id) => data.shipment.carriedBy.edges.find((edge) => edge.factId === id).fact,
  fact: (data) => data.fact,
};

// In the order of reading, and against it: what is written last must not spoil what was written first.
export const orders = [Object.keys(views), Object.keys(views).reverse()];
