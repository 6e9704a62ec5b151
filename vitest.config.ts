import { fileURLToPath } from "node:url"
import { defineConfig, type ViteUserConfig } from "vitest/config"

const processes = "tests/processes/*.test.ts"
/** They know no database: once is enough. */
const withoutDatabase = [
  "tests/processes/{commands,new-module,stopping}.test.ts",
  "tests/{architecture,documents}.test.ts",
  "components/**/*.test.{ts,tsx}",
  "scripts/{forwarded,reached,refusals,whole-page,words}.test.ts",
  "lib/calendar/{holidays,lunar,override-list,recurring,work-time,zones}.test.ts",
  "lib/people/{masking,password-rules,pinyin,place,staff-*}.test.ts",
  "lib/platform/{quiet-hours,tags,tokens,vague,written-days}.test.ts",
  "lib/tasks/{chains,reminder-times,timeline}.test.ts",
]
const once = process.env.QIBU_TEST_POSTGRES ? withoutDatabase : []

/** A picture as the build gives it. */
const pictures: NonNullable<ViteUserConfig["plugins"]>[number] = {
  name: "pictures",
  enforce: "pre",
  load: (id) => (id.endsWith(".svg") ? `export default { src: "/picture.svg" }` : undefined),
}

export default defineConfig({
  plugins: [pictures],
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,db,tests,scripts,components,app}/**/*.test.{ts,tsx}"],
          exclude: [processes, ...once],
        },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: [processes],
          exclude: once,
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
    testTimeout: 60_000,
    // The first file that needs the sample company loads it, and the others wait.
    hookTimeout: 120_000,
    expect: { requireAssertions: true },
  },
})
