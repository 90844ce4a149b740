import { useEffect, useState } from "preact/hooks";
import { ask } from "../api/client";
import { Named } from "../generated/operations";
import type { NamedQuery } from "../generated/types";

export type Known = NonNullable<NamedQuery["nodes"][number]>;

const known = new Map<string, Known>();

// The server's limit of ids in one question.
const most = 100;

const form = /^[a-z0-9-]+:[a-z0-9-]+$/;

export function remember(node: Known): void {
  known.set(node.id, node);
}

export async function namesOf(ids: readonly string[], signal: AbortSignal): Promise<Map<string, Known>> {
  const unknown = [...new Set(ids)].filter((id) => !known.has(id) && form.test(id));
  for (let i = 0; i < unknown.length; i += most) {
    const { nodes } = await ask(Named, { ids: unknown.slice(i, i + most) }, signal);
    for (const node of nodes) if (node) known.set(node.id, node);
  }
  return known;
}

/** The record of an id in the address, for the field that chose it. Where it cannot be had, the view itself says so. */
export function useNamed(id: string | null): Known | null {
  const [, show] = useState(0);
  useEffect(() => {
    if (!id || known.has(id)) return;
    const controller = new AbortController();
    namesOf([id], controller.signal).then(
      () => show((count) => count + 1),
      () => undefined,
    );
    return () => controller.abort();
  }, [id]);
  return (id && known.get(id)) || null;
}
