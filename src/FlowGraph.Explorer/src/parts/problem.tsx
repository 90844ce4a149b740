import type { Problem } from "../api/problem";
import { texts } from "../texts";

/** What happened, and what to do. */
export function ProblemNote({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="notice problem" role="alert">
      <p><strong>{problem.title}</strong> {problem.advice} {problem.retryAfter !== null && texts.waits(problem.retryAfter)}</p>
      <p class="muted"><code>{problem.code}</code> {problem.message} {problem.hint !== null && `${texts.hint}: ${problem.hint}`}</p>
      {again && problem.isPassing && <p><button type="button" onClick={again}>{texts.again}</button></p>}
    </div>
  );
}
