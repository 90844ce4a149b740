import { withValues } from "../address";
import { useAsked } from "../api/asked";
import { SourceFacts } from "../generated/operations";
import type { SourceFactsQuery } from "../generated/types";
import { Answer } from "../parts/answer";
import { StatusMark } from "../parts/marks";
import { texts } from "../texts";
import { dateWords, plainWords } from "../words";
import type { OriginGroup, Source } from "./source-origins";

const shown = 20;

/** One voice, and everything that repeats it. */
export function SourceGroup({ of: { key, origin, isNamesake, sources, facts, sole }, open }: { of: OriginGroup; open: string | null }) {
  const words = texts.sources;
  return (
    <details class="voice" open={sources.some(({ id }) => id === open)}>
      <summary>
        <h2 class="voice-name">{origin ? <bdi>{origin.name}</bdi> : words.unknown}</h2>
        {isNamesake && origin?.title && <span>: <bdi>{origin.title}</bdi></span>}
        <span class="muted"> {words.publications(sources.length)} · {words.facts(facts)}{sole > 0 && ` · ${sources.length === 1 ? words.sole(sole) : words.soleOfGroup(sole)}`}</span>
      </summary>
      {!origin && <p class="muted">{words.unknownNote}</p>}
      {origin && !sources.some(({ id }) => id === key) && <p><a href={origin.page}>{origin.name}</a></p>}
      <ul class="hits">{sources.map((source) => <Line key={source.id} of={source} origin={key} isOpen={source.id === open} />)}</ul>
    </details>
  );
}

function Line({ of, origin, isOpen }: { of: Source; origin: string; isOpen: boolean }) {
  const words = texts.sources;
  const standing = of.id === origin ? (of.originBasis === "UNKNOWN" ? words.relayed : words.own) : of.originBasis === "UNKNOWN" ? texts.cite.unknown : of.originBasis === "INFERRED" ? words.inferred : of.origin || of.originActor ? words.relay : words.own;
  return (
    <li>
      <a href={`/source/${encodeURI(of.id)}`}><bdi lang={of.language ?? undefined}>{of.title}</bdi></a>
      <br />
      <span class="muted">
        {of.publisher && `${of.publisher}, `}{of.publishedAt ? dateWords(of.publishedAt) : texts.cite.undated} · {words.categories[of.category] ?? plainWords(of.category)} · {standing}
        {!of.textRead && ` · ${words.notRead}`} · {words.facts(of.supports.totalCount)}{of.soleSupportFor.totalCount > 0 && ` · ${words.sole(of.soleSupportFor.totalCount)}`}
      </span>{" "}
      <a class="small" href={withValues({ open: isOpen ? null : of.id })} aria-expanded={isOpen}>{isOpen ? words.close : words.open}<span class="hidden"> {of.title}</span></a>
      {isOpen && <Hanging id={of.id} />}
    </li>
  );
}

function Hanging({ id }: { id: string }) {
  const asking = useAsked(SourceFacts, { id, first: shown });
  return <Answer of={asking}>{({ source }) => source ? <Facts of={source} /> : null}</Answer>;
}

function Facts({ of }: { of: NonNullable<SourceFactsQuery["source"]> }) {
  const words = texts.sources;
  return (
    <div class="hanging">
      {of.soleSupportFor.totalCount > 0 && (
        <>
          <h3>{words.soleTitle(of.soleSupportFor.totalCount)}</h3>
          <ul>{of.soleSupportFor.nodes.map(({ id, caption }) => <li key={id}><a href={`/fact/${encodeURI(id)}`}>{caption}</a></li>)}</ul>
          {of.soleSupportFor.totalCount > of.soleSupportFor.nodes.length && <More id={of.id} />}
        </>
      )}
      <h3>{words.supports(of.supports.totalCount)}</h3>
      <ul>
        {of.supports.edges.map(({ node, citations }) => (
          <li key={node.id}>
            <a href={`/fact/${encodeURI(node.id)}`}>{node.caption}</a> <StatusMark of={node.status} />
            <span class="muted"> {texts.marks.short[node.confidence] ?? plainWords(node.confidence)}, {texts.marks.origins(node.independentSources)}</span>
            <ul class="muted">{citations.map((citation) => <li key={citation.id}>{citation.paraphrase} ({citation.locator}{citation.source.id !== of.id && `, ${citation.source.publisher ?? citation.source.title}`})</li>)}</ul>
          </li>
        ))}
      </ul>
      {of.supports.pageInfo.hasNextPage && <More id={of.id} />}
    </div>
  );
}

function More({ id }: { id: string }) {
  return <p><a href={`/source/${encodeURI(id)}`}>{texts.start.page}</a></p>;
}
