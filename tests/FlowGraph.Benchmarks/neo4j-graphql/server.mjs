// @neo4j/graphql behind Node's own HTTP server: nothing beside the library and the driver takes time.
// Documents are parsed and validated once each, as every GraphQL server of Node does it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { execute, parse, validate } from "graphql";
import neo4j from "neo4j-driver";

const [port, bolt, user, passwordFile, database] = process.argv.slice(2);
const driver = neo4j.driver(bolt, neo4j.auth.basic(user, readFileSync(passwordFile, "utf8").trim()));
const typeDefs = readFileSync(new URL("model.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const sessionConfig = { database, defaultAccessMode: neo4j.session.READ };

const documents = new Map();
function documentOf(query) {
  let document = documents.get(query);
  if (!document) {
    document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0)
      throw errors[0];
    documents.set(query, document);
  }
  return document;
}

async function answer(body) {
  try {
    const { query, variables } = JSON.parse(body);
    const contextValue = { executionContext: driver, sessionConfig };
    return await execute({ schema, document: documentOf(query), variableValues: variables, contextValue });
  } catch (fault) {
    return { errors: [{ message: fault.message }] };
  }
}

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request)
    parts.push(part);
  const body = Buffer.from(JSON.stringify(await answer(Buffer.concat(parts).toString("utf8"))));
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length });
  response.end(body);
}).listen(Number(port), "127.0.0.1");
