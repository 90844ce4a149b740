/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: process.env.FLOWGRAPH_URL,
  documents: ["trades.graphql"],
  generates: {
    "generated/": {
      preset: "client",
      config: {
        documentMode: "string",
        strictScalars: true,
        scalars: { Date: "string", IMO: "string", UNLOCODE: "string", CountryCode: "string", URL: "string", JSON: "Record<string, unknown>" },
      },
    },
  },
};
