import type { Operation } from "./operation";
import { Problem } from "./problem";

interface Reply<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string; hint?: string } }[];
}

const accept = "application/graphql-response+json";

/** Asks by GET with the hash of the operation, so that the browser and everything between keep the answer. */
export async function ask<Answer, Variables>(operation: Operation<Answer, Variables>, variables: Variables, signal: AbortSignal): Promise<Answer> {
  const known = new URLSearchParams({ documentId: `sha256:${operation.id}`, variables: JSON.stringify(variables) });
  const address = `/graphql?${known}`;
  const first = await send<Answer>(address, { headers: { accept }, signal });
  const reply = isUnknown(first) ? await askInFull<Answer>(operation.id, variables, signal) : first;
  return answerOf(reply);
}

// A server that was not told of the operations, or of newer ones than these, still takes their text.
async function askInFull<Answer>(id: string, variables: unknown, signal: AbortSignal): Promise<Received<Answer>> {
  const { operations } = (await (await fetch("/explorer/operations.json", { signal })).json()) as { operations: { id: string; body: string }[] };
  const query = operations.find((operation) => operation.id === id)?.body;
  return send<Answer>("/graphql", { method: "POST", headers: { accept, "content-type": "application/json" }, body: JSON.stringify({ query, variables }), signal });
}

interface Received<Answer> {
  status: number;
  retryAfter: number | null;
  reply: Reply<Answer> | null;
}

async function send<Answer>(address: string, request: RequestInit): Promise<Received<Answer>> {
  const response = await fetch(address, { credentials: "omit", ...request });
  const after = Number(response.headers.get("retry-after"));
  let reply: Reply<Answer> | null = null;
  try {
    reply = (await response.json()) as Reply<Answer>;
  } catch (fault) {
    if (request.signal?.aborted) throw fault;
  }
  return { status: response.status, retryAfter: after > 0 ? after : null, reply };
}

function isUnknown({ reply }: Received<unknown>): boolean {
  const code = reply?.errors?.[0]?.extensions?.code;
  return code === "PERSISTED_DOCUMENT_NOT_FOUND" || (code === "BAD_USER_INPUT" && !!reply?.errors?.[0]?.message.includes("query"));
}

function answerOf<Answer>({ status, retryAfter, reply }: Received<Answer>): Answer {
  const error = reply?.errors?.[0];
  if (error) throw new Problem(error.extensions?.code ?? "other", error.message, error.extensions?.hint ?? null, retryAfter);
  if (reply?.data) return reply.data;
  const code = status === 503 ? "STORE_UNAVAILABLE" : status === 504 ? "STORE_TIMEOUT" : status === 429 ? "LIMIT_QUEUE" : "UNREADABLE";
  throw new Problem(code, `HTTP ${status}`, null, retryAfter);
}
