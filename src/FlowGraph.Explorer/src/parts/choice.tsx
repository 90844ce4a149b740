import { useId } from "preact/hooks";

/** A labelled list of a few choices. */
export function Choice({ label, value, choices, choose }: { label: string; value: string; choices: Record<string, string>; choose: (value: string) => void }) {
  const id = useId();
  // An address written by hand may hold anything; what is not offered shows as the first choice.
  const known = value in choices ? value : (Object.keys(choices)[0] ?? "");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={known} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.entries(choices).map(([key, text]) => <option key={key} value={key} selected={key === known}>{text}</option>)}
      </select>
    </div>
  );
}

export function DayField({ label, value, choose }: { label: string; value: string; choose: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => choose(event.currentTarget.value)} />
    </div>
  );
}

export function Switch({ label, hint, on, turn }: { label: string; hint?: string | undefined; on: boolean; turn: (on: boolean) => void }) {
  const id = useId();
  return (
    <div class="switch">
      <input id={id} type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label for={id}>{label}</label>
      {hint && <span id={`${id}-hint`} class="muted hint">{hint}</span>}
    </div>
  );
}

/** A day of an address, or nothing where that is none. */
export function dayOf(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "";
}

/** Two ends of a time; null where neither is given. */
export function rangeOf(from: string, to: string): { from?: string; to?: string } | null {
  return from || to ? { ...(from && { from }), ...(to && { to }) } : null;
}
