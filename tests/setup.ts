import { afterAll, vi } from "vitest"
import { addressOf, empty, newFolder, remove, startFrom } from "./databases"

// A worker takes one file after another: nothing that one left in memory may reach the next. The
// packages alone, which take longest to load, stay.
vi.resetModules()
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
  vi.resetModules()
})

afterAll(async () => {
  await globalThis.__qibuEngine?.close()
  for (const name of Object.keys(globalThis).filter((one) => one.startsWith("__qibu")))
    Reflect.deleteProperty(globalThis, name)
  await remove(folder)
  vi.useRealTimers()
  process.env = environment
})
