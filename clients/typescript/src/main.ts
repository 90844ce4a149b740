// node built/main.js [FROM TO [VIA]]: how two things are connected, and who says so.
import { ask, Refusal } from "./client.js";
import { footnoted } from "./footnotes.js";
import { ChainDocument } from "./generated/graphql.js";

declare const process: { argv: string[]; env: Record<string, string | undefined>; exitCode: number };

const [from = "port:vostochny-port", to = "area:kursk-oblast", via] = process.argv.slice(2);
const url = process.env["GRAPHQL_URL"] ?? "http://127.0.0.1:5080/graphql";

try {
  const { chains } = await ask(url, ChainDocument, { from, to, via: via === undefined ? null : [via] });
  const [best] = chains.chains;
  console.log(best ? footnoted(best) : `None: ${chains.none}`);
  console.log(`\n${chains.release.id} ${chains.release.version}`);
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault;
  console.error(fault.message);
  if (fault.code === "PERSISTED_DOCUMENT_NOT_FOUND") console.error("Start the server with FLOWGRAPH_PersistedDocuments__Folder=clients/typescript/manifest.");
  process.exitCode = 1;
}
