import { ask } from "../api/client";
import type { Operation } from "../api/operation";
import { Kind, Links, Surroundings } from "../generated/operations";
import type { Confidence } from "../generated/types";
import type { Around, Link } from "./model";

/** Of one kind around one node a reader wanted more than the first few. */
export interface More {
  id: string;
  type: string;
  direction: string;
  count: number;
}

/** What one press adds. */
export const step = 10;

/** As many as the server takes ids in one question. */
export const mostOfKind = 100;

const form = /^([a-z0-9:-]+)\.([A-Z_]+)\.(IN|OUT)\.(\d{1,3})$/;

export function moreOf(text: string | null): More[] {
  return (text ?? "").split(",").flatMap((each) => {
    const [, id = "", type = "", direction = "", count = ""] = form.exec(each) ?? [];
    return id ? [{ id, type, direction, count: Math.min(mostOfKind, Number(count)) }] : [];
  });
}

export function withMore(all: More[], more: More): string {
  return [...all.filter(({ id, type, direction }) => id !== more.id || type !== more.type || direction !== more.direction), more].map(({ id, type, direction, count }) => `${id}.${type}.${direction}.${count}`).join(",");
}

/** What is around one node: a few of each kind, and more of those of which more was wanted. */
export async function around(id: string, perType: number, all: More[], minConfidence: Confidence | undefined, signal: AbortSignal): Promise<Around | null> {
  const least = minConfidence && { minConfidence };
  const { neighborhood } = await known(Surroundings, { id, perType, ...least }, signal);
  if (!neighborhood) return null;
  const groups = await Promise.all(neighborhood.groups.map(async (group) => {
    const more = all.find((each) => each.id === id && each.type === group.type && each.direction === group.direction);
    if (!more || more.count <= group.links.length || group.links.length === group.totalCount) return group;
    const { type, direction } = group;
    const found = await known(Kind, { id, type, direction, count: more.count, ...least }, signal);
    const have = new Set(group.links.map(({ factId }) => factId));
    const rest = found.neighborhood?.groups.flatMap(({ links }) => links).filter(({ factId }) => !have.has(factId)) ?? [];
    return { ...group, links: [...group.links, ...(await linksOf(rest, signal))] };
  }));
  return { ...neighborhood, groups };
}

async function linksOf(rest: { factId: string; node: { id: string } }[], signal: AbortSignal): Promise<Link[]> {
  if (rest.length === 0) return [];
  const { facts, nodes } = await known(Links, { facts: rest.map(({ factId }) => factId), nodes: rest.map(({ node }) => node.id) }, signal);
  return facts.flatMap((fact, index) => {
    const node = nodes[index];
    return fact && node && "caption" in fact ? [{ factId: fact.id, caption: fact.caption, status: fact.status, confidence: fact.confidence, independentSources: fact.independentSources, when: fact.when, node }] : [];
  });
}

const answers = new Map<string, unknown>();

// What is drawn already is not asked for again when one more node is expanded.
async function known<Answer, Variables>(operation: Operation<Answer, Variables>, variables: Variables, signal: AbortSignal): Promise<Answer> {
  const key = operation.id + JSON.stringify(variables);
  const answer = (answers.get(key) as Answer | undefined) ?? (await ask(operation, variables, signal));
  answers.set(key, answer);
  return answer;
}
