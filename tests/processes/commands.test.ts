import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, expect, test } from "vitest"
import { takeFolder } from "@/scripts/alone.mjs"

const folder = mkdtempSync(path.join(tmpdir(), "qibu 命令-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = process.cwd()
const place = (name: string) => path.join(folder, name)
const text = place("text.txt")
writeFileSync(text, "not a backup")

interface Typed {
  code: number
  /** What it said that wasn't the name of work that begins. */
  said: string
}

/** A command as `npm run` runs it, in English. */
async function type(
  typed: string[],
  env: Record<string, string> = {},
  script = "scripts/run.mjs",
  cwd = root,
): Promise<Typed> {
  const { PATH = "", HOME = "", NODE_COMPILE_CACHE = "" } = process.env
  const known = { PATH, HOME, NODE_COMPILE_CACHE, LANG: "C", QIBU_DATA: place("nothing"), ...env }
  const running = promisify(execFile)(process.execPath, [path.join(root, script), ...typed], {
    cwd,
    env: { ...known, NODE_ENV: "production" },
  })
  const { code, stdout, stderr } = await running.then(
    (done) => ({ ...done, code: 0 }),
    (failed) => failed,
  )
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "" && !/ …$/.test(line))
  return { code, said: lines.join("\n") }
}

const commands = {
  import: ["import", "tests/samples/company.csv"],
  reset: ["reset", "Q001"],
  verify: ["verify"],
  seed: ["seed", "--scale", "small"],
  backup: ["backup", place("none.tar.gz")],
  restore: ["restore", text],
}

/** In pairs, as the machine has cores. */
async function each<T>(all: readonly T[], check: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all]
  const work = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await check(one)
  }
  await Promise.all([work(), work()])
}

const none =
  "There is no portal database here: check QIBU_DATA or DATABASE_URL, and run npm start first"
const long = 60_000

test("whoever forgets what a command needs hears how it is used", { timeout: long }, async () => {
  const usage: [string[], RegExp][] = [
    [["import"], /^Can't read .* Use: npm run import -- STAFF\.csv$/],
    [["import", place("gone.csv")], /^Can't read .*gone\.csv.* Use: npm run import -- STAFF\.csv$/],
    [["seed"], /^Usage: npm run seed -- --scale small\|medium\|large \[--force\]$/],
    [["seed", "--scale", "huge"], /^Usage: npm run seed -- /],
    [["backup"], /^Usage: npm run backup -- FILE/],
    [["backup", text], /^.*text\.txt.*$/],
    [["restore"], /^Usage: npm run restore -- BACKUP-FILE/],
    [["restore", place("gone.tar.gz")], /^Usage: npm run restore -- BACKUP-FILE/],
    [["rest"], /^No such command: rest$/],
  ]
  await each(usage, async ([typed, said]) => {
    expect([typed, await type(typed)]).toEqual([
      typed,
      { code: 1, said: expect.stringMatching(said) },
    ])
  })
  expect(existsSync(place("nothing"))).toBe(false)
})

test("a wrong DATABASE_URL is refused by every command, without its password", {
  timeout: long,
}, async () => {
  const env = { DATABASE_URL: "postgress://qibu:geheim@db/qibu" }
  await each(Object.values(commands), async (typed) => {
    const { code, said } = await type(typed, env)
    expect([typed, code, said.split("\n").length]).toEqual([typed, 1, 1])
    expect(said).toMatch(/^Wrong environment: DATABASE_URL must be /)
    expect(said).not.toContain("geheim")
  })
})

test("where there is no database, or none that answers, one sentence says so and nothing is left", {
  timeout: long,
}, async () => {
  const { restore, seed, ...reading } = commands
  await each(Object.values(reading), async (typed) => {
    expect([typed, await type(typed)]).toEqual([typed, { code: 2, said: none }])
  })
  expect(existsSync(place("nothing"))).toBe(false)

  const env = { DATABASE_URL: "postgres://qibu:geheim@127.0.0.1:1/qibu" }
  await each([...Object.values(reading), seed], async (typed) => {
    const { code, said } = await type(typed, env)
    expect([typed, code > 0, said.split("\n").length]).toEqual([typed, true, 1])
    expect(said).toMatch(/^(There is no portal database here|The backup failed: connect)/)
  })
  const damaged = await type(restore)
  expect(damaged).toEqual({ code: 1, said: expect.stringMatching(/damaged; nothing was changed/) })
  expect(readdirSync(folder)).not.toContain("none.tar.gz")
})

test("a portal that can't have its data folder says so in one line, before it builds anything", {
  timeout: long,
}, async () => {
  const env = { QIBU_DATA: text, HOST: "127.0.0.1", PORT: "0" }
  const said = expect.stringMatching(/^QIBU_DATA can't be used: .*text\.txt \(\w+\)\. [^\n]+$/)
  expect(await type([], env, "scripts/start.mjs")).toEqual({ code: 1, said })
  expect(await type(commands.seed, env)).toEqual({ code: 1, said })
  // Wherever it is started from, its own folder is where it begins.
  const elsewhere = await type(
    [],
    { ...env, QIBU_DATA: "package.json" },
    "scripts/start.mjs",
    folder,
  )
  expect(elsewhere.said).toContain(`${path.join(root, "package.json")} (`)
})

test("where a portal runs on SQLite no second one starts and nothing is restored, until it ends", {
  timeout: long,
}, async () => {
  const data = mkdtempSync(place("running-"))
  const env = { QIBU_DATA: data, HOST: "127.0.0.1", PORT: "0" }
  const letGo = takeFolder(data)
  expect(await type([], env, "scripts/start.mjs")).toEqual({
    code: 1,
    said: expect.stringMatching(/^Another portal runs on the data folder .*: stop it first/),
  })
  const restoring = ["restore", text, "--force"]
  expect((await type(restoring, env)).said).toMatch(/^A portal is running on this data folder/)
  letGo?.()
  expect((await type(restoring, env)).said).toMatch(/damaged; nothing was changed/)
})

test("as typed: a company is made, verified, backed up, restored elsewhere, and one of its people let in anew", {
  timeout: 2 * long,
}, async () => {
  const here = { QIBU_DATA: place("here") }
  const there = { QIBU_DATA: place("there") }
  const file = place("company.tar.gz")
  const said = async (typed: string[], env: Record<string, string>, code: number) => {
    const answer = await type(typed, env)
    expect([typed, answer.code, answer.said]).toEqual([typed, code, expect.any(String)])
    return answer.said
  }
  await said(commands.seed, here, 0)
  expect(await said(commands.seed, here, 1)).toContain("--force")
  await said(["verify"], here, 0)
  await said(["backup", file], here, 0)
  expect(await said(["backup", file], here, 1)).toContain("company.tar.gz")
  await said(["restore", file], there, 0)
  expect(await said(["restore", file], there, 1)).toContain("--force")
  await said(["verify"], there, 0)
  expect(await said(["reset", "nobody"], there, 1)).toContain("No active person has nobody")
  expect(await said(["reset", "S00001"], there, 0)).toMatch(/\/password\/[\w-]{20,}/)
  const wrong = await said(["import", "tests/samples/company-with-errors.csv"], there, 1)
  expect(wrong).not.toMatch(/^ {4}at /m)
  expect(wrong.split("\n").length).toBeGreaterThan(3)
})
