import { texts } from "../texts";
import { plainWords } from "../words";

/** How sure, in words; the frame repeats it in another shape. */
export function ConfidenceMark({ of }: { of: string }) {
  return <span class={`mark ${of.toLowerCase()}`}>{texts.marks.confidence[of] ?? plainWords(of)}</span>;
}

export function StatusMark({ of }: { of: string | null | undefined }) {
  if (!of || of === "ASSERTED") return null;
  return <span class={`mark ${of === "CONTESTED" ? "contested" : "retracted"}`}>{texts.marks.status[of] ?? plainWords(of)}</span>;
}
