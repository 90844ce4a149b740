import { withValues } from "../address";
import { type More, mostOfKind, step } from "../graph/around";
import type { Around, Link } from "../graph/model";
import { StatusMark } from "../parts/marks";
import { Kind, Name, NameLink } from "../parts/name";
import { Table } from "../parts/table";
import { texts } from "../texts";
import { dateWords, nameOf, plainWords } from "../words";

/** What is drawn around one node, by kind of connection, with what is not drawn. */
export function GraphTable({ of, centre, open, toggle, add }: { of: Around; centre: string; open: string[]; toggle: (id: string) => void; add: (more: More) => void }) {
  return (
    <Table caption={<>{texts.graph.of(nameOf(of.center))}</>} columns={[texts.graph.neighbour, texts.graph.confidenceColumn, texts.graph.originsColumn, texts.graph.actions]}>
      {of.groups.map(({ type, direction, totalCount, links }) => (
        <tbody key={type + direction}>
          <tr class="group-row">
            <th colSpan={4} scope="rowgroup">
              {direction === "IN" ? "← " : ""}{plainWords(type)}{direction === "OUT" ? " →" : ""} <span class="muted">({texts.graph.shownOf(links.length, totalCount)})</span>{" "}
              {links.length < Math.min(totalCount, mostOfKind) && (
                <button type="button" class="quiet small" onClick={() => add({ id: of.center.id, type, direction, count: links.length + step })}>{texts.graph.next(Math.min(step, totalCount - links.length))}<span class="hidden"> {plainWords(type)}, {nameOf(of.center)}</span></button>
              )}
            </th>
          </tr>
          {links.map((link) => <Row key={link.factId} of={link} centre={centre} isOpen={open.includes(link.node.id)} toggle={toggle} />)}
        </tbody>
      ))}
    </Table>
  );
}

function Row({ of, centre, isOpen, toggle }: { of: Link; centre: string; isOpen: boolean; toggle: (id: string) => void }) {
  const name = nameOf(of.node);
  const when = of.when ?? ("when" in of.node ? of.node.when : null);
  return (
    <tr class={of.status === "CONTESTED" ? "is-contested" : undefined}>
      <td><NameLink of={of.node} /> <Kind of={of.node} />{when && <p class="muted note">{dateWords(when)}</p>}</td>
      <td><a href={`/fact/${encodeURI(of.factId)}`} title={texts.graph.fact}>{texts.marks.short[of.confidence] ?? plainWords(of.confidence)}</a> <StatusMark of={of.status} /></td>
      <td>{of.independentSources}</td>
      <td>
        {of.node.id !== centre && (
          <>
            <button type="button" class="quiet small" aria-pressed={isOpen} onClick={() => toggle(of.node.id)}>{isOpen ? texts.graph.collapse : texts.graph.expand}<span class="hidden"> <Name of={of.node} /></span></button>{" "}
            <a class="small" href={withValues({ node: of.node.id, open: null, more: null })}>{texts.graph.toCentre}<span class="hidden"> {name}</span></a>
          </>
        )}
      </td>
    </tr>
  );
}
