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
  /** Beside the mark, to its right or, where there is no room, to its left; on it where there is none on either side. */
  labelX: number;
  labelAt: "right" | "left" | "inside";
}

/** About how wide a letter of a label is. */
export const letter = 6.1;
const longest = 46;
const shortest = 12;
const gap = 10;
const arrow = 12;
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
    const { label, labelX, labelAt } = labelled(event, x0, x1, left, right);
    const width = label.length * letter;
    const from = labelAt === "left" ? x0 - width - gap / 2 : x0;
    const to = labelAt === "right" ? x1 + width + gap / 2 : x1;
    let row = ends.findIndex((taken) => taken.every(([a, b]) => to + gap < a || from - gap > b));
    if (row < 0) row = ends.push([]) - 1;
    ends[row]?.push([from, to]);
    placed.push({ event, span, row, x0, x1, label, labelX, labelAt });
  }
  return { placed, rows: ends.length };
}

function labelled(event: Event, x0: number, x1: number, left: number, right: number): Pick<Placed, "label" | "labelX" | "labelAt"> {
  const letters = (width: number) => Math.floor((width - gap / 2) / letter);
  const [before, after, on] = [letters(x0 - left), letters(right - x1), letters(x1 - x0 - 2 * arrow)];
  const whole = labelOf(event, longest);
  const labelAt = whole.length <= after ? "right" : whole.length <= before ? "left" : Math.max(before, after) < shortest && on > shortest ? "inside" : after >= before ? "right" : "left";
  const label = labelOf(event, Math.min(longest, { left: before, right: after, inside: on }[labelAt]));
  return { label, labelX: labelAt === "right" ? x1 + gap / 2 : labelAt === "left" ? x0 - gap / 2 : x0 + arrow, labelAt };
}

function labelOf({ name, status }: Event, most: number): string {
  const text = status === "CONTESTED" ? `⚠ ${name}` : name;
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
