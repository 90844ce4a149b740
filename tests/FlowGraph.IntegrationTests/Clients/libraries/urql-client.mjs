import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { Client, fetchExchange } from "urql";
import { buildSchema, introspectionFromSchema, isObjectType } from "graphql";

export function clientFor(url, sdl, logger) {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith("__"));
  const cache = cacheExchange({
    schema: introspectionFromSchema(schema),
    keys: Object.fromEntries(types.filter((type) => !type.getInterfaces().some(({ name }) => name === "Node")).map((type) => [type.name, () => null])),
    resolvers: Object.fromEntries(types.map((type) => [type.name, connectionsOf(type)])),
    logger,
  });
  return new Client({ url, exchanges: [cache, fetchExchange] });
}

function connectionsOf(type) {
  const connections = Object.values(type.getFields()).filter((field) => field.args.some(({ name }) => name === "after"));
  return Object.fromEntries(connections.map((field) => [field.name, pages]));
}

// relayPagination finds nothing for a connection that was asked for without any argument.
const merged = relayPagination();
const pages = (parent, args, cache, info) => (Object.keys(args).length > 0 ? merged(parent, args, cache, info) : cache.resolve(parent, info.fieldName));
