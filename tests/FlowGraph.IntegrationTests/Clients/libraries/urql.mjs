import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, cacheExchange, fetchExchange } from "urql";
import { ask, sdl, subject, url, withoutTypenames } from "./server.mjs";
import { clientFor } from "./urql-client.mjs";
import { factOf, orders, views } from "./views.mjs";

const read = async (urql, query, variables, options) => {
  const { data, error } = await urql.query(query, variables, options).toPromise();
  assert.equal(error, undefined);
  return withoutTypenames(data);
};

test("the document cache answers what was asked before", async () => {
  const ids = await subject();
  const urql = new Client({ url, exchanges: [cacheExchange, fetchExchange] });

  for (const requestPolicy of ["network-only", "cache-only"])
    for (const [view, query] of Object.entries(views)) assert.deepEqual(await read(urql, query, ids, { requestPolicy }), await ask(query, ids), view);
});

test("the same edge reads back intact from three sides", async () => {
  const ids = await subject();
  for (const order of orders) {
    const said = [];
    const urql = clientFor(url, sdl, (severity, message) => said.push(`${severity} ${message}`));
    for (const view of order) await read(urql, views[view], ids);

    const facts = [];
    for (const view of order) {
      const kept = await read(urql, views[view], ids, { requestPolicy: "cache-only" });
      assert.deepEqual(kept, await ask(views[view], ids), view);
      facts.push(factOf[view](kept, ids.fact));
    }

    assert.deepEqual(facts[1], facts[0]);
    assert.deepEqual(facts[2], facts[0]);
    assert.deepEqual(said, []);
  }
});

test("pages are merged, each order for itself", async () => {
  const query = `query ($order: [ShipmentSortInput!], $first: Int, $after: String) {
    shipments(order: $order, first: $first, after: $after) { edges { node { id name } } nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  const urql = clientFor(url, sdl);
  for (const order of [[{ name: "DESC" }], [{ when: "ASC" }, { name: "ASC" }]]) {
    let pages = { pageInfo: { endCursor: undefined } };
    for (let page = 0; page < 5; page++) ({ shipments: pages } = await read(urql, query, { order, first: 3, after: pages.pageInfo.endCursor }));

    const { shipments } = await ask(query, { order, first: 15 });
    assert.deepEqual(pages.edges, shipments.edges);
    assert.deepEqual(pages.nodes, shipments.nodes);
    assert.equal(pages.edges.length, 15);
  }
});

test("a fault has its code", async () => {
  const { error } = await clientFor(url, sdl).query("query ($imo: IMO) { vessel(imo: $imo) { id } }", { imo: "9161004" }).toPromise();

  assert.equal(error.graphQLErrors[0].extensions.code, "NOT_A_VALID_IMO");
});
