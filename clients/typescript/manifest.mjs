// The documents that the types were generated from, in the format of Apollo's persisted query manifests: a server that is given this folder
// answers them by their hash.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { getOperationAST, parse } from "graphql";

const documents = JSON.parse(readFileSync("src/generated/persisted-documents.json", "utf8"));
const operations = Object.entries(documents).map(([name, body]) => {
  const id = createHash("sha256").update(body).digest("hex");
  if (name !== `sha256:${id}`) throw new Error(`${name} is not the hash of its document.`);
  const operation = getOperationAST(parse(body));
  return { id, name: operation.name.value, type: operation.operation, body };
});
operations.sort((a, b) => (a.name < b.name ? -1 : 1));
writeFileSync("manifest/documents.json", JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }, null, 2) + "\n");
