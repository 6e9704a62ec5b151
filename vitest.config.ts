import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const processes = "tests/processes/*.test.ts"
/** They know no database: once is enough. */
const withoutDatabase = ["tests/processes/{new-module,stopping}.test.ts"]

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,db,tests,scripts,components,app}/**/*.test.{ts,tsx}"],
          exclude: [processes],
        },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: [processes],
          exclude: process.env.QIBU_TEST_POSTGRES ? withoutDatabase : [],
        },
      },
    ],
    globalSetup: ["./tests/run.ts"],
    setupFiles: ["./tests/setup.ts"],
    // Processes rather than threads: native modules, kill -9 and process.env are each worker's own.
    // A new one per file would spend half the time on loading packages; tests/setup.ts clears up.
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    execArgv: ["--import", fileURLToPath(new URL("scripts/drizzle-parts.mjs", import.meta.url))],
    // Processes that tests start load the portal faster.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL(".cache/compiled", import.meta.url)) },
    testTimeout: 15_000,
    // The first file that needs the sample company loads it, and the others wait.
    hookTimeout: 120_000,
    expect: { requireAssertions: true },
  },
})
