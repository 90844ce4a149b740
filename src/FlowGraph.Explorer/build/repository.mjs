// The folder is also built from a copy inside the checkout, so the checkout is looked for and not assumed.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const folder = dirname(dirname(fileURLToPath(import.meta.url)));

export const repository = (() => {
  let place = folder;
  while (!existsSync(join(place, "schema", "approved", "api.graphql"))) {
    if (place === dirname(place)) throw new Error(`No schema/approved/api.graphql above ${folder}: build inside a checkout of FlowGraph.`);
    place = dirname(place);
  }
  return place;
})();
