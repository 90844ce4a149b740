// A plugin of graphql-codegen: each operation as its name and the hash under which the server knows its text.
const { createHash } = require("node:crypto");
const { Kind, print, visit } = require("graphql");

/** The operations with the fragments that each needs, as Apollo's manifest lists them. */
function manifestOf(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));
  const operations = definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const needed = new Set();
      collect(operation, needed);
      const body = [operation, ...[...needed].sort().map((name) => fragments.get(name))].map(print).join("\n\n");
      return { id: createHash("sha256").update(body).digest("hex"), name: operation.name.value, type: operation.operation, body };
    });
  return { format: "apollo-persisted-query-manifest", version: 1, operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)) };

  function collect(definition, needed) {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (needed.has(value)) return;
        if (!fragments.has(value)) throw new Error(`No fragment ${value}.`);
        needed.add(value);
        collect(fragments.get(value), needed);
      },
    });
  }
}

function plugin(schema, documents, { manifest }) {
  const all = manifestOf(documents);
  if (manifest) return `${JSON.stringify(all, null, 1)}\n`;
  const types = all.operations.flatMap(({ name, body }) => [`${name}Query`, `${name}QueryVariables`]);
  return {
    prepend: [`import type { ${types.join(", ")} } from "./types";`, `import type { Operation } from "../api/operation";`],
    content: all.operations.map(({ id, name }) => `export const ${name}: Operation<${name}Query, ${name}QueryVariables> = { id: "${id}", name: "${name}" };`).join("\n"),
  };
}

module.exports = { plugin };
