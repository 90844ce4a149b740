// graphql-yoga behind Node's own HTTP server, with its caches of parsed and validated documents as they come.
import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { resolversOver, typeDefs } from "./data.mjs";

const [port, file] = process.argv.slice(2);
const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers: resolversOver(file) }), logging: false, graphiql: false, landingPage: false });
createServer(yoga).listen(Number(port), "127.0.0.1");
