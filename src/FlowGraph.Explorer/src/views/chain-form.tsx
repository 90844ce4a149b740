import { addressOf, go, query, withValues } from "../address";
import { Choice, DayField, dayOf, Switch } from "../parts/choice";
import { Combobox, type Hit } from "../parts/combobox";
import { ends } from "../parts/kinds";
import { remember, useNamed } from "../parts/named";
import { texts } from "../texts";
import { confidences, optionNames } from "./chain-options";

const numbers = (from: number, to: number, words: (value: number) => string = String) => Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), words(from + i)]));

export function ChainForm() {
  const values = query.value;
  const from = useNamed(values.get("from"));
  const to = useNamed(values.get("to"));
  const via = useNamed(values.get("via"));
  const avoid = useNamed(values.get("avoid"));
  const changed = [...optionNames, "via"].filter((name) => values.has(name)).length;

  const set = (name: string, value: string | null) => go(withValues({ [name]: value }));
  const take = (name: string) => (hit: Hit | null) => {
    if (hit) remember(hit);
    set(name, hit?.id ?? null);
  };

  return (
    <form class="desk" onSubmit={(event) => event.preventDefault()} aria-label={texts.chains.title}>
      <div class="ends">
        <Combobox label={texts.chains.from} hint={texts.chains.endHint} types={ends} chosen={from} choose={take("from")} />
        <button type="button" class="quiet swap" aria-label={texts.chains.swap} title={texts.chains.swap} onClick={() => go(withValues({ from: values.get("to"), to: values.get("from") }))}>⇄</button>
        <Combobox label={texts.chains.to} hint={texts.chains.endHint} types={ends} chosen={to} choose={take("to")} />
      </div>
      <details class="options" open={changed > 0}>
        <summary>{texts.chains.options}{changed > 0 && <span class="muted"> · {texts.chains.optionsChanged(changed)}</span>}</summary>
        <div class="fields">
          <Choice label={texts.chains.maxHops} value={values.get("hops") ?? "6"} choices={numbers(1, 8)} choose={(value) => set("hops", value === "6" ? null : value)} />
          <Choice label={texts.chains.confidence} value={values.get("confidence") ?? ""} choices={{ "": texts.chains.anyConfidence, ...Object.fromEntries(confidences.slice(0, 2).reverse().map((key) => [key, texts.marks.confidence[key] ?? key])) }} choose={(value) => set("confidence", value)} />
          <Choice label={texts.chains.origins} value={values.get("origins") ?? ""} choices={{ "": texts.chains.anyOrigins, ...numbers(2, 4, texts.chains.atLeast) }} choose={(value) => set("origins", value)} />
          <Choice label={texts.chains.chronology} value={values.get("order") ?? "PREFER"} choices={texts.chains.chronologies} choose={(value) => set("order", value === "PREFER" ? null : value)} />
          <Choice label={texts.chains.first} value={values.get("first") ?? "3"} choices={numbers(1, 6)} choose={(value) => set("first", value === "3" ? null : value)} />
          <DayField label={texts.chains.since} value={dayOf(values.get("since"))} choose={(value) => set("since", value)} />
          <DayField label={texts.chains.until} value={dayOf(values.get("until"))} choose={(value) => set("until", value)} />
        </div>
        <div class="fields pair">
          <Combobox label={texts.chains.via} types={ends} chosen={via} choose={take("via")} optional />
          <Combobox label={texts.chains.avoid} types={ends} chosen={avoid} choose={take("avoid")} optional />
        </div>
        <div class="switches">
          {Object.entries(texts.chains.switches).map(([name, [label, hint]]) => (
            <Switch key={name} label={label} hint={hint} on={values.has(name)} turn={(on) => set(name, on ? "1" : null)} />
          ))}
        </div>
        {changed > 0 && <p class="reset"><a href={addressOf("/chains", { from: values.get("from"), to: values.get("to") })}>{texts.chains.reset}</a></p>}
      </details>
    </form>
  );
}
