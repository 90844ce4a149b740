import type { SourcesQuery } from "../generated/types";
import { nameOf } from "../words";

export type Source = SourcesQuery["sources"]["nodes"][number];

/** Sources that give one body's word, with that body. */
export interface OriginGroup {
  key: string;
  /** The source or body whose word it is; null where nobody knows. */
  origin: { id: string; name: string; title?: string; page: string } | null;
  /** Another origin has the same name. */
  isNamesake: boolean;
  sources: Source[];
  facts: number;
  sole: number;
}

/** @param all The sources that are there, of which some are shown: what others relay is the first of its group, whatever is known of its own word. */
export function groupsOf(sources: readonly Source[], all: readonly Source[], order: string): OriginGroup[] {
  const relayed = new Set(all.flatMap(({ origin }) => (origin ? [origin.id] : [])));
  const groups = new Map<string, OriginGroup>();
  for (const source of sources) {
    const origin = originOf(source, relayed.has(source.id));
    const key = origin?.id ?? "unknown";
    const group = groups.get(key) ?? { key, origin, isNamesake: false, sources: [], facts: 0, sole: 0 };
    group.sources.push(source);
    group.facts += source.supports.totalCount;
    group.sole += source.soleSupportFor.totalCount;
    groups.set(key, group);
  }
  const names = [...groups.values()].map(({ origin }) => origin?.name);
  for (const group of groups.values()) group.isNamesake = names.filter((name) => name === group.origin?.name).length > 1;
  const value = (group: OriginGroup) => (order === "sole" ? group.sole : order === "name" ? 0 : group.facts);
  const sorted = [...groups.values()].sort((a, b) => value(b) - value(a) || compare(a.origin?.name ?? "\uffff", b.origin?.name ?? "\uffff") || compare(a.key, b.key));
  for (const { origin, sources: own } of sorted) own.sort((a, b) => Number(b.id === origin?.id) - Number(a.id === origin?.id) || b.supports.totalCount - a.supports.totalCount || compare(a.id, b.id));
  return sorted;
}

function originOf(source: Source, isRelayed: boolean): OriginGroup["origin"] {
  if (source.origin) return { id: source.origin.id, name: source.origin.publisher ?? source.origin.title, title: source.origin.title, page: `/source/${encodeURI(source.origin.id)}` };
  if (source.originActor) return { id: source.originActor.id, name: nameOf(source.originActor), page: `/node/${encodeURI(source.originActor.id)}` };
  return source.originBasis === "UNKNOWN" && !isRelayed ? null : { id: source.id, name: source.publisher ?? source.title, title: source.title, page: `/source/${encodeURI(source.id)}` };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
