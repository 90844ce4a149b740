import { useMemo, useRef } from "preact/hooks";
import { go, query, withValues } from "../address";
import { useWork } from "../api/asked";
import { ask } from "../api/client";
import { readPages } from "../api/pages";
import { domainOf, type Event, spanOf } from "../charts/spans";
import { TimelineChart } from "../charts/timeline-chart";
import { Timeline as Operation } from "../generated/operations";
import type { NodeType } from "../generated/types";
import { Answer } from "../parts/answer";
import { Choice, DayField, dayOf, rangeOf, Switch } from "../parts/choice";
import { Combobox } from "../parts/combobox";
import { things } from "../parts/kinds";
import { StatusMark } from "../parts/marks";
import { Kind } from "../parts/name";
import { remember, useNamed } from "../parts/named";
import { Table } from "../parts/table";
import { useWidth } from "../parts/width";
import { texts } from "../texts";
import { dateWords, languageOf, plainWords } from "../words";

const lanes: Record<string, NodeType[]> = {
  oil: ["SHIPMENT"],
  arms: ["ARMS_TRANSFER"],
  troops: ["TROOP_DEPLOYMENT"],
  agreements: ["AGREEMENT", "CAP"],
  statements: ["STATEMENT"],
  events: ["OCCURRENCE", "SIGHTING", "EXCHANGE"],
  listings: ["DESIGNATION"],
};

const usual = ["oil", "arms", "troops", "agreements", "statements"];

const laneOf = new Map(Object.entries(lanes).flatMap(([lane, types]) => types.map((type) => [type.toLowerCase().replaceAll("_", ""), lane])));

// A page of the server, and what one picture can show.
const page = 200;
const most = 1000;

const ranks: Record<string, number> = { LOW: 1, MODERATE: 2, HIGH: 3 };

interface Found {
  events: Event[];
  total: number;
  undated: number;
}

export function Timeline() {
  const values = query.value;
  const shown = values.has("show") ? Object.keys(lanes).filter((lane) => values.get("show")?.split(",").includes(lane)) : usual;
  const least = ranks[values.get("confidence") ?? ""] ?? 0;
  const since = dayOf(values.get("since"));
  const until = dayOf(values.get("until"));
  const scope = values.get("scope");
  const chosen = useNamed(scope);
  const during = rangeOf(since, until);
  const types = shown.flatMap((lane) => lanes[lane] ?? []);

  const asking = useWork<Found>(types.length === 0 ? null : JSON.stringify([types, scope, during]), async (signal, progress) => {
    const read = async (after: string | null) => {
      const { timeline } = await ask(Operation, { types, first: page, ...(scope && { scope: [scope] }), ...(during && { during }), ...(after && { after }) }, signal);
      return timeline;
    };
    const { nodes, last } = await readPages(read, most, (have, total) => progress(texts.timeline.asking(have, total)));
    return { events: nodes, total: last.totalCount, undated: last.undatedCount };
  });

  function turn(lane: string, on: boolean) {
    const next = Object.keys(lanes).filter((name) => (name === lane ? on : shown.includes(name)));
    go(withValues({ show: next.join() === usual.join() ? null : next.join() || "none" }));
  }

  return (
    <>
      <h1>{texts.timeline.title}</h1>
      <p class="lead">{texts.timeline.lead}</p>
      <form class="desk" onSubmit={(event) => event.preventDefault()} aria-label={texts.timeline.title}>
        <fieldset>
          <legend>{texts.timeline.show}</legend>
          <div class="switches inline">{Object.keys(lanes).map((lane) => <Switch key={lane} label={texts.timeline.lanes[lane] ?? lane} on={shown.includes(lane)} turn={(on) => turn(lane, on)} />)}</div>
        </fieldset>
        <div class="fields">
          <Choice label={texts.timeline.confidence} value={values.get("confidence") ?? ""} choices={{ "": texts.timeline.any, MODERATE: texts.marks.confidence.MODERATE ?? "", HIGH: texts.marks.confidence.HIGH ?? "" }} choose={(value) => go(withValues({ confidence: value }))} />
          <DayField label={texts.timeline.since} value={since} choose={(value) => go(withValues({ since: value }))} />
          <DayField label={texts.timeline.until} value={until} choose={(value) => go(withValues({ until: value }))} />
          <Combobox label={texts.timeline.scope} hint={texts.timeline.scopeHint} types={things} chosen={chosen} choose={(hit) => { if (hit) remember(hit); go(withValues({ scope: hit?.id })); }} optional />
        </div>
      </form>
      {types.length === 0 && <p class="notice">{texts.timeline.empty}</p>}
      {types.length > 0 && <Answer of={asking} keep>{(found) => <Drawing of={found} shown={shown} least={least} since={since} until={until} />}</Answer>}
    </>
  );
}

