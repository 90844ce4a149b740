import type { SurroundingsQuery } from "../generated/types";

export type Around = NonNullable<SurroundingsQuery["neighborhood"]>;
export type Group = Around["groups"][number];
export type Link = Group["links"][number];
export type Thing = Link["node"];

export interface GraphNode {
  node: Thing;
  /** Which expansion first drew it. */
  parent: string | null;
  /** Its place among those. */
  order: number;
  isExpanded: boolean;
}

export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  type: string;
  link: Link;
}

export interface Drawn {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  /** More was there than may be drawn. */
  isFull: boolean;
}

/** No more than this is drawn at once: beyond it a picture says nothing. */
export const mostNodes = 300;

/** Puts the surroundings of nodes together, in the order in which they were asked for: the same addresses give the same picture. */
export function drawn(parts: readonly Around[]): Drawn {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  let isFull = false;
  for (const { center, groups } of parts) {
    const known = nodes.get(center.id);
    nodes.set(center.id, { node: center, parent: known?.parent ?? null, order: known?.order ?? 0, isExpanded: true });
    let order = 0;
    for (const { type, direction, links } of groups) {
      for (const link of links) {
        if (!nodes.has(link.node.id)) {
          if (nodes.size >= mostNodes) {
            isFull = true;
            continue;
          }
          nodes.set(link.node.id, { node: link.node, parent: center.id, order: order++, isExpanded: false });
        }
        const [from, to] = direction === "OUT" ? [center.id, link.node.id] : [link.node.id, center.id];
        if (!edges.has(link.factId)) edges.set(link.factId, { id: link.factId, from, to, type, link });
      }
    }
  }
  return { nodes, edges, isFull };
}
