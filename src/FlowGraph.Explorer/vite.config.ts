import { join } from "node:path";
import { defineConfig } from "vite";
import { folder, repository } from "./build/repository.mjs";
import { licences } from "./build/licences.mjs";

export default defineConfig({
  base: "/explorer/",
  plugins: [licences()],
  server: { proxy: Object.fromEntries(["/graphql", "/export", "/pages"].map((path) => [path, "http://127.0.0.1:5080"])) },
  build: {
    outDir: join(repository, "src", "FlowGraph.Server", "Explorer", "dist"),
    emptyOutDir: true,
    assetsDir: "",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    reportCompressedSize: false,
    rollupOptions: { input: join(folder, "index.html") },
  },
});
