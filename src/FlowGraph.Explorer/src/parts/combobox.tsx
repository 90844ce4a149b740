import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { type Problem, problemOf } from "../api/problem";
import { Search } from "../generated/operations";
import type { NodeType, SearchQuery } from "../generated/types";
import { texts } from "../texts";
import { languageOf, nameOf } from "../words";
import { Kind, Name } from "./name";
import { ProblemNote } from "./problem";

type Edge = SearchQuery["search"]["edges"][number];
export type Hit = Edge["node"];

interface Props {
  label: string;
  hint?: string;
  /** What is chosen already: its name stands in the field. */
  chosen?: Hit | null;
  types: NodeType[];
  choose: (hit: Hit | null) => void;
  /** Takes the focus when it appears. */
  focus?: boolean;
  optional?: boolean;
}

const shown = 8;

// The server's limit of a text to search for.
const longest = 200;

/** A field with suggestions out of the search, after the combobox pattern of WAI-ARIA: the first suggestion is marked, Enter takes it. */
export function Combobox({ label, hint, chosen = null, types, choose, focus = false, optional = false }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<{ text: string; edges: Edge[] } | null>(null);
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Enter before the suggestions are there means the first of them.
  const entered = useRef(false);

  const typed = text?.trim() ?? "";
  const edges = found?.text === typed ? found.edges : [];
  const shownText = text ?? (chosen ? nameOf(chosen) : "");

  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);

  useEffect(() => setText(null), [chosen?.id]);

  useEffect(() => {
    setProblem(null);
    if (!typed) return;
    const controller = new AbortController();
    const wait = setTimeout(() => {
      ask(Search, { text: typed, types, first: shown }, controller.signal).then(
        ({ search }) => {
          setFound({ text: typed, edges: search.edges });
          setActive(0);
          const first = search.edges[0];
          if (entered.current && first) take(first.node);
          entered.current = false;
        },
        (fault: unknown) => {
          if (!controller.signal.aborted) setProblem(problemOf(fault));
        },
      );
    }, 100);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  }, [typed, attempt]);

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function take(hit: Hit | null) {
    setOpen(false);
    setText(hit ? nameOf(hit) : null);
    setFound(null);
    choose(hit);
  }

  function press(event: KeyboardEvent) {
    const hit = edges[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (edges.length > 0) setActive((active + (event.key === "ArrowDown" ? 1 : edges.length - 1)) % edges.length);
    } else if (event.key === "Enter" && typed && text !== null) {
      event.preventDefault();
      if (isOpen && hit) take(hit.node);
      else entered.current = found?.text !== typed;
    } else if (event.key === "Escape") {
      if (isOpen) setOpen(false);
      else if (shownText) take(null);
    }
  }

  const isListed = isOpen && edges.length > 0;
  return (
    <div class="field combobox">
      <label for={id}>{label}{optional && <span class="muted"> ({texts.chains.optional})</span>}</label>
      <div class="combobox-line">
        <input
          id={id}
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={longest}
          value={shownText}
          lang={languageOf(shownText)}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-activedescendant={isListed ? `${id}-${active}` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            entered.current = false;
            if (event.currentTarget.value === "" && chosen) choose(null);
          }}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
        />
        {chosen && <button type="button" class="quiet clear" aria-label={texts.combobox.clear(label)} onClick={() => { take(null); input.current?.focus(); }}>×</button>}
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!isListed}>
          {edges.map(({ node, matched }, index) => (
            // A press on a suggestion must not take the focus out of the field before it is a click.
            <li key={node.id} id={`${id}-${index}`} role="option" aria-selected={index === active} onPointerDown={(event) => event.preventDefault()} onClick={() => take(node)}>
              <Name of={node} /> <Kind of={node} />
              {matched[0] && matched[0].value !== nameOf(node) && <span class="also" lang={languageOf(matched[0].value)}> {texts.combobox.also(matched[0].value)}</span>}
            </li>
          ))}
        </ul>
      </div>
      {hint && <p id={`${id}-hint`} class="muted hint">{hint}</p>}
      {isOpen && typed && found?.text === typed && edges.length === 0 && <p class="hint">{texts.combobox.none}</p>}
      <span class="hidden" role="status">{isOpen && found?.text === typed ? texts.combobox.suggestions(edges.length) : ""}</span>
      {problem && <ProblemNote problem={problem} again={() => setAttempt(attempt + 1)} />}
    </div>
  );
}
