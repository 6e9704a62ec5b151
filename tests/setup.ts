import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, vi } from "vitest"

// A worker takes one file after another: nothing that one left in memory may reach the next. The
// packages alone, which take longest to load, stay.
vi.resetModules()
const environment = { ...process.env }

// Every test file has a data folder and a database of its own, on the engine that the run is for.
const folder = mkdtempSync(path.join(tmpdir(), "qibu-test-"))
process.env.QIBU_DATA = folder
process.env.QIBU_LOG ??= "silent"

const server = process.env.QIBU_TEST_POSTGRES
const name = `test_${randomBytes(6).toString("hex")}`
if (server) {
  await onServer(server, `create database ${name}`)
  process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${name}` }).href
} else {
  delete process.env.DATABASE_URL
}

afterAll(async () => {
  await globalThis.__qibuEngine?.close()
  for (const name of Object.keys(globalThis).filter((one) => one.startsWith("__qibu")))
    Reflect.deleteProperty(globalThis, name)
  rmSync(folder, { recursive: true, force: true })
  if (server) await onServer(server, `drop database if exists ${name} with (force)`)
  vi.useRealTimers()
  process.env = environment
})

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
