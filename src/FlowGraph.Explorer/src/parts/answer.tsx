import type { ComponentChildren } from "preact";
import type { Asking } from "../api/asked";
import { texts } from "../texts";
import { ProblemNote } from "./problem";
import { Progress } from "./progress";

/** One of: on its way, cancelled, a problem, the answer. */
export function Answer<T>({ of: { asked, cancel, again }, asking, children }: { of: Asking<T>; asking?: string; children: (answer: T) => ComponentChildren }) {
  switch (asked.state) {
    case "done":
      return <>{children(asked.answer)}</>;
    case "failed":
      return <ProblemNote problem={asked.problem} again={again} />;
    case "asking":
      return <Progress text={asked.progress ?? asking} cancel={cancel} />;
    case "cancelled":
      return <p class="notice" role="status">{texts.cancelled} <button type="button" class="quiet" onClick={again}>{texts.askAgain}</button></p>;
    case "idle":
      return null;
  }
}
