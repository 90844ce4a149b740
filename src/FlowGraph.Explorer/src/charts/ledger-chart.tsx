import { scaleLinear } from "d3-scale";
import { texts } from "../texts";
import { numberWords } from "../words";
import type { Row } from "../views/ledger";

const rowHeight = 46;
// About how wide a letter is, and how much a second line needs.
const letter = 6.7;
const lineHeight = 15;
const axisHeight = 30;
const arrow = 10;
const narrowest = 320;

/** One bar a row. A sum without a high end goes on to the edge and says so: nothing is guessed. */
export function LedgerChart({ rows, width }: { rows: Row[]; width: number }) {
  const wide = Math.max(narrowest, width);
  const greatest = Math.max(1, ...rows.flatMap(({ barrels, capBarrels }) => [barrels?.low ?? 0, barrels?.high ?? 0, capBarrels?.high ?? capBarrels?.low ?? 0]));
  const scale = scaleLinear([0, greatest * 1.25], [4, wide - 8]);
  const isTight = rows.some((row) => (row.period.length + 1 + wordsOf(row).length) * letter > wide - 12);
  const each = isTight ? rowHeight + lineHeight : rowHeight;
  const height = axisHeight + rows.length * each + 6;

  return (
    <div class="chart-frame" role="region" aria-label={texts.ledger.chart} tabIndex={0}>
      <svg class="chart ledger-chart" width={wide} height={height} viewBox={`0 0 ${wide} ${height}`} role="img" aria-label={texts.ledger.chart}>
        {scale.ticks(Math.max(2, Math.floor(wide / 160))).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={scale(tick)} x2={scale(tick)} y1={axisHeight - 6} y2={height} />
            <text class="tick" x={scale(tick)} y={16} text-anchor={tick === 0 ? "start" : "middle"}>{numberWords(tick)}</text>
          </g>
        ))}
        {rows.map((row, index) => <Bar key={row.period + row.countingGroup} of={row} scale={scale} right={wide - 8} y={axisHeight + index * each} isTight={isTight} />)}
      </svg>
      <ul class="legend-line">
        <li><svg width="34" height="12" aria-hidden="true"><rect class="sample" width="34" height="12" /></svg> {texts.ledger.bar}</li>
        <li><svg width="34" height="12" aria-hidden="true"><path class="sample open-end" d="M0 0H24L34 6L24 12H0Z" /></svg> {texts.ledger.open}</li>
        <li><svg width="10" height="12" aria-hidden="true"><line class="cap" x1="5" x2="5" y1="0" y2="12" /></svg> {texts.ledger.cap}</li>
      </ul>
    </div>
  );
}

function wordsOf({ countingGroup, barrels }: Row): string {
  return `${countingGroup}: ${barrels?.display ?? texts.ledger.none}`;
}

function Bar({ of, scale, right, y, isTight }: { of: Row; scale: (value: number) => number; right: number; y: number; isTight: boolean }) {
  const { period, countingGroup, barrels, capBarrels } = of;
  const cap = capBarrels?.high ?? capBarrels?.low;
  const low = scale(barrels?.low ?? 0);
  const high = barrels && (barrels.high === null ? right : scale(barrels.high));
  const zero = scale(0);
  return (
    <g transform={`translate(0 ${y})`}>
      {isTight && <text class="row-name" x={zero} y={13}><tspan class="strong">{period}</tspan> {countingGroup}:</text>}
      <g transform={`translate(0 ${isTight ? lineHeight : 0})`}>
        <text class="row-name" x={zero} y={13}>{isTight ? (barrels?.display ?? texts.ledger.none) : <><tspan class="strong">{period}</tspan> {wordsOf(of)}</>}</text>
        {barrels && <rect class="body" x={zero} y={20} width={Math.max(2, low - zero)} height={16} />}
        {high !== null && high > low + 1 && (
          <path class="open-end" d={barrels?.high === null ? `M${low} 20H${high - arrow}L${high} 28L${high - arrow} 36H${low}Z` : `M${low} 20H${high}V36H${low}Z`} />
        )}
        {cap !== null && cap !== undefined && <line class="cap" x1={scale(cap)} x2={scale(cap)} y1={17} y2={39} />}
      </g>
    </g>
  );
}
