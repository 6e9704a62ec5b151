/**
 * The step `upgrade` of `npm test`: what an office does with a new version, on a clone of its own in
 * a folder as people name them, with a space and a word of their language.
 * At the commit before somebody signs in and writes a task; then `git pull && npm start`, and the
 * task and the session must still be there.
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { readStamp, sourcesHash } from "./build.mjs"
import { freePort } from "./postgres.mjs"
import { cleanEnv, run } from "./process.mjs"
import { machineEnv, root } from "./ready.mjs"
import { sentence } from "./terminal.mjs"
import { startByNpm } from "./upgrade-portal.mjs"

const branch = "main"

/** @returns {Promise<{code: number, output: string}>} */
export async function upgradeFromTheCommitBefore() {
  const home = mkdtempSync(join(tmpdir(), "qibu 升级-"))
  const said = []
  try {
    await upgrade(home, (line) => said.push(line))
    return { code: 0, output: said.join("\n") }
  } catch (error) {
    return { code: 1, output: [...said, error.stack].join("\n") }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function upgrade(home, note) {
  const portal = join(home, "portal")
  const data = join(home, "data")
  const { before, head } = await cloneBefore(home, portal)
  note(before ? `${before} → ${head}` : sentence("noCommitBefore", head))
  lendModules(portal)
  keepKey(portal)
  const env = { ...machineEnv(cleanEnv()), QIBU_DATA: data, QIBU_DEMO: "1", HOST: "127.0.0.1" }
  const start = async () => startByNpm(portal, { ...env, PORT: String(await freePort()) }, note)

  const older = await start()
  const visitor = await older.signIn("Q011", "Qibu-demo-2026")
  const task = await visitor.writeTask("交接机房钥匙", "陈晨")
  await visitor.expectTask(task, "交接机房钥匙")
  const migrations = migrationsOf(portal)
  await older.stop()

  note(await git(portal, "pull", "--ff-only"))
  lendBuild(portal)
  const newer = await start()
  await newer.visit(visitor.cookie).expectTask(task, "交接机房钥匙")
  await newer.stop()
  if (migrationsOf(portal) !== migrations) expectBackup(data)
}

/** What is committed, at the commit before it, with a `git pull` ahead of it. */
async function cloneBefore(home, portal) {
  const origin = join(home, "origin.git")
  const head = (await git(root, "rev-parse", "HEAD")).trim()
  await git(home, "clone", "--quiet", "--bare", root, origin)
  // A clone made for a test run may be on no branch at all.
  await git(origin, "update-ref", "--no-deref", "HEAD", head)
  await git(origin, "update-ref", `refs/heads/${branch}`, head)
  await git(origin, "symbolic-ref", "HEAD", `refs/heads/${branch}`)
  await git(home, "clone", "--quiet", origin, portal)
  const found = await run("git", ["rev-parse", "--verify", "--quiet", "HEAD~1"], {
    quiet: true,
    cwd: portal,
  })
  const before = found.code === 0 ? found.output.trim() : undefined
  if (before) await git(portal, "reset", "--quiet", "--hard", before)
  return { before, head }
}

async function git(cwd, ...args) {
  const { code, output } = await run("git", args, { quiet: true, cwd })
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${output}`)
  return output
}

/** The same lock means the same packages: `npm start` finds them fitting and installs nothing. */
function lendModules(portal) {
  const lock = (folder) => readFileSync(join(folder, "package-lock.json"), "utf8")
  if (lock(portal) === lock(root)) lend(join(root, "node_modules"), join(portal, "node_modules"))
}

/** Hard links where they can be had: tens of thousands of files in a second. */
function lend(from, to) {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) lend(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
    else cpSync(source, target, { verbatimSymlinks: true })
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target)
  } catch {
    cpSync(source, target)
  }
}

/** The build made here must fit the clone: both have one key, as two builds of one folder have. */
function keepKey(portal) {
  const key = readStamp()?.key
  if (!key) return
  mkdirSync(join(portal, ".next"))
  writeFileSync(join(portal, ".next", "qibu.json"), JSON.stringify({ sources: "", key }))
}

/** What `npm start` would build after the pull is what the step before built of the same sources. */
function lendBuild(portal) {
  if (readStamp()?.sources !== sourcesHash(portal)) return
  rmSync(join(portal, ".next"), { recursive: true, force: true })
  const built = join(root, process.env.QIBU_BUILD || ".next")
  cpSync(built, join(portal, ".next"), {
    recursive: true,
    filter: (path) => relative(built, path) !== "cache",
  })
}

const migrationsOf = (portal) =>
  readFileSync(join(portal, "db", "migrations", "sqlite", "meta", "_journal.json"), "utf8")

function expectBackup(data) {
  const folder = join(data, "backups")
  if (!existsSync(folder) || readdirSync(folder).length === 0)
    throw new Error("the schema changed, and no backup was taken before it")
}
