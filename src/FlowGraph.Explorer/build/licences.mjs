// Writes the licence of everything that is in the built files beside them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns {import("vite").Plugin} */
export function licences() {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? Object.keys(chunk.modules) : []));
      const folders = new Set(modules.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll("\\", "/"))?.[0].replace(/^\0/, "")).filter(Boolean));
      const texts = new Map();
      for (const folder of [...folders].sort()) {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
        const text = file ? readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").replaceAll(/[ \t]+$/gm, "").trim() : "The package has no text of its licence.";
        texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
      }
      const parts = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
      const source = `What the explorer's scripts are made of, beside FlowGraph's own lines.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
      this.emitFile({ type: "asset", fileName: "LICENCES.txt", source });
    },
  };
}
