import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, CombinedGraphQLErrors, HttpLink, gql } from "@apollo/client";
import { cacheFor } from "./apollo-cache.mjs";
import { ask, sdl, subject, url, withoutTypenames } from "./server.mjs";
import { factOf, orders, views } from "./views.mjs";

const client = () => new ApolloClient({ link: new HttpLink({ uri: url, fetch }), cache: cacheFor(sdl) });

test("the same edge reads back intact from three sides", async () => {
  const ids = await subject();
  for (const order of orders) {
    const apollo = client();
    for (const view of order) await apollo.query({ query: gql(views[view]), variables: ids });

    const facts = [];
    for (const view of order) {
      const read = withoutTypenames(apollo.readQuery({ query: gql(views[view]), variables: ids }));
      assert.deepEqual(read, await ask(views[view], ids), view);
      facts.push(factOf[view](read, ids.fact));
    }

    const kept = Object.keys(apollo.cache.extract());
    assert.deepEqual(facts[1], facts[0]);
    assert.deepEqual(facts[2], facts[0]);
    assert.equal(kept.filter((key) => key.includes(`"${ids.fact}"`)).length, 1, "the fact is kept once");
    assert.ok(!kept.some((key) => /^\w+Link(Edge)?:/.test(key)), "links are kept where they were found");
  }
});

test("fragments on interfaces match", async () => {
  const { vessel } = await subject();
  const query = `query ($vessel: ID!) {
    node(id: $vessel) {
      id
      ... on Entity { name }
      ... on Vessel { shipments(first: 3) { edges { ... on Link { factId confidence } node { id ... on Movement { domain } ... on Fact { key } } } } }
    }
  }`;
  const apollo = client();

  await apollo.query({ query: gql(query), variables: { vessel } });

  const read = withoutTypenames(apollo.readQuery({ query: gql(query), variables: { vessel } }));
  assert.deepEqual(read, await ask(query, { vessel }));
  assert.ok(read.node.shipments.edges[0].node.domain && read.node.shipments.edges[0].factId);
});

test("what two queries ask of one link is kept together", async () => {
  const { shipments } = await ask("{ shipments(where: { loadedAtFact: { confidence: { gte: LOW } }, when: { known: true } }, first: 1) { nodes { id } } }");
  const [variables] = shipments.nodes;
  const asked = ["when { edtf } loadedAtFact { factId confidence }", "when { earliest } loadedAtFact { caption citations { id locator } node { id name } }"];
  const queries = asked.map((fields) => `query ($id: ID!) { shipment(id: $id) { id ${fields} } }`);
  const apollo = client();

  for (const query of queries) await apollo.query({ query: gql(query), variables });

  for (const query of queries) assert.deepEqual(withoutTypenames(apollo.readQuery({ query: gql(query), variables })), await ask(query, variables));
});

const walked = `query ($order: [ShipmentSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  shipments(order: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { id name loadedAt { id name } } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;

async function walk(apollo, variables, more) {
  let { data } = await apollo.query({ query: gql(walked), variables });
  const query = apollo.watchQuery({ query: gql(walked), variables });
  for (let page = 1; page < 5; page++) ({ data } = await query.fetchMore({ variables: more(data.shipments.pageInfo) }));
  return withoutTypenames(apollo.readQuery({ query: gql(walked), variables }).shipments.edges);
}

test("pages are merged forwards, each order for itself", async () => {
  const apollo = client();
  for (const order of [[{ name: "DESC" }], [{ when: "ASC" }, { name: "ASC" }]]) {
    const edges = await walk(apollo, { order, first: 3 }, ({ endCursor }) => ({ after: endCursor }));

    const { shipments } = await ask(walked, { order, first: 15 });
    assert.deepEqual(edges, shipments.edges);
    assert.equal(edges.length, 15);
  }
});

test("pages are merged backwards", async () => {
  const order = [{ loadedAt: { name: "DESC" } }];

  const edges = await walk(client(), { order, last: 3 }, ({ startCursor }) => ({ last: 3, before: startCursor }));

  const { shipments } = await ask(walked, { order, last: 15 });
  assert.deepEqual(edges, shipments.edges);
  assert.equal(edges.length, 15);
});

test("a fault has its code", async () => {
  const asked = client().query({ query: gql`query ($imo: IMO) { vessel(imo: $imo) { id } }`, variables: { imo: "9161004" } });

  await assert.rejects(asked, (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === "NOT_A_VALID_IMO");
});
