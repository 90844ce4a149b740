import { useEffect, useState } from "preact/hooks";
import { query, wholeOf } from "../address";
import { useWork } from "../api/asked";
import { ask } from "../api/client";
import { Chains as Operation } from "../generated/operations";
import type { ChainsQuery } from "../generated/types";
import { Answer } from "../parts/answer";
import { ConfidenceMark, StatusMark } from "../parts/marks";
import { NameLink } from "../parts/name";
import { type Known, namesOf } from "../parts/named";
import { texts } from "../texts";
import { ChainCard } from "./chain-card";
import { ChainForm } from "./chain-form";
import { variablesOf } from "./chain-options";
import { type ChainPaper, originsOf, paperOf } from "./chain-paper";

type Result = ChainsQuery["chains"];

interface Found {
  result: Result;
  papers: ChainPaper[];
  names: Map<string, Known>;
}

export function Chains() {
  const variables = variablesOf(query.value);
  const asking = useWork<Found>(variables && JSON.stringify(variables), async (signal) => {
    if (!variables) throw new Error("Nothing was asked.");
    const { chains: result } = await ask(Operation, variables, signal);
    const papers = result.chains.map(({ paper }) => paperOf(paper));
    return { result, papers, names: await namesOf(originsOf(papers), signal) };
  });
  const { from, to } = { from: query.value.get("from"), to: query.value.get("to") };

  return (
    <>
      <h1>{texts.chains.title}</h1>
      <p class="lead">{texts.chains.lead}</p>
      <ChainForm />
      {!variables && <p class="notice">{from && from === to ? texts.chains.sameEnds : texts.chains.empty}</p>}
      <p class="hidden" role="status">{asking.asked.state === "done" && variables ? texts.chains.result(asking.asked.answer.result.chains.length) : ""}</p>
      {variables && <Answer of={asking} asking={texts.chains.asking}>{(found) => found.result.none === null ? <Several of={found} /> : <None of={found.result} />}</Answer>}
    </>
  );
}

function Several({ of: { result, papers, names } }: { of: Found }) {
  // One chain goes on paper: the best founded, or the one whose button was pressed.
  const [paper, setPaper] = useState({ index: 0, pressed: 0 });
  useEffect(() => {
    if (paper.pressed > 0) print();
  }, [paper]);
  return (
    <section aria-labelledby="found">
      <h2 id="found" class="screen">{texts.chains.found(result.chains.length)}</h2>
      <Remarks of={result} />
      <div class={`chains of-${Math.min(result.chains.length, 3)}`}>
        {result.chains.map((chain, index) => <ChainCard key={chain.id} chain={chain} paper={papers[index] as ChainPaper} index={index + 1} names={names} isOnPaper={index === paper.index} print={() => setPaper({ index, pressed: paper.pressed + 1 })} />)}
      </div>
      {result.chains.length > 1 && <ul class="paper">{result.chains.map((chain, index) => index !== paper.index && <li key={chain.id}>{texts.chains.notHere(index + 1)} {wholeOf(chain.permalink)}</li>)}</ul>}
      {result.overlaps.some(({ shared }) => shared.length > 0) && (
        <section class="screen" aria-labelledby="overlap">
          <h3 id="overlap">{texts.chains.overlap}</h3>
          <ul>
            {result.overlaps.filter(({ shared }) => shared.length > 0).map(({ a, b, shared }) => (
              <li key={a + b}>{number(result, a)} · {number(result, b)}: {shared.map((node, index) => <>{index > 0 && ", "}<NameLink key={node.id} of={node} /></>)}</li>
            ))}
          </ul>
        </section>
      )}
      <Rejected of={result} />
    </section>
  );
}

function None({ of: result }: { of: Result }) {
  const step = result.weakestStep;
  return (
    <section class="none" aria-labelledby="none">
      <h2 id="none">{texts.chains.none}</h2>
      <p>{texts.chains.noneLead}</p>
      <p class="reason">{result.none}</p>
      {step && (
        <>
          <h3>{texts.chains.noneWeakest}</h3>
          <p>{texts.chains.step(step.index)}: <a href={step.fact.permalink}>{step.fact.caption}</a></p>
          <p class="marks"><ConfidenceMark of={step.confidence} /><StatusMark of={step.status} /><span class="mark">{texts.marks.origins(step.independentSources)}</span></p>
          <p class="muted">{step.fact.confidenceBasis}</p>
        </>
      )}
      <Remarks of={result} />
      <Rejected of={result} />
    </section>
  );
}

function Remarks({ of: { truncated, warnings } }: { of: Result }) {
  const remarks = truncated ? [texts.chains.truncated, ...warnings] : warnings;
  return remarks.length === 0 ? null : <ul class="notice">{remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>;
}

function Rejected({ of: { rejected, exploredCount } }: { of: Result }) {
  const counted = Object.entries(texts.chains.rejections).flatMap(([name, words]) => {
    const count = rejected[name as keyof typeof rejected];
    return count > 0 ? [words(count)] : [];
  });
  return (
    <section class="screen" aria-labelledby="rejected">
      <h3 id="rejected">{texts.chains.rejected}</h3>
      <ul>{counted.map((line) => <li key={line}>{line}.</li>)}<li class="muted">{texts.chains.explored(exploredCount)}.</li></ul>
    </section>
  );
}

function number(result: Result, id: string): string {
  return texts.chains.chain(result.chains.findIndex((chain) => chain.id === id) + 1);
}
