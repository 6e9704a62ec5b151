import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { migrationsInSync } from "./migrations-check.mjs"
import { startPostgres } from "./postgres.mjs"
import { cleanEnv, run } from "./process.mjs"
import { root } from "./ready.mjs"
import { sentence } from "./terminal.mjs"

const cache = join(root, ".cache")
const bin = (...path) => join(root, "node_modules", ...path)
const node = (args, env = {}) =>
  run(process.execPath, args, { quiet: true, cwd: root, env: { ...cleanEnv(), ...env } })

/** The steps of `npm test` in order; each returns { code, output } and may count tests. */
export const steps = {
  lint: () =>
    node([
      bin("@biomejs", "biome", "bin", "biome"),
      "ci",
      "--colors=off",
      "--error-on-warnings",
      ".",
    ]),
  "dead-code": () => node([bin("knip", "bin", "knip.js")]),
  types,
  migrations: migrationsInSync,
  unit: () => vitest("unit.json", {}, "unit"),
  postgres: () => onPostgres("postgres.json", "unit"),
  processes: () => vitest("processes.json", {}, "processes"),
  "processes-postgres": () => onPostgres("processes-postgres.json", "processes"),
  build: buildStep,
  upgrade: upgradeStep,
  browser: browserTests,
}

/** Steps that only read the sources. */
export const reading = new Set(["lint", "dead-code", "types", "migrations"])

/** Pages' own types come from the routes, which Next writes down first. */
async function types() {
  const routes = await node([bin("next", "dist", "bin", "next"), "typegen"])
  return routes.code === 0 ? node([bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."]) : routes
}

async function onPostgres(report, project) {
  const server = await startPostgres()
  try {
    return await vitest(report, { QIBU_TEST_POSTGRES: server.url }, project)
  } finally {
    await server.stop()
  }
}

async function vitest(report, env, project) {
  const file = freshReport(report)
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`]
  const result = await node(
    [bin("vitest", "vitest.mjs"), "run", "--project", project, ...reporters],
    env,
  )
  const counts = readReport(file)
  return { ...result, passed: counts?.numPassedTests, failed: counts?.numFailedTests }
}

async function buildStep() {
  const { build } = await import("./build.mjs")
  return build()
}

async function upgradeStep() {
  const { upgradeFromTheCommitBefore } = await import("./upgrade.mjs")
  return upgradeFromTheCommitBefore()
}

async function browserTests() {
  const { browser, fonts } = await import("./browser.mjs")
  const found = await browser()
  if (!found) return { code: 1, output: sentence("noBrowser") }
  if (!(await fonts())) return { code: 1, output: sentence("noFonts") }
  const file = freshReport("browser.json")
  const cli = bin("@playwright", "test", "cli.js")
  const env = { QIBU_BROWSER: found }
  const result = await node([cli, "test", "-c", "e2e/playwright.config.ts"], env)
  const stats = readReport(file)?.stats
  if (!stats) return result
  const { expected, unexpected, flaky } = stats
  return { ...result, passed: expected + flaky, failed: unexpected, again: flaky }
}

function freshReport(name) {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, name)
  rmSync(file, { force: true })
  return file
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}
