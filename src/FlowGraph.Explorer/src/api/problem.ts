import { texts } from "../texts";

/** What went wrong, with what a reader can do about it. */
export class Problem extends Error {
  override readonly name = "Problem";

  /** @param retryAfter Seconds that the server asked to wait, or null. */
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  /** Trying the same again may help. */
  get isPassing(): boolean {
    return ["NETWORK", "STORE_UNAVAILABLE", "STORE_LOADING", "STORE_TIMEOUT", "LIMIT_QUEUE", "INTERNAL", "UNREADABLE"].includes(this.code);
  }

  get title(): string {
    if (this.code.startsWith("LIMIT_") && this.code !== "LIMIT_QUEUE") return texts.problems.limit.title;
    return (texts.problems[this.code as keyof typeof texts.problems] ?? texts.problems.other).title;
  }

  get advice(): string {
    if (this.code.startsWith("LIMIT_") && this.code !== "LIMIT_QUEUE") return texts.problems.limit.advice;
    return (texts.problems[this.code as keyof typeof texts.problems] ?? texts.problems.other).advice;
  }
}

export function problemOf(fault: unknown): Problem {
  return fault instanceof Problem ? fault : new Problem("NETWORK", fault instanceof Error ? fault.message : String(fault));
}
