// Read by the Relay compiler, which makes a module of each; nothing runs this file.
import { graphql } from "relay-runtime";

graphql`
  query questionsVesselQuery($vessel: ID!) {
    vessel(id: $vessel) {
      id
      name
      shipments(first: 50) {
        edges {
          factId kind status confidence confidenceBasis likelihood independentSources caption
          when { edtf }
          citations { id locator source { id title } }
          fact { id kind status confidence confidenceBasis caption when { edtf } citations { id locator } from { id } to { id } properties }
          node { id name }
        }
      }
    }
  }
`;

graphql`
  query questionsShipmentQuery($shipment: ID!) {
    shipment(id: $shipment) {
      id
      name
      carriedBy {
        edges {
          factId kind status confidence confidenceBasis likelihood independentSources caption
          when { edtf }
          citations { id locator source { id title } }
          fact { id kind status confidence confidenceBasis caption when { edtf } citations { id locator } from { id } to { id } properties }
          node { id name }
        }
      }
    }
  }
`;

graphql`
  query questionsFactQuery($fact: ID!) {
    fact(id: $fact) {
      id kind status confidence confidenceBasis caption
      when { edtf }
      citations { id locator }
      ... on EdgeFact { from { id } to { id } properties }
    }
  }
`;

graphql`
  query questionsWalkQuery($vessel: ID!, $first: Int, $last: Int) {
    vessel(id: $vessel) { ...questionsWalk_vessel @arguments(first: $first, last: $last) }
  }
`;

graphql`
  fragment questionsWalk_vessel on Vessel
  @refetchable(queryName: "questionsWalkPageQuery")
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }) {
    name
    shipments(order: [{ name: ASC }], first: $first, after: $after, last: $last, before: $before) @connection(key: "questionsWalk_shipments") {
      totalCount
      edges { factId confidence citations { id locator } node { id name } }
    }
  }
`;

graphql`
  query questionsListQuery($first: Int!) { ...questionsList_query @arguments(first: $first) }
`;

graphql`
  fragment questionsList_query on Query
  @refetchable(queryName: "questionsListPageQuery")
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }) {
    shipments(order: [{ loadedAt: { name: DESC } }, { barrels: ASC }], first: $first, after: $after) @connection(key: "questionsList_shipments") {
      edges { node { id name loadedAt { id name } } }
    }
  }
`;

graphql`
  fragment questionsDetail_fact on EdgeFact @refetchable(queryName: "questionsDetailRefetchQuery") {
    caption
    confidence
    citations { id source { id title } }
  }
`;
