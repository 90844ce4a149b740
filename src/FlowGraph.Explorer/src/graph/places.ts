import type { Drawn } from "./model";

export interface Place {
  x: number;
  y: number;
}

// A node with its label below it.
const wide = 108;
const high = 70;

const firstRing = 170;
const betweenRings = 92;

// Between nodes that nothing drawn joins.
const apart = 1100;

// How wide what is expanded in turn opens, outwards.
const opened = Math.PI * 1.1;

// Passes that push apart what still covers each other; a few dozen are enough for as many nodes as are drawn.
const passes = 60;

/** Where each node stands: neighbours on rings around what drew them, turned away from where that came from. Computed, never random. */
export function placesOf({ nodes }: Drawn): Map<string, Place> {
  const children = new Map<string | null, string[]>();
  for (const [id, { parent }] of nodes) children.set(parent, [...(children.get(parent) ?? []), id]);
  const places = new Map<string, Place>();
  (children.get(null) ?? []).forEach((root, index) => {
    places.set(root, { x: index * apart, y: 0 });
    spread(root, 0, 2 * Math.PI);
  });
  pushApart([...places.values()]);
  return places;

  function spread(id: string, from: number, width: number) {
    const own = children.get(id) ?? [];
    const centre = places.get(id);
    if (!centre || own.length === 0) return;
    // What opens itself needs room before it.
    const first = own.some((child) => children.has(child)) ? firstRing * 1.4 : firstRing;
    let placed = 0;
    for (let ring = 0; placed < own.length; ring++) {
      const radius = first + ring * betweenRings;
      const fits = Math.max(1, Math.floor((radius * width) / wide));
      const onRing = own.slice(placed, placed + fits);
      const step = width / onRing.length;
      onRing.forEach((child, i) => {
        const angle = from + step * (i + 0.5) + (ring % 2 === 1 ? step / 2 : 0);
        places.set(child, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
        if (children.has(child)) spread(child, angle - opened / 2, opened);
      });
      placed += onRing.length;
    }
  }
}

/** The first stays; of two that cover each other both give way, by the shorter way. */
function pushApart(places: Place[]): void {
  for (let pass = 0, isDone = false; pass < passes && !isDone; pass++) {
    isDone = true;
    for (let i = 0; i < places.length; i++) {
      for (let j = i + 1; j < places.length; j++) {
        const [a, b] = [places[i], places[j]];
        if (!a || !b) continue;
        const over = { x: wide - Math.abs(b.x - a.x), y: high - Math.abs(b.y - a.y) };
        if (over.x <= 0 || over.y <= 0) continue;
        isDone = false;
        const axis = over.x < over.y ? "x" : "y";
        const way = (b[axis] < a[axis] ? -1 : 1) * (over[axis] + 1);
        b[axis] += i === 0 ? way : way / 2;
        if (i > 0) a[axis] -= way / 2;
      }
    }
  }
}