function Drawing({ of: { events, total, undated }, shown, least, since, until }: { of: Found; shown: string[]; least: number; since: string; until: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  // Also by kind: until the next answer is there, the one before is shown.
  const fitting = useMemo(
    () => events.filter(({ __typename, confidence }) => (ranks[confidence] ?? 0) >= least && shown.includes(laneOf.get(__typename.toLowerCase()) ?? "")),
    [events, least, shown.join()],
  );
  const domain = useMemo(() => domainOf(fitting, since, until), [fitting, since, until]);
  const before = fitting.filter(({ when }) => when && (spanOf(when).to ?? Infinity) < domain[0]);
  const drawnLanes = shown.map((name) => ({ name, events: fitting.filter(({ __typename }) => laneOf.get(__typename.toLowerCase()) === name) }));

  return (
    <>
      <p role="status">
        {fitting.length === 0 ? texts.timeline.empty : texts.timeline.count(fitting.length, total, undated)} {events.length < total && texts.timeline.cut(most)}{" "}
        {before.length > 0 && <>{texts.timeline.earlier(before.length)} <a href={withValues({ since: before[0]?.when?.earliest })}>{texts.timeline.fromThere}</a></>}
      </p>
      <div ref={frame}>{width > 0 && fitting.length > 0 && <TimelineChart lanes={drawnLanes} domain={domain} width={width} />}</div>
      <Legend />
      {fitting.length > 0 && (
        <section aria-labelledby="twin">
          <h2 id="twin">{texts.timeline.table}</h2>
          <Table caption={texts.timeline.count(fitting.length, total, undated)} columns={[texts.timeline.when, texts.timeline.event, texts.timeline.kind, texts.graph.confidenceColumn, texts.graph.originsColumn]}>
            <tbody>
              {fitting.map((event) => (
                <tr key={event.id}>
                  <td>{dateWords(event.when)}</td>
                  <td><a href={`/fact/${encodeURI(event.id)}`}><bdi lang={languageOf(event.name)}>{event.name}</bdi></a> <StatusMark of={event.status} /></td>
                  <td><Kind of={event} />{event.modality !== "ACTUAL" && `, ${plainWords(event.modality)}`}</td>
                  <td>{texts.marks.short[event.confidence] ?? plainWords(event.confidence)}</td>
                  <td>{event.independentSources}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </>
  );
}

function Legend() {
  const words = texts.timeline;
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <ul>
        <li><svg width="44" height="14" aria-hidden="true"><circle class="sample" cx="22" cy="7" r="5" /></svg> {words.day}</li>
        <li><svg width="44" height="14" aria-hidden="true"><path class="sample line" d="M4 2V12M40 2V12M4 7H40" /></svg> {words.uncertain}</li>
        <li><svg width="44" height="14" aria-hidden="true"><path class="sample" d="M4 2V12H40V2Z" /></svg> {words.span}</li>
        <li><svg width="44" height="14" aria-hidden="true"><path class="sample" d="M13 2L4 7L13 12H40V2Z" /></svg> {words.open}</li>
        <li><svg width="44" height="14" aria-hidden="true"><path class="sample contested" d="M4 2V12H40V2Z" /></svg> {words.contested}</li>
        <li><svg width="44" height="14" aria-hidden="true"><path class="sample hollow" d="M4 2V12H40V2Z" /></svg> {words.planned}</li>
      </ul>
    </details>
  );
}
