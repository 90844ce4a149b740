import graphql from "@graphql-eslint/eslint-plugin";

const relay = graphql.configs["flat/schema-relay"].rules;
const parser = { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql" } } };

export default [
  {
    files: ["schema.graphql"],
    languageOptions: parser,
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...relay,
      // Connections list their nodes beside their edges, and other lists hold no edges.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
];
