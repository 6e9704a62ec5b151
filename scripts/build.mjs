import { createHash, randomBytes } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { extname, join, relative } from "node:path"
import { run } from "./process.mjs"
import { root } from "./ready.mjs"
import { refuse, sentence, step } from "./terminal.mjs"

const folders = ["app", "components", "db", "lib", "public"]
const rootFiles = new Set([".ts", ".tsx", ".mjs", ".json", ".css"])
// tsconfig.json and next-env.d.ts are rewritten by the build itself.
const aside =
  /(\.test\.tsx?|\.md|^(vitest|drizzle)\.config\.ts|^(biome|tsconfig)\.json|^next-env\.d\.ts)$/

/** Where the build lies. */
export const buildFolder = () => join(root, process.env.QIBU_BUILD || ".next")
const stampFile = () => join(buildFolder(), "qibu.json")

/** A hash of everything the build is made of: file names and their bytes. */
export function sourcesHash(of = root) {
  const hash = createHash("sha256").update(process.versions.node)
  for (const file of sources(of)) {
    hash.update(`\0${relative(of, file)}\0`).update(readFileSync(file))
  }
  return hash.digest("base64url").slice(0, 12)
}

function sources(of) {
  const top = readdirSync(of, { withFileTypes: true })
    .filter((entry) => entry.isFile() && rootFiles.has(extname(entry.name)))
    .map((entry) => join(of, entry.name))
  const below = folders.flatMap((folder) =>
    readdirSync(join(of, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...top, ...below].filter((file) => !aside.test(relative(of, file))).sort()
}

/** What the last whole build left: { sources, key }, or undefined. */
export function readStamp() {
  if (!existsSync(stampFile())) return undefined
  return JSON.parse(readFileSync(stampFile(), "utf8"))
}

/**
 * Builds the portal when the sources differ from those of the last build.
 * The key of server actions outlives builds, so that forms opened before an upgrade are understood.
 * @returns {Promise<{built: boolean, code: number, output: string}>}
 */
export async function build(onStart) {
  const sources = sourcesHash()
  const before = readStamp()
  if (before?.sources === sources) return { built: false, code: 0, output: "" }
  const key = before?.key ?? randomBytes(32).toString("base64")
  rmSync(stampFile(), { force: true })
  const next = join(root, "node_modules", "next", "dist", "bin", "next")
  const working = run(process.execPath, [next, "build"], {
    quiet: true,
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...buildEnv({ sources, key }) },
  })
  const result = await (onStart ? onStart(working) : working)
  if (result.code === 0) {
    writeFileSync(stampFile(), JSON.stringify({ sources, key }), { mode: 0o600 })
  }
  return { built: true, ...result }
}

/** Builds when needed, showing it; a failed build ends the process. */
export async function buildOrRefuse() {
  const result = await build((working) => step("building", () => working))
  if (result.code === 0) return
  console.error(result.output)
  refuse(sentence("buildFailed"))
}

/** The variables that the build and every process serving it must share. */
export function buildEnv({ sources, key }) {
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DEPLOYMENT_ID: sources,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  }
}
