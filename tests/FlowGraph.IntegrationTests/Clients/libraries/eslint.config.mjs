import graphql from "@graphql-eslint/eslint-plugin";

const languageOptions = { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql", documents: "trades.graphql" } } };
const plugins = { "@graphql-eslint": graphql };

export default [
  {
    files: ["schema.graphql"],
    languageOptions,
    plugins,
    rules: {
      ...graphql.configs["flat/schema-relay"].rules,
      // What is ranked or dated is read from its start.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Connections list their nodes beside their edges, and other lists hold no edges.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
  { files: ["trades.graphql"], languageOptions, plugins, rules: graphql.configs["flat/operations-recommended"].rules },
];
