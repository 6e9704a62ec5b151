import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{lib,db,tests,scripts,components,app}/**/*.test.{ts,tsx}"],
    setupFiles: ["./tests/setup.ts"],
    // Processes rather than threads: native modules, kill -9 and process.env are each file's own.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    expect: { requireAssertions: true },
  },
})
