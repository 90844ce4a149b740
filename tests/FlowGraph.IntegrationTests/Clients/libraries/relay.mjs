import assert from "node:assert/strict";
import { test } from "node:test";
import relay from "relay-runtime";
import { environmentFor } from "./relay-environment.mjs";
import detail from "./__generated__/questionsDetail_fact.graphql.js";
import factQuery from "./__generated__/questionsFactQuery.graphql.js";
import list from "./__generated__/questionsList_query.graphql.js";
import listQuery from "./__generated__/questionsListQuery.graphql.js";
import shipmentQuery from "./__generated__/questionsShipmentQuery.graphql.js";
import vesselQuery from "./__generated__/questionsVesselQuery.graphql.js";
import walk from "./__generated__/questionsWalk_vessel.graphql.js";
import walkQuery from "./__generated__/questionsWalkQuery.graphql.js";
import { ask, subject, url, withoutTypenames } from "./server.mjs";
import { factOf, orders } from "./views.mjs";

const { createOperationDescriptor, fetchQuery, getPaginationMetadata, getPaginationVariables, getRefetchMetadata, getSelector } = relay;
const queries = { vessel: vesselQuery, shipment: shipmentQuery, fact: factQuery };

async function load(environment, query, variables) {
  environment.retain(createOperationDescriptor(query, variables));
  await fetchQuery(environment, query, variables).toPromise();
  return read(environment, query, variables);
}

function read(environment, query, variables) {
  const snapshot = environment.lookup(createOperationDescriptor(query, variables).fragment);
  assert.ok(!snapshot.isMissingData, query.params.name);
  return snapshot.data;
}

function readFragment(environment, fragment, owner) {
  const snapshot = environment.lookup(getSelector(fragment, owner));
  assert.ok(!snapshot.isMissingData, fragment.name);
  return snapshot.data;
}

// What usePaginationFragment does when more is wanted.
async function loadMore(environment, fragment, owner, direction, count) {
  const { paginationRequest, paginationMetadata } = getPaginationMetadata(fragment, "the test");
  const { identifierInfo } = getRefetchMetadata(fragment, "the test");
  const data = readFragment(environment, fragment, owner);
  const { startCursor, endCursor } = data.shipments.pageInfo;
  const selector = getSelector(fragment, owner);
  const variables = getPaginationVariables(direction, count, direction === "forward" ? endCursor : startCursor, { ...selector.owner.variables, ...selector.variables }, {}, paginationMetadata);
  if (identifierInfo) variables[identifierInfo.identifierQueryVariableName] = data[identifierInfo.identifierField];
  await load(environment, paginationRequest, variables);
}

test("the same edge reads back intact from three sides", async () => {
  const ids = await subject();
  for (const order of orders) {
    const environment = environmentFor(url);
    for (const view of order) await load(environment, queries[view], ids);

    const facts = [];
    for (const view of order) {
      const kept = withoutTypenames(read(environment, queries[view], ids));
      assert.deepEqual(kept, withoutTypenames(await ask(queries[view].params.text, ids)), view);
      facts.push(factOf[view](kept, ids.fact));
    }

    const records = Object.keys(environment.getStore().getSource().toJSON());
    assert.deepEqual(facts[1], facts[0]);
    assert.deepEqual(facts[2], facts[0]);
    assert.equal(records.filter((record) => record === ids.fact).length, 1, "the fact is one record");
  }
});

for (const [direction, first] of [["forward", "first"], ["backward", "last"]])
  test(`pages of a relationship are joined ${direction}`, async () => {
    const { vessel } = await subject();
    const truth = await ask(`query ($vessel: ID!) {
      vessel(id: $vessel) { id shipments(order: [{ name: ASC }], first: 200) { totalCount edges { factId confidence citations { id locator } node { id name } } } }
    }`, { vessel });
    const { totalCount } = truth.vessel.shipments;
    const count = Math.max(1, Math.floor(totalCount / 3));
    const environment = environmentFor(url);
    const { vessel: owner } = await load(environment, walkQuery, { vessel, [first]: count });

    let pages = 1;
    const { pageInfo: { hasNextPage, hasPreviousPage }, ...start } = readFragment(environment, walk, owner).shipments;
    assert.deepEqual([start.edges.length, hasNextPage, hasPreviousPage], [count, direction === "forward", direction === "backward"]);
    for (; readFragment(environment, walk, owner).shipments.edges.length < totalCount; pages++) {
      assert.ok(pages < totalCount, "a page adds nothing");
      await loadMore(environment, walk, owner, direction, count);
    }

    const { edges, pageInfo } = readFragment(environment, walk, owner).shipments;
    assert.ok(pages > 1, `${totalCount} shipments are one page`);
    assert.deepEqual(withoutTypenames(edges).map(({ cursor, ...edge }) => edge), truth.vessel.shipments.edges);
    assert.equal(direction === "forward" ? pageInfo.hasNextPage : pageInfo.hasPreviousPage, false);
  });

test("pages of a root field are joined", async () => {
  const environment = environmentFor(url);
  const owner = await load(environment, listQuery, { first: 3 });

  for (let page = 1; page < 5; page++) await loadMore(environment, list, owner, "forward", 3);

  const { edges } = readFragment(environment, list, owner).shipments;
  const truth = await ask("{ shipments(order: [{ loadedAt: { name: DESC } }, { barrels: ASC }], first: 15) { edges { node { id name loadedAt { id name } } } } }");
  assert.deepEqual(withoutTypenames(edges).map(({ cursor, ...edge }) => edge), truth.shipments.edges);
  assert.equal(edges.length, 15);
});

test("a fact is fetched again by node(id)", async () => {
  const { fact } = await subject();
  const { refetchableRequest, identifierInfo } = getRefetchMetadata(detail, "the test");
  const environment = environmentFor(url);

  const { node } = await load(environment, refetchableRequest, { [identifierInfo.identifierQueryVariableName]: fact });

  const again = readFragment(environment, detail, node);
  const truth = await ask("query ($fact: ID!) { node(id: $fact) { ... on EdgeFact { caption confidence citations { id source { id title } } id } } }", { fact });
  assert.deepEqual(withoutTypenames(again), truth.node);
});
