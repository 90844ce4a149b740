import cytoscape, { type Core, type StylesheetJson } from "cytoscape";
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts";
import { nameOf, plainWords } from "../words";
import type { Drawn } from "./model";
import { placesOf } from "./places";

const shapes: Record<string, string> = {
  State: "ellipse", Port: "hexagon", Facility: "hexagon", Area: "ellipse", Vessel: "diamond", Organization: "octagon", Person: "ellipse", MilitaryUnit: "pentagon",
};

const lengthOfLabel = 34;

// Labels are read down to this; what does not fit so is moved into view by the reader.
const legible = 0.62;

// With more edges than this only those that are contested or chosen say what they are; the table says it of all.
const mostNamed = 40;

// The library writes a rule into the page unless something has this id; the policy of the page forbids that, and the rule is in parts.css.
const ruleOfLibrary = "__________cytoscape_stylesheet";

interface Props {
  of: Drawn;
  centre: string;
  /** What was expanded last. */
  newest: string;
  name: string;
  chosen: string | null;
  choose: (id: string | null) => void;
}

/** The graph as a picture. It has no content that the table beside it has not. */
export function Picture({ of, centre, newest, name, chosen, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  const choosing = useRef(choose);
  choosing.current = choose;

  useEffect(() => {
    if (!box.current) return;
    if (!document.getElementById(ruleOfLibrary)) document.head.append(Object.assign(document.createElement("meta"), { id: ruleOfLibrary }));
    const cy = cytoscape({ container: box.current, style: style(box.current), elements: [], layout: { name: "preset" }, minZoom: 0.15, maxZoom: 2.5, boxSelectionEnabled: false, autoungrabify: false });
    core.current = cy;
    cy.on("tap", (event) => choosing.current(event.target === cy ? null : (event.target.id() as string)));
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const recolour = () => box.current && cy.style(style(box.current));
    dark.addEventListener("change", recolour);
    // For tests and for whoever opens the console; the page itself does not read it.
    Object.assign(box.current, { graph: cy });
    return () => {
      dark.removeEventListener("change", recolour);
      cy.destroy();
      core.current = null;
    };
  }, []);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    const places = placesOf(of);
    cy.batch(() => {
      cy.elements().remove();
      for (const [id, { node, isExpanded }] of of.nodes)
        cy.add({ group: "nodes", data: { id, label: shortened(nameOf(node)), shape: shapes[node.__typename] ?? "round-rectangle" }, position: places.get(id) ?? { x: 0, y: 0 }, classes: [isExpanded && "expanded", id === centre && "centre"].filter(Boolean).join(" ") });
      for (const { id, from, to, type, link } of of.edges.values())
        cy.add({ group: "edges", data: { id, source: from, target: to, label: (link.status === "CONTESTED" ? "⚠ " : "") + plainWords(type) }, classes: [link.status === "CONTESTED" && "contested", link.confidence === "LOW" && "low", of.edges.size <= mostNamed && "named"].filter(Boolean).join(" ") });
    });
    cy.fit(undefined, 24);
    if (cy.zoom() > 1.1) cy.zoom({ level: 1.1, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    if (cy.zoom() < legible) {
      cy.zoom(legible);
      cy.center(cy.getElementById(newest));
    }
  }, [of, centre, newest]);

  useEffect(() => {
    core.current?.elements().removeClass("chosen");
    if (chosen) core.current?.getElementById(chosen).addClass("chosen");
  }, [chosen, of]);

  const zoom = (factor: number) => {
    const cy = core.current;
    if (cy) cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };

  return (
    <div class="picture">
      <div ref={box} class="canvas" role="img" aria-label={texts.graph.picture(name, of.nodes.size, of.edges.size)} />
      <p class="picture-buttons">
        <button type="button" class="quiet" onClick={() => zoom(1.25)}>{texts.graph.zoomIn}</button>
        <button type="button" class="quiet" onClick={() => zoom(0.8)}>{texts.graph.zoomOut}</button>
        <button type="button" class="quiet" onClick={() => core.current?.fit(undefined, 24)}>{texts.graph.fit}</button>
      </p>
    </div>
  );
}

function shortened(name: string): string {
  return name.length <= lengthOfLabel ? name : `${name.slice(0, lengthOfLabel - 1).trimEnd()}…`;
}

/** The colours of the page, read from it, so that light and dark are said once. */
function style(box: Element): StylesheetJson {
  const page = getComputedStyle(box);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", shape: "data(shape)" as never, width: 22, height: 22, "background-color": colour("--sunken"), "border-color": colour("--line-strong"), "border-width": 1.5,
        color: colour("--text"), "font-family": page.fontFamily, "font-size": 12, "text-wrap": "wrap", "text-max-width": "110px", "text-valign": "bottom", "text-margin-y": 4,
        "text-background-color": colour("--bg"), "text-background-opacity": 0.85, "text-background-padding": "1px", "min-zoomed-font-size": 6,
      },
    },
    { selector: "node.expanded", style: { "border-style": "double", "border-width": 5 } },
    { selector: "node.centre", style: { width: 34, height: 34, "background-color": colour("--accent"), "border-color": colour("--text"), "font-weight": "bold", "font-size": 14 } },
    {
      selector: "edge",
      style: {
        width: 1.6, "line-color": colour("--line-strong"), "target-arrow-color": colour("--line-strong"), "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier",
        color: colour("--muted"), "font-family": page.fontFamily, "font-size": 10, "text-rotation": "autorotate", "text-background-color": colour("--bg"), "text-background-opacity": 0.85, "text-background-padding": "1px", "min-zoomed-font-size": 7,
      },
    },
    { selector: "edge.named, edge.contested, edge.chosen", style: { label: "data(label)" } },
    { selector: "edge.low", style: { width: 0.8 } },
    { selector: "edge.contested", style: { "line-style": "dashed", "line-color": colour("--contested"), "target-arrow-color": colour("--contested"), color: colour("--contested"), "font-weight": "bold" } },
    { selector: "node.chosen", style: { "border-color": colour("--focus"), "border-width": 5 } },
    { selector: "edge.chosen", style: { "line-color": colour("--focus"), "target-arrow-color": colour("--focus"), width: 3 } },
  ];
}
