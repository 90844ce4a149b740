import { useState } from "preact/hooks";
import { addressOf, go, query } from "../address";
import { useAsked } from "../api/asked";
import { Chains, Node, Release } from "../generated/operations";
import type { ChainFragment, NodeQuery, ReleaseQuery } from "../generated/types";
import { Answer } from "../parts/answer";
import { Combobox, type Hit } from "../parts/combobox";
import { ends, nodeTypes, things } from "../parts/kinds";
import { ConfidenceMark, StatusMark } from "../parts/marks";
import { Kind, Name } from "../parts/name";
import { remember } from "../parts/named";
import { texts } from "../texts";
import { dateWords, languageOf, nameOf, pageOf, plainWords, typeWords } from "../words";

type Found = NonNullable<NodeQuery["node"]>;

// The ends of the worked example, where the release has them.
const example = { from: "port:vostochny-port", to: "area:kursk-oblast", via: "shipment:osc-43-trips-2024" };

export function Start() {
  const id = query.value.get("node");
  const node = useAsked(Node, id ? { id } : null);
  const found = node.asked.state === "done" ? node.asked.answer.node : null;

  // Who chose here goes on typing; who came by a link begins at the top.
  const [isChosenHere, setChosenHere] = useState(false);

  function choose(hit: Hit | null) {
    if (hit) remember(hit);
    setChosenHere(true);
    go(addressOf("/", { node: hit?.id ?? null }));
  }

  return (
    <>
      <h1>{texts.start.title}</h1>
      <p class="lead">{texts.start.lead}</p>
      <section class="desk" aria-label={texts.start.search}>
        <Combobox label={texts.start.search} hint={texts.start.searchHint} types={things} chosen={found ?? null} choose={choose} />
        {id && <Answer of={node}>{({ node: record }) => record ? <Record of={record} isChosenHere={isChosenHere} /> : <p class="notice">{texts.problems.UNKNOWN_ID.title} {texts.problems.UNKNOWN_ID.advice}</p>}</Answer>}
      </section>
      <Example />
      <div class="columns">
        <section aria-labelledby="is"><h2 id="is">{texts.start.is}</h2><ul>{texts.start.isItems.map((item) => <li key={item}>{item}</li>)}</ul></section>
        <section aria-labelledby="is-not"><h2 id="is-not">{texts.start.isNot}</h2><ul>{texts.start.isNotItems.map((item) => <li key={item}>{item}</li>)}</ul></section>
      </div>
      <AboutRelease />
    </>
  );
}

function Record({ of, isChosenHere }: { of: Found; isChosenHere: boolean }) {
  const address = encodeURI(of.id);
  const canEnd = of.__typename !== "Person";
  return (
    <article class="card" aria-labelledby="record">
      <p class="kicker"><Kind of={of} />{"when" in of && of.when && <> · {dateWords(of.when)}</>}{"facts" in of && <> · {texts.start.facts(of.facts.totalCount)}</>}</p>
      <h2 id="record"><Name of={of} />{"nativeNames" in of && of.nativeNames.map((name) => <span key={name} class="native" lang={languageOf(name)}> <bdi>{name}</bdi></span>)}</h2>
      {"status" in of && <p class="marks">{"confidence" in of && <ConfidenceMark of={of.confidence} />}<StatusMark of={of.status} /></p>}
      {"description" in of && of.description && <p>{of.description}</p>}
      {canEnd && (
        <Combobox
          key={of.id}
          label={texts.start.connect(nameOf(of))}
          hint={texts.start.connectHint}
          types={ends}
          focus={isChosenHere}
          choose={(hit) => {
            if (!hit) return;
            remember(hit);
            go(addressOf("/chains", { from: of.id, to: hit.id }));
          }}
        />
      )}
      <ul class="files">
        <li><a href={pageOf(of)}>{texts.start.page}</a></li>
        <li><a href={`/graph?node=${address}`}>{texts.start.inGraph}</a></li>
        <li><a href={`/timeline?scope=${address}`}>{texts.start.onTimeline}</a></li>
      </ul>
    </article>
  );
}

function Example() {
  const chains = useAsked(Chains, { from: example.from, to: example.to, via: [example.via], first: 1 });
  const { asked } = chains;
  // Another dataset does not have these records; it then has no example either.
  if (asked.state === "failed" && asked.problem.code === "UNKNOWN_ID") return null;
  return (
    <section class="example" aria-labelledby="example">
      <h2 id="example">{texts.start.example}</h2>
      <p>{texts.start.exampleLead}</p>
      <Answer of={chains}>{({ chains: { chains: [chain] } }) => chain ? <ExampleSteps of={chain} /> : null}</Answer>
    </section>
  );
}

function ExampleSteps({ of }: { of: ChainFragment }) {
  return (
    <>
      <ol class="path">
        <li><a href={pageOf(of.from)}><Name of={of.from} /></a></li>
        {of.hops.map((hop) => (
          <li key={hop.index} class={hop.status === "CONTESTED" ? "is-contested" : undefined}>
            <span class="relation">{hop.reversed ? "← " : ""}{plainWords(hop.fact.type)}{hop.reversed ? "" : " →"}{hop.index === of.weakestHop.index && <strong> {texts.chains.weakestMark}</strong>}</span>{" "}
            <a href={pageOf(hop.to)}><Name of={hop.to} /></a> <StatusMark of={hop.status} />
          </li>
        ))}
      </ol>
      <p class="marks"><ConfidenceMark of={of.confidence} /><span class="mark">{texts.chains.weakest(of.weakestHop.index)}</span></p>
      <p><a class="button" href={addressOf("/chains", example)}>{texts.start.exampleOpen}</a></p>
    </>
  );
}

function AboutRelease() {
  const asking = useAsked(Release, {});
  return <Answer of={asking}>{({ release }) => <ReleaseFacts of={release} />}</Answer>;
}

function ReleaseFacts({ of }: { of: ReleaseQuery["release"] }) {
  const nodes = of.counts.filter(({ type, count }) => nodeTypes.has(type) && count > 0);
  const links = of.counts.filter(({ type }) => !nodeTypes.has(type));
  const sum = (counts: typeof nodes) => counts.reduce((total, { count }) => total + count, 0);
  return (
    <div class="columns">
      <section aria-labelledby="caveats"><h2 id="caveats">{texts.start.caveats}</h2><ul>{of.caveats.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></section>
      <section aria-labelledby="counts">
        <h2 id="counts">{texts.start.counts}</h2>
        <p>{texts.start.countsShown(sum(nodes), sum(links))}</p>
        <dl class="counts">
          {nodes.map(({ type, count }) => (
            <div key={type}><dt>{typeWords(pascal(type))}</dt><dd>{count.toLocaleString(texts.language)}</dd></div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function pascal(type: string): string {
  return type.toLowerCase().replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
