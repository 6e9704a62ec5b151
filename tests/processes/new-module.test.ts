import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { namesOf } from "@/scripts/new-module/names.mjs"

const parts = ["app", "components", "db", "lib", "tests", "e2e", "scripts"]
const roots = [".gitignore", "biome.json", "next.config.mjs", "package.json", "tsconfig.json"]
const dull = /(\.woff2|\.png|tests\/samples|db\/migrations)$/

/** What was found when the types were last checked: the same files aren't checked again. */
const checked = "tsconfig.tsbuildinfo"

/** Compiling the whole portal takes some 8 s, on a busy machine far longer. */
const patience = 180_000

let copy = ""

/** Runs a program of the copy. @returns its exit code and everything that it said */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const done = await promisify(execFile)(process.execPath, args, { cwd: copy })
    return { code: 0, said: done.stdout + done.stderr }
  } catch (error) {
    const { code = 1, stdout = "", stderr = "" } = Object(error)
    return { code, said: `${stdout}${stderr}` }
  }
}

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), "qibu-module-"))
  const filter = (from: string) => !dull.test(from)
  for (const part of [...parts, ...roots, "vitest.config.ts", checked].filter((one) =>
    existsSync(one),
  ))
    await cp(part, path.join(copy, part), { recursive: true, filter })
  await symlink(path.resolve("node_modules"), path.join(copy, "node_modules"))
}, patience)

afterAll(() => rm(copy, { recursive: true, force: true }))

describe("a new module", () => {
  test(
    "is made, and made once",
    async () => {
      const made = await run("scripts/new-module.mjs", "lockers")
      expect(made.code, made.said).toBe(0)
      const manifest = await readFile(path.join(copy, "lib/lockers/module.ts"), "utf8")
      expect(manifest).toContain('"locker.created"')
      expect((await run("scripts/new-module.mjs", "lockers")).code).toBe(1)
    },
    patience,
  )

  test(
    "has the right types",
    async () => {
      const routes = await run("node_modules/next/dist/bin/next", "typegen")
      expect(routes.code, routes.said).toBe(0)
      const tsc = ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]
      const types = await run(...tsc, "--preserveSymlinks", "--checkers", "1")
      expect(types.code, types.said).toBe(0)
    },
    patience,
  )

  test(
    "is formatted and linted",
    async () => {
      const biome = "node_modules/@biomejs/biome/bin/biome"
      const folders = ["app", "components", "db", "lib", "tests", "e2e"]
      const linted = await run(biome, "ci", "--error-on-warnings", ...folders)
      expect(linted.code, linted.said).toBe(0)
    },
    patience,
  )

  test(
    "keeps the rules of the house, and every action has its case",
    async () => {
      const rules = await run("node_modules/vitest/vitest.mjs", "run", "tests/architecture.test.ts")
      expect(rules.code, rules.said).toBe(0)
      const cases = await readFile(path.join(copy, "e2e/action-cases.ts"), "utf8")
      expect(cases).toContain('inFile("lib/lockers/actions.ts", lockers)')
      // Its pages are walked by everybody who may see none of them, and its records bear marks.
      const walked = await readFile(path.join(copy, "e2e/crawling.ts"), "utf8")
      expect(walked).toContain('lockerId: newest("lockers")')
      expect(walked).toContain('lockerId: "locker"')
      expect(walked).toContain('["lockers", "name", "locker"]')
    },
    patience,
  )
})

describe("its name", () => {
  test.each([
    ["lockers", "locker"],
    ["companies", "company"],
    ["boxes", "box"],
    ["releases", "release"],
  ])("%s holds records called %s", (many, one) => {
    expect(namesOf(many)?.one).toBe(one)
  })

  test.each(["locker", "Lockers", "press", "utils", "types", "classes", "../tasks", ""])(
    "can't be %j",
    (name) => expect(namesOf(name)).toBeNull(),
  )
})
