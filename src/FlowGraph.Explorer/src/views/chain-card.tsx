import { wholeOf } from "../address";
import type { ChainFragment, StepFragment } from "../generated/types";
import { Downloads } from "../parts/downloads";
import { ConfidenceMark, StatusMark } from "../parts/marks";
import { NameLink } from "../parts/name";
import type { Known } from "../parts/named";
import { texts } from "../texts";
import { dateWords, edtfWords, plainWords } from "../words";
import { type ChainPaper, footnotesOf, numbersOf, type PaperCitation, supportOf } from "./chain-paper";
import { FootnoteLine, NoteLinks } from "./footnote";

interface Props {
  chain: ChainFragment;
  paper: ChainPaper;
  index: number;
  names: Map<string, Known>;
  /** One of several is printed. */
  isOnPaper: boolean;
  print: () => void;
}

/** One chain: its steps with their sources under them, what it does not show, and its footnotes. */
export function ChainCard({ chain, paper, index, names, isOnPaper, print }: Props) {
  const id = `chain-${index}`;
  return (
    <article class={isOnPaper ? "card chain is-on-paper" : "card chain"} aria-labelledby={id}>
      <p class="kicker">{texts.chains.chain(index)}</p>
      <h3 id={id}><NameLink of={chain.from} /> → <NameLink of={chain.to} /></h3>
      <p class="marks">
        <ConfidenceMark of={chain.confidence} />
        <span class="mark">{texts.chains.weakest(chain.weakestHop.index)}</span>
        <span class="mark">{texts.marks.origins(chain.independentSources)}</span>
      </p>
      <ol class="steps" aria-label={texts.chains.steps}>
        {chain.hops.map((hop) => <Step key={hop.index} hop={hop} paper={paper} card={id} isWeakest={hop.index === chain.weakestHop.index} />)}
      </ol>
      <p class="muted">{texts.chains.chronologyOf[chain.chronology] ?? plainWords(chain.chronology)}</p>
      <div class="not-shown">
        <h4>{texts.chains.notShown}</h4>
        {chain.caveats.length === 0 ? <p>{texts.chains.nothingNotShown}</p> : <ul>{chain.caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}</ul>}
      </div>
      {paper.disagreements.length > 0 && (
        <>
          <h4>{texts.chains.disagree}</h4>
          <ul>{paper.disagreements.map(({ text, citations }) => <li key={text}>{text} <NoteLinks card={id} numbers={numbersOf(citations)} /></li>)}</ul>
        </>
      )}
      <h4>{texts.chains.footnotes}</h4>
      <ol class="notes">{footnotesOf(paper).map((note) => <FootnoteLine key={note.number} of={note} card={id} names={names} />)}</ol>
      <details><summary>{texts.chains.why}</summary><p>{chain.why}</p></details>
      <p class="imprint muted">{texts.chains.release} <code>{paper.release.id}</code> {paper.release.version}, {paper.release.releasedAt}, SHA-256 <code>{paper.release.sha256}</code>, {paper.release.licence}</p>
      <p class="paper imprint">{texts.chains.paperLink} {wholeOf(chain.permalink)}</p>
      <p class="screen actions"><a class="button" href={chain.permalink}>{texts.chains.permalink}</a> <button type="button" class="quiet" onClick={print}>{texts.chains.print}</button></p>
      <Downloads of="chain" id={chain.id} formats={["md", "csv", "json", "csl.json", "bib", "graphml"]} />
    </article>
  );
}

function Step({ hop, paper, card, isWeakest }: { hop: StepFragment; paper: ChainPaper; card: string; isWeakest: boolean }) {
  const row = paper.hops.find(({ index }) => index === hop.index);
  const support = row ? supportOf(row) : [];
  const when = row?.when ? edtfWords(row.when) : dateWords(hop.fact.when ?? hop.event?.when);
  return (
    <li class={["step", isWeakest && "is-weakest", hop.status === "CONTESTED" && "is-contested"].filter(Boolean).join(" ")}>
      <p class="sentence">
        <NameLink of={hop.from} /> <a class="relation" href={hop.fact.permalink}>{hop.reversed ? "← " : ""}{plainWords(hop.fact.type)}{hop.reversed ? "" : " →"}</a> <NameLink of={hop.to} />
      </p>
      <p class="marks">
        {isWeakest && <span class="mark weakest">{texts.chains.weakestMark}</span>}
        <ConfidenceMark of={hop.confidence} />
        <StatusMark of={hop.status} />
      </p>
      <p class="facts muted">
        {when} · {texts.marks.kind[hop.kind] ?? plainWords(hop.kind)} · {texts.marks.origins(hop.independentSources)}
        {hop.order && <> · {texts.chains.order[hop.order] ?? plainWords(hop.order)} {hop.index - 1}{hop.gapDays !== null && texts.chains.gap(hop.gapDays)}</>}
      </p>
      {row?.accordingTo && <p class="facts">{texts.chains.accordingTo} {row.accordingTo}</p>}
      <Sources of={support} paper={paper} card={card} />
      <details>
        <summary>{texts.chains.basis}</summary>
        <p>{hop.fact.confidenceBasis}{hop.event && hop.event.confidenceBasis !== hop.fact.confidenceBasis && <><br />{hop.event.confidenceBasis}</>}</p>
      </details>
    </li>
  );
}

function Sources({ of, paper, card }: { of: PaperCitation[]; paper: ChainPaper; card: string }) {
  const publishers = new Map(paper.sources.map((source) => [source.id, source.publisher ?? source.title]));
  const notes = numbersOf(of).map((number) => ({ number, passages: [...new Map(of.filter(({ footnote }) => footnote === number).map((passage) => [passage.paraphrase, passage])).values()] }));
  return (
    <div class="sources">
      <p class="facts">
        {texts.chains.sources(new Set(of.map(({ source }) => source)).size)}:{" "}
        {notes.map(({ number, passages }) => <span key={number} class="source"><cite>{publishers.get(passages[0]?.source ?? "")}</cite> <NoteLinks card={card} numbers={[number]} /></span>)}
      </p>
      <details>
        <summary>{texts.chains.passages}</summary>
        <ul>
          {notes.map(({ number, passages }) => (
            <li key={number}>
              <NoteLinks card={card} numbers={[number]} /> {passages.map(({ id, paraphrase, sourceWording }) => <span key={id}>{paraphrase} {sourceWording && <q>{sourceWording}</q>} </span>)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
