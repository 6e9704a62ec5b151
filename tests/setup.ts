import { afterAll, vi } from "vitest"
import { addressOf, empty, newFolder, remove, startFrom } from "./databases"

const environment = { ...process.env }

// Every test file has a data folder and a database of its own, on the engine that the run is for.
const folder = await newFolder()
process.env.QIBU_DATA = folder
process.env.QIBU_LOG ??= "silent"
const address = addressOf(folder)
if (address) process.env.DATABASE_URL = address
else delete process.env.DATABASE_URL

await startFrom("migrated", folder, async () => {
  await empty(folder)
  const { engine, migrate } = await import("@/db/engine")
  await migrate()
  await engine().close()
  globalThis.__qibuEngine = undefined
})

afterAll(async () => {
  await globalThis.__qibuEngine?.close()
  // A worker takes one file after another: what the portal remembers of one file's company, all of
  // it under such names, must not reach the next. Its modules, which take longest to load, stay.
  for (const name of Object.keys(globalThis).filter(remembered))
    Reflect.deleteProperty(globalThis, name)
  await remove(folder)
  vi.useRealTimers()
  process.env = environment
})

function remembered(name: string): boolean {
  return name.startsWith("__qibu") && name !== "__qibuRegistry"
}
