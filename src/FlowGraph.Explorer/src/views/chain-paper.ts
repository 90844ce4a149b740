/** What `export(format: JSON)` of a chain has and these pages use: the footnotes with the numbers of every other format. */
export interface ChainPaper {
  hops: PaperHop[];
  disagreements: { about: string[]; text: string; citations: PaperCitation[] }[];
  sources: PaperSource[];
  release: { id: string; version: string; sha256: string; releasedAt: string; licence: string; corrections: string | null };
}

interface PaperHop {
  index: number;
  accordingTo: string;
  when: string | null;
  fact: { id: string; citations: PaperCitation[] };
  event: { id: string; citations: PaperCitation[] } | null;
}

export interface PaperCitation {
  id: string;
  factId: string;
  footnote: number;
  source: string;
  locator: string;
  locatorKind: string;
  paraphrase: string;
  sourceWording: string | null;
  stance: string;
  origin: string | null;
  originBasis: string;
}

interface PaperSource {
  id: string;
  title: string;
  publisher: string | null;
  publishedAt: { edtf: string } | null;
  url: string | null;
  archiveUrl: string | null;
  language: string | null;
}

export interface Footnote {
  number: number;
  source: PaperSource;
  passage: PaperCitation;
}

export function paperOf(text: string): ChainPaper {
  return JSON.parse(text) as ChainPaper;
}

/** The passages for the edge and for the event that it enters: what a row of the printed table rests on. */
export function supportOf(hop: PaperHop): PaperCitation[] {
  return [hop.fact, hop.event].flatMap((fact) => (fact ? fact.citations.filter((citation) => citation.stance === "SUPPORTS" && citation.factId === fact.id) : []));
}

/** Every footnote once, in the order of the numbers. */
export function footnotesOf(paper: ChainPaper): Footnote[] {
  const sources = new Map(paper.sources.map((source) => [source.id, source]));
  const notes = new Map<number, Footnote>();
  for (const passage of [...paper.hops.flatMap((hop) => [hop.fact, hop.event].flatMap((fact) => fact?.citations ?? [])), ...paper.disagreements.flatMap(({ citations }) => citations)]) {
    const source = sources.get(passage.source);
    if (source && !notes.has(passage.footnote)) notes.set(passage.footnote, { number: passage.footnote, source, passage });
  }
  return [...notes.values()].sort((a, b) => a.number - b.number);
}

export function numbersOf(citations: PaperCitation[]): number[] {
  return [...new Set(citations.map(({ footnote }) => footnote))].sort((a, b) => a - b);
}

/** Origins by id, whose names have to be looked up. */
export function originsOf(papers: ChainPaper[]): string[] {
  return papers.flatMap((paper) => footnotesOf(paper).flatMap(({ passage, source }) => (passage.origin && passage.origin !== source.id ? [passage.origin] : [])));
}
