// Bundles the page into dist/, which is committed, and writes the licence of everything that is in it.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { metafile } = await build({
  entryPoints: ["page.jsx"],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
});

// GraphiQL brings its fonts along; the page uses those of the system.
const style = "dist/page.css";
writeFileSync(style, readFileSync(style, "utf8").replaceAll(/@font-face\{[^}]*\}/g, ""));

// A licence that many packages share word for word stands once.
const folders = new Set(Object.keys(metafile.inputs).map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]).filter(Boolean));
const licences = new Map();
for (const folder of [...folders].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").replaceAll(/[ \t]+$/gm, "").trim() : "The package has no text of its licence.";
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version} (${license})`]);
}
const parts = [...licences].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
writeFileSync("dist/LICENCES.txt", `What page.js and page.css are made of, beside FlowGraph's own lines.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`);
