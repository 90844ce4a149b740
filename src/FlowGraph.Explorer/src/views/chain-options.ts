import type { ChainsQueryVariables, Confidence } from "../generated/types";
import { dayOf, rangeOf } from "../parts/choice";

/** The options that differ from the usual are in the address under these names. */
export const optionNames = ["hops", "confidence", "origins", "order", "first", "since", "until", "avoid", "contested", "observed", "shared", "hubs", "planned", "variants"] as const;

export const confidences = ["HIGH", "MODERATE", "LOW"];

/** What `chains` is asked, or null as long as an end is missing. */
export function variablesOf(query: URLSearchParams): ChainsQueryVariables | null {
  const from = query.get("from");
  const to = query.get("to");
  if (!from || !to || from === to) return null;
  const confidence = query.get("confidence");
  const origins = whole(query.get("origins"), 1, 9);
  const order = query.get("order");
  const range = rangeOf(dayOf(query.get("since")), dayOf(query.get("until")));
  const via = query.get("via");
  const avoid = query.get("avoid");
  return {
    from,
    to,
    maxHops: whole(query.get("hops"), 1, 8) ?? 6,
    first: whole(query.get("first"), 1, 10) ?? 3,
    ...(via && { via: [via] }),
    ...(avoid && { avoid: [avoid] }),
    ...(confidence && confidences.includes(confidence) && { minConfidence: confidence as Confidence }),
    ...(origins && origins > 1 && { minIndependentSources: origins }),
    ...((order === "REQUIRE" || order === "NONE") && { chronology: order }),
    ...(range && { during: range }),
    ...(query.has("contested") && { includeContested: false }),
    ...(query.has("observed") && { kinds: ["OBSERVED", "REPORTED"] }),
    ...(query.has("shared") && { sharedPlaces: true }),
    ...(query.has("hubs") && { allowHubs: true }),
    ...(query.has("planned") && { modalities: ["ACTUAL", "PLANNED", "ANNOUNCED"] }),
    ...(query.has("variants") && { diversity: "NONE" }),
  };
}

function whole(text: string | null, least: number, most: number): number | null {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
