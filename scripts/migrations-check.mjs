import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { run } from "./process.mjs"
import { root } from "./ready.mjs"

const engines = { sqlite: "", postgres: "postgres://localhost/none" }
const copied = ["db", "lib", "drizzle.config.ts", "tsconfig.json", "package.json"]

/** Generates migrations in a copy of the schema: a schema without its migrations would add files. */
export async function migrationsInSync() {
  const copy = join(root, ".cache", "migrations-check")
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const name of copied) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  const before = fingerprint(copy)
  let output = ""
  for (const [engine, url] of Object.entries(engines)) {
    const result = await generate(copy, url)
    output += `${engine}:\n${result.output}`
    if (result.code !== 0) return { code: 1, output }
  }
  return { code: fingerprint(copy) === before ? 0 : 1, output }
}

function generate(cwd, url) {
  const kit = join(root, "node_modules", "drizzle-kit", "bin.cjs")
  const env = { ...process.env, DATABASE_URL: url }
  return run(process.execPath, [kit, "generate"], { quiet: true, cwd, env })
}

function fingerprint(copy) {
  const folder = join(copy, "db", "migrations")
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash("sha256")
  for (const file of files) hash.update(relative(folder, file)).update(readFileSync(file))
  return hash.digest("hex")
}
