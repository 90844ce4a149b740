import type { Drawn } from "./model";

export interface Place {
  x: number;
  y: number;
}

// Room for a node and its label on a ring.
const room = 92;

// Between nodes that nothing drawn joins.
const apart = 1100;

/** Where each node stands: neighbours on rings around what drew them, turned away from where that came from. Computed, never random. */
export function placesOf({ nodes }: Drawn): Map<string, Place> {
  const children = new Map<string | null, string[]>();
  for (const [id, { parent }] of nodes) children.set(parent, [...(children.get(parent) ?? []), id]);
  const places = new Map<string, Place>();
  (children.get(null) ?? []).forEach((root, index) => {
    places.set(root, { x: index * apart, y: 0 });
    spread(root, 0, 2 * Math.PI);
  });
  return places;

  function spread(id: string, from: number, width: number) {
    const own = children.get(id) ?? [];
    const centre = places.get(id);
    if (!centre || own.length === 0) return;
    let placed = 0;
    for (let ring = 1; placed < own.length; ring++) {
      const radius = ringRadius(ring, own.length, width, own.some((child) => children.has(child)));
      const fits = Math.max(1, Math.floor((radius * width) / room));
      const onRing = own.slice(placed, placed + fits);
      const step = width / onRing.length;
      onRing.forEach((child, i) => {
        const angle = from + step * (i + 0.5) + (ring % 2 === 0 ? step / 2 : 0);
        places.set(child, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
        // What is expanded in turn opens outwards.
        const opened = Math.PI * 0.9;
        if (children.has(child)) spread(child, angle - opened / 2, opened);
      });
      placed += onRing.length;
    }
  }
}

function ringRadius(ring: number, count: number, width: number, isCrowded: boolean): number {
  const one = Math.max(190, Math.min(340, (count * room) / width));
  return (isCrowded ? one * 1.35 : one) + (ring - 1) * 130;
}
