import { ask } from "../api/client";
import { Surroundings } from "../generated/operations";
import type { Confidence, SurroundingsQuery, SurroundingsQueryVariables } from "../generated/types";
import type { Around, Group } from "./model";

/** Of one kind around one node a reader wanted more than the first few. */
export interface More {
  id: string;
  type: string;
  direction: string;
  count: number;
}

/** What one press adds. */
export const step = 10;

/** The server's limit of a kind. */
export const mostOfKind = 200;

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
  const { neighborhood } = await known({ id, perType, ...least }, signal);
  if (!neighborhood) return null;
  const groups = await Promise.all(neighborhood.groups.map(async (group) => {
    const more = all.find((each) => each.id === id && each.type === group.type && each.direction === group.direction);
    if (!more || more.count <= group.links.length || group.links.length === group.totalCount) return group;
    const fuller = await known({ id, perType: more.count, types: [group.type], direction: group.direction, ...least }, signal);
    return fuller.neighborhood?.groups.find(isLike(group)) ?? group;
  }));
  return { ...neighborhood, groups };
}

function isLike({ type, direction }: Group): (other: Group) => boolean {
  return (other) => other.type === type && other.direction === direction;
}

const answers = new Map<string, SurroundingsQuery>();

// What is drawn already is not asked for again when one more node is expanded.
async function known(variables: SurroundingsQueryVariables, signal: AbortSignal): Promise<SurroundingsQuery> {
  const key = JSON.stringify(variables);
  const answer = answers.get(key) ?? (await ask(Surroundings, variables, signal));
  answers.set(key, answer);
  return answer;
}
