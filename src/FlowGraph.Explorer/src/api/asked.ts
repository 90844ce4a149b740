import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./client";
import type { Operation } from "./operation";
import { type Problem, problemOf } from "./problem";

export type Asked<Answer> = { state: "idle" | "asking" | "cancelled"; progress?: string } | { state: "done"; answer: Answer } | { state: "failed"; problem: Problem };

export interface Asking<Answer> {
  asked: Asked<Answer>;
  /** The answer to what was asked before, for views that go on showing it. */
  last: Answer | null;
  cancel: () => void;
  again: () => void;
}

/** Work that can be cancelled; it begins anew when its key changes. A null key asks nothing. */
export function useWork<Answer>(key: string | null, work: (signal: AbortSignal, progress: (text: string) => void) => Promise<Answer>): Asking<Answer> {
  const [state, setState] = useState<{ key: string | null; asked: Asked<Answer> }>({ key: null, asked: { state: "idle" } });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const last = useRef<Answer | null>(null);

  useEffect(() => {
    if (key === null) {
      setState({ key, asked: { state: "idle" } });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const set = (asked: Asked<Answer>) => {
      if (!controller.signal.aborted) setState({ key, asked });
    };
    set({ state: "asking" });
    work(controller.signal, (progress) => set({ state: "asking", progress })).then(
      (answer) => {
        if (!controller.signal.aborted) last.current = answer;
        set({ state: "done", answer });
      },
      (fault: unknown) => set({ state: "failed", problem: problemOf(fault) }),
    );
    return () => controller.abort();
  }, [key, attempt]);

  return {
    asked: state.key === key || key === null ? state.asked : { state: "asking" },
    last: last.current,
    cancel: () => {
      running.current?.abort();
      setState({ key, asked: { state: "cancelled" } });
    },
    again: () => setAttempt((count) => count + 1),
  };
}

/** One operation. Null variables ask nothing. */
export function useAsked<Answer, Variables>(operation: Operation<Answer, Variables>, variables: Variables | null): Asking<Answer> {
  return useWork(variables === null ? null : operation.id + JSON.stringify(variables), (signal) => ask(operation, variables as Variables, signal));
}
