import type { TimelineQuery } from "../generated/types";

export type Event = TimelineQuery["timeline"]["nodes"][number];

const day = 86_400_000;

/** A date as it is drawn. Times are the beginnings of days, ends are not included; null where nobody gives an end. */
export interface Span {
  from: number | null;
  to: number | null;
  /** A point in time that is only known to lie in here; else it lasted. */
  isUncertain: boolean;
}

export function spanOf(when: NonNullable<Event["when"]>): Span {
  return {
    from: when.earliest === null ? null : Date.parse(when.earliest),
    to: when.latest === null ? null : Date.parse(when.latest) + day,
    isUncertain: !when.edtf.includes("/") && when.precision !== "DAY",
  };
}

export function isDay({ from, to }: Span): boolean {
  return from !== null && to !== null && to - from <= day;
}

/** Where the axis begins and ends: what moved decides, and what stands far before it does not press it together. */
export function domainOf(events: readonly Event[], since: string, until: string): [number, number] {
  const moved = events.filter(({ __typename }) => ["Shipment", "ArmsTransfer", "TroopDeployment"].includes(__typename));
  const spans = (moved.length > 0 ? moved : events).flatMap(({ when }) => (when ? [spanOf(when)] : []));
  const known = spans.flatMap(({ from, to }) => [from, to].filter((end) => end !== null));
  const least = known.length > 0 ? Math.min(...known) : Date.UTC(2022, 0, 1);
  const greatest = known.length > 0 ? Math.max(...known) : Date.UTC(2026, 0, 1);
  const from = since ? Date.parse(since) : startOfMonth(least - 15 * day);
  const to = until ? Date.parse(until) + day : startOfMonth(greatest + 45 * day);
  return from < to ? [from, to] : [from, from + 30 * day];
}

function startOfMonth(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
