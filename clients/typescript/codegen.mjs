/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: process.env.GRAPHQL_URL ?? "http://127.0.0.1:5080/graphql",
  documents: ["documents/*.graphql"],
  emitLegacyCommonJSImports: false,
  generates: {
    "src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: "sha256" } },
      config: {
        documentMode: "string",
        onlyOperationTypes: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Date: "string", IMO: "string", UNLOCODE: "string", CountryCode: "string", URL: "string", JSON: "Record<string, unknown>" },
      },
    },
  },
};
