import type { ComponentChildren } from "preact";
import type { Asking } from "../api/asked";
import { texts } from "../texts";
import { ProblemNote } from "./problem";
import { Progress } from "./progress";

interface Props<T> {
  of: Asking<T>;
  asking?: string;
  /** Whether what was shown before stays until the next answer is there, so that nothing jumps and the focus is not lost. */
  keep?: boolean;
  children: (answer: T) => ComponentChildren;
}

/** One of: on its way, cancelled, a problem, the answer. */
export function Answer<T>({ of: { asked, last, cancel, again }, asking, keep = false, children }: Props<T>) {
  const isAsking = asked.state === "asking";
  const shown = asked.state === "done" ? asked.answer : keep && isAsking ? last : null;
  return (
    <div class={isAsking && shown !== null ? "answer is-passing" : "answer"} aria-busy={isAsking}>
      {isAsking && <Progress key="asking" text={asked.progress ?? asking} cancel={cancel} />}
      {asked.state === "failed" && <ProblemNote key="failed" problem={asked.problem} again={again} />}
      {asked.state === "cancelled" && <p key="cancelled" class="notice" role="status">{texts.cancelled} <button type="button" class="quiet" onClick={again}>{texts.askAgain}</button></p>}
      {shown !== null && <div key="shown">{children(shown)}</div>}
    </div>
  );
}
