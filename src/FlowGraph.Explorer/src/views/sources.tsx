import { useMemo } from "preact/hooks";
import { go, query, withValues } from "../address";
import { useWork } from "../api/asked";
import { ask } from "../api/client";
import { readPages } from "../api/pages";
import { Sources as Operation } from "../generated/operations";
import { Answer } from "../parts/answer";
import { Choice } from "../parts/choice";
import { texts } from "../texts";
import { SourceGroup } from "./source-group";
import { groupsOf, type Source } from "./source-origins";

const page = 100;
const most = 1000;

export function Sources() {
  const asking = useWork<{ sources: Source[]; total: number }>("all", async (signal, progress) => {
    const read = async (after: string | null) => {
      const { sources } = await ask(Operation, { first: page, ...(after && { after }) }, signal);
      return sources;
    };
    const { nodes, last } = await readPages(read, most, (have, total) => progress(texts.sources.asking(have, total)));
    return { sources: nodes, total: last.totalCount };
  });
  const values = query.value;
  return (
    <>
      <h1>{texts.sources.title}</h1>
      <p class="lead">{texts.sources.lead}</p>
      <form class="desk" role="search" onSubmit={(event) => event.preventDefault()} aria-label={texts.sources.title}>
        <div class="fields">
          <div class="field">
            <label for="find">{texts.sources.find}</label>
            <input id="find" type="search" value={values.get("q") ?? ""} aria-describedby="find-hint" maxLength={200} onInput={(event) => go(withValues({ q: event.currentTarget.value }), { replace: true })} />
            <p id="find-hint" class="muted hint">{texts.sources.findHint}</p>
          </div>
          <Choice label={texts.sources.category} value={values.get("kind") ?? ""} choices={{ "": texts.sources.all, ...texts.sources.categories }} choose={(value) => go(withValues({ kind: value }))} />
          <Choice label={texts.sources.order} value={values.get("order") ?? "facts"} choices={texts.sources.orders} choose={(value) => go(withValues({ order: value === "facts" ? null : value }))} />
        </div>
      </form>
      <Answer of={asking}>{({ sources, total }) => <Found sources={sources} total={total} />}</Answer>
    </>
  );
}

function Found({ sources, total }: { sources: Source[]; total: number }) {
  const values = query.value;
  const text = (values.get("q") ?? "").trim().toLocaleLowerCase();
  const kind = values.get("kind") ?? "";
  const order = values.get("order") ?? "facts";
  const fitting = useMemo(
    () => sources.filter(({ title, publisher, category, id }) => (!kind || category === kind) && (!text || `${title} ${publisher ?? ""} ${id}`.toLocaleLowerCase().includes(text))),
    [sources, text, kind],
  );
  const groups = useMemo(() => groupsOf(fitting, sources, order), [fitting, sources, order]);
  const open = values.get("open");
  return (
    <>
      <p role="status">{fitting.length === 0 ? texts.sources.empty : texts.sources.count(groups.length, fitting.length)} {sources.length < total && texts.sources.cut(sources.length, total)}</p>
      {groups.map((group) => <SourceGroup key={group.key} of={group} open={open} />)}
    </>
  );
}
