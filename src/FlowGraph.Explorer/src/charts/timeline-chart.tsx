import { scaleUtc } from "d3-scale";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { texts } from "../texts";
import { dateWords, languageOf, plainWords, typeWords } from "../words";
import { dot, letter, type Placed, rowsOf } from "./rows";
import { type Event, isDay } from "./spans";

export interface Lane {
  name: string;
  events: Event[];
}

const rowHeight = 20;
const headHeight = 26;
const axisHeight = 26;
const narrowest = 760;

export function TimelineChart({ lanes, domain, width }: { lanes: Lane[]; domain: [number, number]; width: number }) {
  const [active, setActive] = useState(0);
  const svg = useRef<SVGSVGElement>(null);
  const wide = Math.max(narrowest, width);
  const scale = useMemo(() => scaleUtc(domain, [8, wide - 8]), [domain[0], domain[1], wide]);
  const laid = lanes.map(({ name, events }) => ({ name, ...rowsOf(events, scale) })).filter(({ placed }) => placed.length > 0);
  const all = laid.flatMap(({ placed }) => placed);
  const tops = laid.map((_, index) => axisHeight + laid.slice(0, index).reduce((sum, { rows }) => sum + headHeight + rows * rowHeight + 8, 0));
  const last = laid.at(-1);
  const height = (tops.at(-1) ?? axisHeight) + (last ? headHeight + last.rows * rowHeight : 0) + 10;

  useEffect(() => setActive(0), [all.length]);

  function press(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step === undefined ? -1 : active + step;
    if (next < 0 || next >= all.length) return;
    event.preventDefault();
    setActive(next);
    svg.current?.querySelectorAll<SVGAElement>("a.event")[next]?.focus();
  }

  const shown = all[active];
  let index = 0;
  return (
    <>
      <div class="chart-frame" role="region" aria-label={texts.timeline.chart} tabIndex={0}>
        <svg ref={svg} class="chart timeline-chart" width={wide} height={height} viewBox={`0 0 ${wide} ${height}`} role="group" aria-label={texts.timeline.chart} onKeyDown={press}>
          {scale.ticks(Math.max(4, Math.floor(wide / 110))).map((tick) => (
            <g key={tick.getTime()} aria-hidden="true">
              <line class="grid" x1={scale(tick)} x2={scale(tick)} y1={axisHeight - 6} y2={height} />
              <text class="tick" x={scale(tick)} y={14} text-anchor="middle">{tickWords(tick)}</text>
            </g>
          ))}
          {laid.map(({ name, placed }, lane) => (
            <g key={name} class={`lane ${name}`} transform={`translate(0 ${tops[lane] ?? 0})`}>
              <line class="lane-line" x1={0} x2={wide} y1={0} y2={0} />
              <text class="lane-name" x={8} y={17} aria-hidden="true">{texts.timeline.lanes[name]}</text>
              {placed.map((mark) => {
                const place = index++;
                return <Mark key={mark.event.id} of={mark} isActive={place === active} enter={() => setActive(place)} />;
              })}
            </g>
          ))}
        </svg>
      </div>
      <p class="chart-line" aria-hidden="true">{shown && <>{wordsOf(shown.event)}</>}</p>
    </>
  );
}

function Mark({ of: { event, span, row, x0, x1, label, labelX, labelAt }, isActive, enter }: { of: Placed; isActive: boolean; enter: () => void }) {
  const y = headHeight + row * rowHeight + rowHeight / 2;
  const look = ["event", event.status === "CONTESTED" && "contested", event.modality !== "ACTUAL" && "planned", span.isUncertain && "uncertain"].filter(Boolean).join(" ");
  const width = label.length * letter;
  return (
    <g>
      <a class={look} href={`/fact/${encodeURI(event.id)}`} tabIndex={isActive ? 0 : -1} aria-label={wordsOf(event)} onFocus={enter} onPointerEnter={enter}>
        <rect class="hit" x={labelAt === "left" ? labelX - width - 2 : x0 - 3} y={y - rowHeight / 2 + 1} width={x1 - x0 + (labelAt === "inside" ? 6 : width + 10)} height={rowHeight - 2} />
        {isDay(span) ? (
          <circle class="body" cx={(x0 + x1) / 2} cy={y} r={dot} />
        ) : span.isUncertain ? (
          <path class="whisker" d={`M${x0} ${y - 5}V${y + 5}M${x1} ${y - 5}V${y + 5}M${x0} ${y}H${x1}`} />
        ) : (
          <path class="body" d={bar(x0, x1, y, span.from === null, span.to === null)} />
        )}
      </a>
      {labelAt === "inside" && <rect class="ground" x={labelX - 4} y={y - 8} width={width + 6} height={16} />}
      <text class="label" x={labelX} y={y + 4} text-anchor={labelAt === "left" ? "end" : "start"} lang={languageOf(event.name)} aria-hidden="true">{label}</text>
    </g>
  );
}

/** A bar; an open end is a point that leads on. */
function bar(x0: number, x1: number, y: number, isOpenLeft: boolean, isOpenRight: boolean): string {
  const h = 5;
  const left = isOpenLeft ? `M${x0 + 9} ${y - h}L${x0} ${y}L${x0 + 9} ${y + h}` : `M${x0} ${y - h}V${y + h}`;
  return isOpenRight ? `${left}H${x1 - 9}L${x1} ${y}L${x1 - 9} ${y - h}Z` : `${left}H${x1}V${y - h}Z`;
}

function wordsOf({ __typename, name, when, status, confidence, modality }: Event): string {
  return [dateWords(when), name, typeWords(__typename), modality === "ACTUAL" ? "" : plainWords(modality), texts.marks.confidence[confidence] ?? confidence, status === "ASSERTED" ? "" : (texts.marks.status[status] ?? status)].filter(Boolean).join(" · ");
}

function tickWords(tick: Date): string {
  const isYear = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
  return tick.toISOString().slice(0, isYear ? 4 : tick.getUTCDate() === 1 ? 7 : 10);
}
