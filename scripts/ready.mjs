/**
 * What every command does first, on whatever Node the machine has (20 or newer) and without any
 * dependency: install what package-lock.json names, then go on under the Node that npm brought.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs"
import { delimiter, dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { become, run } from "./process.mjs"
import { refuse, sentence, step } from "./terminal.mjs"

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const modules = join(root, "node_modules")
const ownNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node")
const wanted = 24

/** True when node_modules holds every package of the lock in its version (optional ones aside). */
export function dependenciesMatch(folder = root) {
  const installed = packagesIn(join(folder, "node_modules", ".package-lock.json"))
  const locked = packagesIn(join(folder, "package-lock.json"))
  if (!installed || !locked) return false
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === "" ||
      entry.optional ||
      entry.devOptional ||
      entry.link ||
      installed[path]?.version === entry.version,
  )
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages
  } catch {
    return undefined
  }
}

/**
 * Installs what is missing and returns only in a process that runs on Node 24 or newer; an older
 * one starts `script` again there and ends with its exit code.
 */
export async function ready(script, args) {
  const installed = !dependenciesMatch()
  if (installed) await step("installing", install).catch(() => refuse(sentence("installFailed")))
  const node = await nodeToUse()
  if (!installed && sameFile(process.execPath, node)) return
  if (process.env.QIBU_STARTED_AGAIN) return
  await become(node, [script, ...args], { ...process.env, QIBU_STARTED_AGAIN: "1" })
}

async function install() {
  const result = await npm(["ci", "--include=dev", "--no-audit", "--no-fund"])
  if (result.code === 0) return
  console.error(`\n${result.output}`)
  throw new Error("npm ci")
}

async function nodeToUse() {
  if (sameFile(process.execPath, ownNode)) return ownNode
  if (await isNewEnough(ownNode)) return ownNode
  // Some npm versions skip install scripts: this is the one of the package "node".
  await step("fetchingNode", fetchNode).catch(() => undefined)
  if (await isNewEnough(ownNode)) return ownNode
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath
  return refuse(sentence("nodeMissing", process.version))
}

async function fetchNode() {
  const cwd = join(modules, "node")
  const result = await run(machineNode(), ["installArchSpecificPackage.js"], {
    quiet: true,
    cwd,
    env: machineEnv(),
  })
  if (result.code !== 0) throw new Error(result.output)
}

async function isNewEnough(node) {
  if (!existsSync(node)) return false
  const result = await run(node, ["--version"], { quiet: true }).catch(() => ({ output: "" }))
  return Number.parseInt(result.output.slice(1), 10) >= wanted
}

/** The machine's own npm: the one in node_modules/.bin may vanish under the feet of `npm ci`. */
function npm(args) {
  const shell = process.platform === "win32"
  return run("npm", args, { quiet: true, cwd: root, shell, env: machineEnv() })
}

function machineNode() {
  return sameFile(process.execPath, ownNode) ? "node" : process.execPath
}

/** The environment of a command typed by hand, not by way of npm: without `npm test`'s own Node. */
export function machineEnv(env = process.env) {
  const entries = Object.entries(env).filter(
    ([name]) =>
      name !== "NODE" &&
      name !== "NODE_ENV" &&
      (!name.startsWith("npm_") || name.startsWith("npm_config_")),
  )
  const path = (env.PATH ?? "").split(delimiter)
  const outside = path.filter((folder) => !folder.startsWith(modules))
  return { ...Object.fromEntries(entries), PATH: outside.join(delimiter) }
}

function sameFile(a, b) {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b)
}
