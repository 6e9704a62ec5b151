/** `node scripts/run.mjs NAME …`: runs scripts/NAME.ts once everything it needs is installed. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { ready, root } from "./ready.mjs"
import { refuse, sentence } from "./terminal.mjs"

const [name = "", ...args] = process.argv.slice(2)
await ready(fileURLToPath(import.meta.url), [name, ...args])

const script = join(root, "scripts", `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) refuse(sentence("unknownCommand", name))
process.argv = [process.execPath, script, ...args]
await import("./alias.mjs")
const { settingsOrRefuse } = await import("./settings.mjs")
settingsOrRefuse()
const { refuseUnreached } = await import("./portal-database.mjs")
await import(pathToFileURL(script).href).catch(refuseUnreached)
