import { InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { buildSchema, isAbstractType, isObjectType } from "graphql";

export function cacheFor(sdl) {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
  return new InMemoryCache({
    possibleTypes: Object.fromEntries(types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)])),
    typePolicies: Object.fromEntries(types.filter(isObjectType).map((type) => [type.name, { ...identityOf(type), fields: connectionsOf(type) }])),
  });
}

// What has no id is kept where it was found: a link, a quantity, a date. What one query asks of it completes what another did.
function identityOf(type) {
  if (type.name === "Query") return {};
  return type.getInterfaces().some(({ name }) => name === "Node") ? { keyFields: ["id"] } : { keyFields: false, merge: true };
}

// Pages are merged where everything but the page is the same.
const page = ["first", "after", "last", "before"];

function connectionsOf(type) {
  const connections = Object.values(type.getFields()).filter((field) => field.args.some(({ name }) => name === "after"));
  return Object.fromEntries(connections.map((field) => [field.name, relayStylePagination(field.args.map(({ name }) => name).filter((name) => !page.includes(name)))]));
}
