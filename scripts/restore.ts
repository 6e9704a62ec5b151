/** `npm run restore -- FILE [--force]`, with the portal stopped; then `npm start`. */
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { readEnv } from "../lib/platform/env.ts"
import { RestoreRefused, restoreBackup } from "./restoring.ts"
import { refuse, say, sentence, step } from "./terminal.mjs"

const args = process.argv.slice(2)
const [file] = args.filter((arg) => !arg.startsWith("--"))
if (!file || !existsSync(file)) refuse(sentence("restoreUsage"))

const root = resolve(import.meta.dirname, "..")
try {
  const env = readEnv()
  const migrations = resolve(root, "db/migrations", env.databaseUrl ? "postgres" : "sqlite")
  const manifest = await step("restoring", () =>
    restoreBackup(env, file, args.includes("--force"), migrations),
  )
  say("restored", env.data, manifest.createdAt)
  if (!manifest.entries["secrets.json"]) say("restoredNoSecrets")
} catch (error) {
  if (error instanceof RestoreRefused) refuse(sentence(`restore-${error.reason}`))
  refuse(sentence("restoreFailed", error instanceof Error ? error.message : String(error)))
}
