import assert from "node:assert/strict";
import { test } from "node:test";
import { main } from "./built/typed.js";
import { ask, url } from "./server.mjs";

test("the compiled program reads every page", async () => {
  const { lines, totalCount, asked } = await main(url);

  const { shipments } = await ask("{ shipments(where: { carriedByEdges: { some: { confidence: { gte: LOW } } } }) { totalCount } }");
  assert.deepEqual([lines.length, totalCount, asked], [shipments.totalCount, shipments.totalCount, Math.ceil(shipments.totalCount / 2)]);
  assert.ok(asked > 1);
  assert.ok(lines.every((line) => line.split(" · ").length >= 5));
});
