import { texts } from "../texts";

const names: Record<string, string> = { md: "Markdown", csv: "CSV", json: "JSON", "csl.json": "CSL-JSON", bib: "BibTeX", graphml: "GraphML" };

export function Downloads({ of, id, formats }: { of: string; id: string; formats: string[] }) {
  return (
    <div class="downloads">
      <span class="muted">{texts.chains.downloads}</span>
      <ul class="files">{formats.map((format) => <li key={format}><a href={`/export/${of}/${encodeURI(id)}.${format}`} download>{names[format] ?? format}</a></li>)}</ul>
    </div>
  );
}
