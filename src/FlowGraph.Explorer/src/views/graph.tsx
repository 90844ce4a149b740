import { useMemo, useState } from "preact/hooks";
import { go, query, withValues } from "../address";
import { useWork } from "../api/asked";
import type { Confidence } from "../generated/types";
import { around, type More, moreOf, withMore } from "../graph/around";
import { type Around, drawn, mostNodes } from "../graph/model";
import { Picture } from "../graph/picture";
import { Answer } from "../parts/answer";
import { Choice } from "../parts/choice";
import { Combobox } from "../parts/combobox";
import { things } from "../parts/kinds";
import { NameLink } from "../parts/name";
import { remember, useNamed } from "../parts/named";
import { texts } from "../texts";
import { nameOf } from "../words";
import { GraphTable } from "./graph-table";

// What one expansion adds of each kind.
const perExpansion = 5;

// More at once is more than the server answers; of a single kind there is more in the table.
const sizes = [5, 10, 25];

export function Graph() {
  const values = query.value;
  const id = values.get("node");
  const open = (values.get("open") ?? "").split(",").filter(Boolean);
  const perType = sizes.find((size) => String(size) === values.get("each")) ?? 10;
  const confidence = ["HIGH", "MODERATE"].find((key) => key === values.get("confidence")) as Confidence | undefined;
  const centre = useNamed(id);

  const more = moreOf(values.get("more"));

  const asking = useWork<(Around | null)[]>(id && JSON.stringify([id, open, perType, more, confidence]), (signal, progress) => {
    let have = 0;
    return Promise.all([id ?? "", ...open].map(async (each, index) => {
      const part = await around(each, index === 0 ? perType : perExpansion, more, confidence, signal);
      progress(`${++have} / ${open.length + 1}`);
      return part;
    }));
  });

  return (
    <>
      <h1>{texts.graph.title}</h1>
      <p class="lead">{texts.graph.lead}</p>
      <form class="desk" onSubmit={(event) => event.preventDefault()} aria-label={texts.graph.title}>
        <Combobox label={texts.graph.centre} hint={texts.graph.centreHint} types={things} chosen={centre} choose={(hit) => { if (hit) remember(hit); go(withValues({ node: hit?.id, open: null, more: null })); }} />
        <div class="fields">
          <Choice label={texts.graph.perType} value={String(perType)} choices={Object.fromEntries(sizes.map((size) => [String(size), texts.graph.upTo(size)]))} choose={(value) => go(withValues({ each: value === "10" ? null : value }))} />
          <Choice label={texts.graph.confidence} value={confidence ?? ""} choices={{ "": texts.chains.anyConfidence, MODERATE: texts.marks.confidence.MODERATE ?? "", HIGH: texts.marks.confidence.HIGH ?? "" }} choose={(value) => go(withValues({ confidence: value }))} />
        </div>
      </form>
      {!id && <p class="notice">{texts.graph.empty}</p>}
      {id && <Answer of={asking} keep>{([first, ...others]) => first ? <Drawing parts={[first, ...others.filter((part) => part !== null)]} open={open} more={more} /> : <p class="notice">{texts.graph.unknown}</p>}</Answer>}
    </>
  );
}

function Drawing({ parts, open, more }: { parts: Around[]; open: string[]; more: More[] }) {
  const [chosen, choose] = useState<string | null>(null);
  const key = JSON.stringify(parts.map((part) => [part.center.id, part.totalCount, part.groups.map(({ links }) => links.length)]));
  const graph = useMemo(() => drawn(parts), [key]);
  const [first] = parts;
  if (!first) return null;
  const name = nameOf(first.center);
  const node = chosen ? graph.nodes.get(chosen) : undefined;
  const edge = chosen ? graph.edges.get(chosen) : undefined;
  const toggle = (id: string) => go(withValues({ open: (open.includes(id) ? open.filter((other) => other !== id) : [...open, id]).join(",") }));
  const add = (of: More) => go(withValues({ more: withMore(more, of) }));

  return (
    <>
      <p role="status">{texts.graph.drawn(graph.nodes.size, graph.edges.size, first.totalCount)}{graph.isFull && ` ${texts.graph.full(mostNodes)}`}</p>
      <div class="graph">
        <div>
          <Picture of={graph} centre={first.center.id} newest={parts.at(-1)?.center.id ?? first.center.id} name={name} chosen={chosen} choose={choose} />
          {(node || edge) && (
            <p class="chosen">
              {texts.graph.selected}: {node ? <NameLink of={node.node} /> : <a href={`/fact/${encodeURI(edge?.id ?? "")}`}>{edge?.link.caption}</a>}{" "}
              {node && node.node.id !== first.center.id && (
                <>
                  <button type="button" class="quiet" onClick={() => toggle(node.node.id)}>{node.isExpanded ? texts.graph.collapse : texts.graph.expand}</button>{" "}
                  <a class="button quiet" href={withValues({ node: node.node.id, open: null, more: null })}>{texts.graph.toCentre}</a>
                </>
              )}
            </p>
          )}
          <details class="legend"><summary>{texts.graph.legend}</summary><ul>{Object.values(texts.graph.legendItems).map((item) => <li key={item}>{item}</li>)}</ul></details>
        </div>
        <section aria-labelledby="twin">
          <h2 id="twin">{texts.graph.table}</h2>
          {parts.map((part) => <GraphTable key={part.center.id} of={part} centre={first.center.id} open={open} toggle={toggle} add={add} />)}
        </section>
      </div>
    </>
  );
}
