import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite would take graphql's "module" file, while the libraries load its "main": two copies, which refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    reporters: ["default", "./test/reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/**/*.test.ts"],
          exclude: ["test/neo4j/**", "test/web/**"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: ["test/neo4j/**/*.test.ts"],
          globalSetup: ["test/neo4j/server.ts"],
          // One database for all (Community has no second one): the files take turns, each starts from freshGraph().
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "web",
          include: ["test/web/**/*.test.ts"],
          globalSetup: ["test/neo4j/server.ts"],
          // After the files of the project above, whose database it takes over.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
