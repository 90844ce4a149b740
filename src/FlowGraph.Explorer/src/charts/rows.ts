import type { ScaleTime } from "d3-scale";
import { type Event, isDay, type Span, spanOf } from "./spans";

export interface Placed {
  event: Event;
  span: Span;
  row: number;
  /** On the axis; what is open reaches its end. */
  x0: number;
  x1: number;
  label: string;
  /** Beside the mark, to its right or, where there is no room, to its left. */
  labelX: number;
  isLabelLeft: boolean;
}

/** About how wide a letter of a label is. */
export const letter = 5.9;
const longest = 46;
const gap = 10;
export const dot = 5;

/** Puts events of one lane into as few rows as fit without covering each other, the earliest first. */
export function rowsOf(events: readonly Event[], scale: ScaleTime<number, number>): { placed: Placed[]; rows: number } {
  const [left = 0, right = 0] = scale.range();
  const ends: [number, number][][] = [];
  const placed: Placed[] = [];
  for (const event of events) {
    if (!event.when) continue;
    const span = spanOf(event.when);
    const begin = span.from === null ? left : scale(span.from);
    const end = span.to === null ? right : scale(span.to);
    if (end < left || begin > right) continue;
    const middle = (begin + end) / 2;
    const x0 = Math.max(left, isDay(span) ? middle - dot : begin);
    const x1 = Math.max(x0 + 3, Math.min(right, isDay(span) ? middle + dot : end));
    const label = labelOf(event);
    const width = label.length * letter;
    const isLabelLeft = x1 + gap / 2 + width > right && x0 - width > left;
    const from = isLabelLeft ? x0 - width - gap / 2 : x0;
    const to = isLabelLeft ? x1 : x1 + width + gap / 2;
    let row = ends.findIndex((taken) => taken.every(([a, b]) => to + gap < a || from - gap > b));
    if (row < 0) row = ends.push([]) - 1;
    ends[row]?.push([from, to]);
    placed.push({ event, span, row, x0, x1, label, labelX: isLabelLeft ? x0 - gap / 2 : x1 + gap / 2, isLabelLeft });
  }
  return { placed, rows: ends.length };
}

function labelOf({ name, status }: Event): string {
  const text = name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;
  return status === "CONTESTED" ? `⚠ ${text}` : text;
}
