// A chain as text: a line for each step, with the numbers of its footnotes, and the footnotes below.
import type { ChainQuery, FootnoteFragment } from "./generated/graphql.js";

type Chain = ChainQuery["chains"]["chains"][number];

export function footnoted(chain: Chain): string {
  const numbers = new Map<string, number>();
  const notes: string[] = [];

  const numberOf = (citation: FootnoteFragment): number => {
    const known = numbers.get(citation.id);
    if (known !== undefined) return known;
    notes.push(`[${notes.length + 1}] ${note(citation)}`);
    numbers.set(citation.id, notes.length);
    return notes.length;
  };

  const steps = chain.hops.map(({ index, confidence, status, fact }) => {
    const marks = fact.citations.map((citation) => `[${numberOf(citation)}]`).join("");
    return `${index}. ${fact.caption} (${confidence}, ${status}) ${marks}`;
  });
  const caveats = chain.caveats.map((caveat) => `! ${caveat}`);
  return [chain.text, "", ...steps, ...caveats, "", ...notes].join("\n");
}

// What is not known is left out, never guessed.
function note({ locator, source }: FootnoteFragment): string {
  return [source.publisher, source.title, source.publishedAt?.edtf, locator, source.url].filter(Boolean).join(", ");
}
