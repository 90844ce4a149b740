// Opens files as the programs that people use do, and prints what those programs see: one line of JSON a file.
// Each file's ending names its reader. A reader that does not like what it finds ends the run.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { check } from '@placemarkio/check-geojson';
import { parse as parseCsv } from 'csv-parse/sync';
import graphology from 'graphology';
import graphml from 'graphology-graphml';


const text = (file) => readFileSync(file, 'utf8');

const readers = {
  graphml(file) {
    const graph = graphml.parse(graphology, text(file));
    return {
      nodes: graph.nodes().map((id) => ({ id, ...graph.getNodeAttributes(id) })),
      edges: graph.edges().map((id) => ({ id, source: graph.source(id), target: graph.target(id), ...graph.getEdgeAttributes(id) })),
    };
  },
  'csl.json': (file) => items(JSON.parse(text(file))),
  bib: (file) => items(text(file)),
  geojson: (file) => check(text(file)),
  csv: (file) => parseCsv(text(file), { columns: true, relax_column_count: false }),
  md: (file) => ({ length: text(file).length }),
  json: (file) => JSON.parse(text(file)),
  'jsonl.gz': (file) => gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').map((line) => JSON.parse(line)),
};

// The bibliography is also set once, in a style that ships with the program: an item that no style can set is of no use.
function items(input) {
  const cite = new Cite(input);
  const set = cite.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
  return { items: cite.data, set };
}

for (const file of process.argv.slice(2)) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const ending = Object.keys(readers).sort((a, b) => b.length - a.length).find((known) => name.endsWith(`.${known}`));
  console.log(JSON.stringify({ file: name, read: readers[ending](file) }));
}
