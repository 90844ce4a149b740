// A program as a client would write it: it compiles only if the generated types are what the server answers.
import { useFragment } from "./generated";
import { EvidenceFragmentDoc, NewTradesDocument, type NewTradesQuery, type ShipmentFilterInput, type TypedDocumentString } from "./generated/graphql";

export async function ask<Result, Variables>(url: string, document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: { message: string; extensions: { code: string } }[] };
  if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join("\n"));
  return data;
}

// Most is known where something is known: whoever reads a quantity has to say what an open end means.
export function lines(answer: NewTradesQuery): string[] {
  return answer.shipments.edges.map(({ node }) => {
    const port = node.loadedAtFact?.node.name ?? "an unknown port";
    const says = useFragment(EvidenceFragmentDoc, node.loadedAtFact)?.citations.map(({ source }) => source.publisher ?? source.title) ?? [];
    const ships = node.carriedBy.edges.map((edge) => edge.node.imo ?? edge.node.id);
    return `${node.when?.edtf ?? "undated"} · ${node.barrels?.display ?? "no figure"} · ${port} · ${ships.join(", ")} · ${says.join(", ")}`;
  });
}

export async function main(url: string): Promise<{ lines: string[]; totalCount: number; asked: number }> {
  const where: ShipmentFilterInput = { carriedByEdges: { some: { confidence: { gte: "LOW" } } } };
  const all: string[] = [];
  for (let after: string | null | undefined = null, asked = 1; ; asked++) {
    const answer: NewTradesQuery = await ask(url, NewTradesDocument, { where, order: [{ when: "DESC" }], first: 2, after });
    all.push(...lines(answer));
    ({ endCursor: after } = answer.shipments.pageInfo);
    if (!answer.shipments.pageInfo.hasNextPage) return { lines: all, totalCount: answer.shipments.totalCount, asked };
  }
}

// What the types have to refuse. If they were loose, the compiler would call these comments needless.
export function refused(answer: NewTradesQuery): unknown {
  const [edge] = answer.shipments.edges;
  return [
    // @ts-expect-error: a page may be empty
    edge.node,
    // @ts-expect-error: not every shipment has a figure
    edge?.node.barrels.low,
    // @ts-expect-error: not asked for
    edge?.node.key,
    // @ts-expect-error: no such value
    { confidence: { gte: "CERTAIN" } } satisfies ShipmentFilterInput,
    // @ts-expect-error: filters of other types do not fit
    { barrels: { eq: 3 } } satisfies ShipmentFilterInput,
    // @ts-expect-error: a date is text
    edge?.node.when?.earliest?.getTime(),
    // @ts-expect-error: the evidence is a fragment of its own; it is unmasked where it is used
    edge?.node.loadedAtFact?.factId,
  ];
}
