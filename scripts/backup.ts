/** `npm run backup -- FILE [--without-secrets]`, while the portal runs or not. */
import { existsSync, statSync } from "node:fs"
import { readEnv } from "../lib/platform/env.ts"
import { makeBackup } from "./backing-up.ts"
import { databaseOrRefuse } from "./portal-database.mjs"
import { refuse, say, sentence, step } from "./terminal.mjs"

const args = process.argv.slice(2)
const [file] = args.filter((arg) => !arg.startsWith("--"))
const withSecrets = !args.includes("--without-secrets")
if (!file) refuse(sentence("backupUsage"))
if (existsSync(file)) refuse(sentence("backupExists", file))
databaseOrRefuse()

try {
  const manifest = await step("backingUp", () => makeBackup(readEnv(), file, withSecrets))
  const rows = Object.values(manifest.rows).reduce((all, count) => all + count, 0)
  const files = Object.keys(manifest.entries).filter((name) => name.startsWith("files/")).length
  say("backedUp", file, (statSync(file).size / 1e6).toFixed(1), rows, files)
  say(manifest.entries["secrets.json"] ? "backupHasSecrets" : "backupNoSecrets")
} catch (error) {
  refuse(sentence("backupFailed", error instanceof Error ? error.message : String(error)))
}
