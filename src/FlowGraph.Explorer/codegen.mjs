import { join } from "node:path";
import { folder, repository } from "./build/repository.mjs";

const operations = join(folder, "build", "operations.cjs");
const scalars = { Date: "string", IMO: "string", UNLOCODE: "string", CountryCode: "string", URL: "string", JSON: "unknown" };

/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: join(repository, "schema", "approved", "api.graphql"),
  documents: join(folder, "operations", "*.graphql"),
  silent: true,
  generates: {
    [join(folder, "src", "generated", "types.ts")]: {
      plugins: ["typescript-operations"],
      config: { strictScalars: true, scalars, enumType: "string-literal", useTypeImports: true, skipTypename: false, avoidOptionals: false },
    },
    [join(folder, "src", "generated", "operations.ts")]: { plugins: [operations] },
    [join(folder, "public", "operations.json")]: { plugins: [{ [operations]: { manifest: true } }] },
  },
};
