import { useEffect, useRef } from "preact/hooks";
import { go, query, withValues } from "../address";
import { useAsked } from "../api/asked";
import { LedgerChart } from "../charts/ledger-chart";
import { Ledger as Operation } from "../generated/operations";
import type { LedgerQuery } from "../generated/types";
import { Answer } from "../parts/answer";
import { Choice, DayField, dayOf, rangeOf } from "../parts/choice";
import { Combobox } from "../parts/combobox";
import { actors } from "../parts/kinds";
import { StatusMark } from "../parts/marks";
import { NameLink } from "../parts/name";
import { remember, useNamed } from "../parts/named";
import { Table } from "../parts/table";
import { useWidth } from "../parts/width";
import { csvOf, pictureOf, save } from "../parts/files";
import { texts } from "../texts";
import { dateWords, languageOf, plainWords } from "../words";

export type Row = LedgerQuery["oilLedger"]["rows"][number];

// Whose cap it is about, unless the address says otherwise; a release without it is asked for everybody.
const usualImporter = "state:dprk";

export function Ledger() {
  const values = query.value;
  const importer = values.get("importer") ?? usualImporter;
  const exporter = values.get("exporter");
  const groupBy = values.get("by") === "MONTH" ? "MONTH" : "YEAR";
  const during = rangeOf(dayOf(values.get("since")), dayOf(values.get("until")));
  const chosenImporter = useNamed(importer === "any" ? null : importer);
  const chosenExporter = useNamed(exporter);
  const asking = useAsked(Operation, { groupBy, ...(importer !== "any" && { importer }), ...(exporter && { exporter }), ...(during && { during }) });
  const isElsewhere = asking.asked.state === "failed" && asking.asked.problem.code === "UNKNOWN_ID" && !values.has("importer");
  useEffect(() => {
    if (isElsewhere) go(withValues({ importer: "any" }), { replace: true });
  }, [isElsewhere]);

  return (
    <>
      <h1>{texts.ledger.title}</h1>
      <p class="lead">{texts.ledger.lead}</p>
      <form class="desk" onSubmit={(event) => event.preventDefault()} aria-label={texts.ledger.title}>
        <div class="fields pair">
          <Combobox label={texts.ledger.importer} hint={texts.ledger.anyEnd} types={actors} chosen={chosenImporter} choose={(hit) => { if (hit) remember(hit); go(withValues({ importer: hit?.id ?? "any" })); }} />
          <Combobox label={texts.ledger.exporter} hint={texts.ledger.anyEnd} types={actors} chosen={chosenExporter} choose={(hit) => { if (hit) remember(hit); go(withValues({ exporter: hit?.id })); }} />
        </div>
        <div class="fields">
          <Choice label={texts.ledger.by} value={groupBy} choices={texts.ledger.periods} choose={(value) => go(withValues({ by: value === "YEAR" ? null : value }))} />
          <DayField label={texts.ledger.since} value={dayOf(values.get("since"))} choose={(value) => go(withValues({ since: value }))} />
          <DayField label={texts.ledger.until} value={dayOf(values.get("until"))} choose={(value) => go(withValues({ until: value }))} />
        </div>
      </form>
      {!isElsewhere && <Answer of={asking} keep>{({ oilLedger: { rows } }) => rows.length === 0 ? <p class="notice">{texts.ledger.empty}</p> : <Drawing rows={rows} />}</Answer>}
    </>
  );
}

function Drawing({ rows }: { rows: Row[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <>
      <p role="status">{texts.ledger.count(rows.length)}</p>
      <div ref={frame}>{width > 0 && <LedgerChart rows={rows} width={width} />}</div>
      <ul class="files">
        <li><button type="button" class="quiet" onClick={() => save(pictureOf(frame.current?.querySelector("svg")), "image/svg+xml", `${texts.ledger.file}.svg`)}>{texts.ledger.svg}</button></li>
        <li><button type="button" class="quiet" onClick={() => save(csvOf(table(rows)), "text/csv", `${texts.ledger.file}.csv`)}>{texts.ledger.csv}</button></li>
      </ul>
      <section aria-labelledby="twin">
        <h2 id="twin">{texts.ledger.table}</h2>
        <Table caption={texts.ledger.count(rows.length)} columns={[texts.ledger.period, texts.ledger.group, texts.ledger.barrels, texts.ledger.capColumn, texts.ledger.multiple, texts.ledger.counted]}>
          <tbody>{rows.map((row) => <LedgerRow key={row.period + row.countingGroup} of={row} />)}</tbody>
        </Table>
      </section>
    </>
  );
}

function LedgerRow({ of }: { of: Row }) {
  return (
    <tr>
      <td>{of.period}</td>
      <td><code>{of.countingGroup}</code>{of.note && <p class="muted note">{of.note}</p>}</td>
      <td>{of.barrels?.display ?? texts.ledger.none}</td>
      <td>{of.cap ? <a href={`/node/${encodeURI(of.cap.id)}`}>{of.capBarrels?.display ?? of.cap.name}</a> : <span class="muted">{texts.ledger.noCap}</span>}</td>
      <td>{of.multipleOfCap?.display ?? ""}</td>
      <td>
        <details>
          <summary>{texts.ledger.detail(of.counted.length, of.leftOut.length)}</summary>
          <h3>{texts.ledger.counted}</h3>
          {of.counted.length === 0 ? <p>{texts.ledger.nothing}</p> : (
            <ul>{of.counted.map(({ id, name, status, when, barrels }) => <li key={id}><a href={`/fact/${encodeURI(id)}`}><bdi lang={languageOf(name)}>{name}</bdi></a>, {dateWords(when)}{barrels && `: ${barrels.display}`} <StatusMark of={status} /></li>)}</ul>
          )}
          <h3>{texts.ledger.leftOut}</h3>
          {of.leftOut.length === 0 ? <p>{texts.ledger.nothing}</p> : (
            <ul>{of.leftOut.map(({ fact, reason, note }) => <li key={fact.id}><NameLink of={fact} />: {texts.ledger.reasons[reason] ?? plainWords(reason)}{note && `. ${note}`}</li>)}</ul>
          )}
        </details>
      </td>
    </tr>
  );
}

function table(rows: Row[]): (string | number | null)[][] {
  return [
    ["period", "countingGroup", "barrelsLow", "barrelsHigh", "barrels", "cap", "capBarrels", "timesCapLow", "timesCapHigh", "counted", "leftOut", "note"],
    ...rows.map(({ period, countingGroup, barrels, cap, capBarrels, multipleOfCap, counted, leftOut, note }) => [
      period, countingGroup, barrels?.low ?? null, barrels?.high ?? null, barrels?.display ?? null, cap?.id ?? null, capBarrels?.low ?? null, multipleOfCap?.low ?? null, multipleOfCap?.high ?? null,
      counted.map(({ id }) => id).join(" "), leftOut.map(({ fact, reason }) => `${fact.id} ${reason}`).join("; "), note,
    ]),
  ];
}
