// Asks a server by the hash of a document: a GET that every cache on the way can keep.
import type { TypedDocumentString } from "./generated/graphql.js";

type Answer<Result> = { data?: Result; errors?: { message: string; extensions?: { code?: string; hint?: string } }[] };

export class Refusal extends Error {
  constructor(readonly code: string, message: string) {
    super(`${code}: ${message}`);
  }
}

export function addressOf<Result, Variables>(url: string, document: TypedDocumentString<Result, Variables>, variables: Variables): string {
  const documentId = document.__meta__?.["hash"];
  if (typeof documentId !== "string") throw new Error("The document was generated without its hash; codegen.mjs sets persistedDocuments.");
  const query = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
  return `${url}?${query}`;
}

export async function ask<Result, Variables>(url: string, document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
  const response = await fetch(addressOf(url, document, variables), { headers: { accept: "application/graphql-response+json" } }).catch((fault: TypeError) => {
    throw new Refusal("UNREACHABLE", `Nobody answers at ${url} (${String(fault.cause ?? fault)}).`);
  });
  const { data, errors } = (await response.json()) as Answer<Result>;
  const [error] = errors ?? [];
  if (error) throw new Refusal(error.extensions?.code ?? String(response.status), [error.message, error.extensions?.hint].filter(Boolean).join(" "));
  if (data === undefined) throw new Refusal(String(response.status), "The answer has no data.");
  return data;
}
