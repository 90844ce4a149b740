import type { NodeType } from "../generated/types";

const entities: NodeType[] = ["STATE", "PORT", "FACILITY", "AREA", "VESSEL", "ORGANIZATION", "PERSON", "MILITARY_UNIT"];

const events: NodeType[] = ["SHIPMENT", "ARMS_TRANSFER", "TROOP_DEPLOYMENT", "EXCHANGE", "SIGHTING", "DESIGNATION", "AGREEMENT", "CAP", "STATEMENT", "OCCURRENCE", "DISPUTE"];

/** What a chain can begin and end with: no FACT edge touches a person. */
export const ends: NodeType[] = [...entities.filter((type) => type !== "PERSON"), ...events.filter((type) => type !== "DISPUTE" && type !== "CAP")];

/** Whatever stands in the graph as itself and not as a part of a record. */
export const things: NodeType[] = [...entities, ...events];

export const actors: NodeType[] = ["STATE", "ORGANIZATION"];

/** Kinds of nodes among the counts of a release, which name kinds of edges too. */
export const nodeTypes = new Set<string>([...things, "CLAIM", "SOURCE", "CITATION"]);
