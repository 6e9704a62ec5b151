/**
 * `npm start`, `npm run dev`, `npm run demo`. Runs on a bare clone with Node 20: everything that
 * needs more is loaded only after ready() has brought it.
 */
import { fileURLToPath } from "node:url"
import { ready, root } from "./ready.mjs"
import { refuse, sentence } from "./terminal.mjs"

const mode = process.argv[2] ?? "start"
if (!["start", "dev", "demo"].includes(mode)) refuse(sentence("unknownCommand", mode))
await ready(fileURLToPath(import.meta.url), [mode])
// As under npm, wherever it is started from: data, build and migrations lie here.
process.chdir(root)

if (mode === "demo") {
  process.env.QIBU_DEMO = "1"
  process.env.QIBU_DATA ||= "./demo-data"
}
const { probe, serve } = await import("./server.mjs")
const { settingsOrRefuse } = await import("./settings.mjs")
await probe(settingsOrRefuse())
if (mode !== "dev") {
  const { buildOrRefuse } = await import("./build.mjs")
  await buildOrRefuse()
}
await serve({ dev: mode === "dev" })
