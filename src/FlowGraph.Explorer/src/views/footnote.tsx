import type { Known } from "../parts/named";
import { texts } from "../texts";
import { dateWords, nameOf } from "../words";
import type { Footnote } from "./chain-paper";

/** References to footnotes of one chain; several chains stand on one page, each with numbers of its own. */
export function NoteLinks({ card, numbers }: { card: string; numbers: number[] }) {
  return <>{numbers.map((number) => <a key={number} class="note-ref" href={`#${card}-${number}`} aria-label={texts.chains.footnote(number)}>[{number}]</a>)}</>;
}

/** Publisher, title in its own language, date, place in the source, archive copy, whose word it relays: as in the printed formats. */
export function FootnoteLine({ of: { number, source, passage }, card, names }: { of: Footnote; card: string; names: Map<string, Known> }) {
  const words = texts.cite;
  const title = <bdi lang={source.language ?? undefined}>{source.title}</bdi>;
  const origin = passage.origin ? names.get(passage.origin) : undefined;
  return (
    <li id={`${card}-${number}`} value={number} tabIndex={-1}>
      {source.publisher && <>{source.publisher}, </>}
      {source.url ? <a href={source.url} rel="external noreferrer">{title}</a> : <>{title}, {words.noLink}</>}, {source.publishedAt ? dateWords(source.publishedAt) : words.undated}
      , {passage.locatorKind === "EXCERPT" ? words.excerpt : passage.locator}, {source.archiveUrl ? <a href={source.archiveUrl} rel="external noreferrer">{words.archive}</a> : words.noArchive}
      {passage.origin === null
        ? passage.originBasis === "UNKNOWN" && `, ${words.unknown}`
        : passage.origin !== source.id && `, ${words.relays} ${originName(origin, passage.origin)}${passage.originBasis === "INFERRED" ? ` ${words.inferred}` : ""}`}
      . <a class="muted" href={`/source/${encodeURI(source.id)}`}><code>{source.id}</code></a>
    </li>
  );
}

function originName(origin: Known | undefined, id: string): string {
  if (!origin) return id;
  return ("publisher" in origin && origin.publisher) || nameOf(origin);
}
