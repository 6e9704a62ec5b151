import { spawn } from "node:child_process"
import { once } from "node:events"
import { count } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { departments, people, staffImportChanges, staffImports } from "@/db/schema/people"

beforeAll(async () => {
  await migrate()
})

/** Imports in a process of its own that ends by kill -9 once it is that far. */
async function killedAt(share: number): Promise<void> {
  await globalThis.__qibuEngine?.close()
  globalThis.__qibuEngine = undefined
  const script = ["--import", "./scripts/alias.mjs", "tests/processes/importing-process.ts"]
  const child = spawn(process.execPath, [...script, String(share)], { stdio: "inherit" })
  const [, signal] = await once(child, "close")
  expect(signal).toBe(share > 1 ? null : "SIGKILL")
}

async function rows() {
  const tables = { people, departments, staffImports, staffImportChanges, access, events }
  const counts = Object.entries(tables).map(async ([name, table]) => {
    const [row] = await db().select({ n: count() }).from(table)
    return [name, row?.n]
  })
  return Object.fromEntries(await Promise.all(counts))
}

test("an import that is killed halfway has written nothing, and the next one everything", async () => {
  for (const share of [0.2, 0.3, 0.8, 1]) {
    await killedAt(share)
    expect(await rows()).toEqual({
      people: 0,
      departments: 0,
      staffImports: 0,
      staffImportChanges: 0,
      access: 0,
      events: 0,
    })
  }
  await killedAt(2)
  expect(await rows()).toMatchObject({ people: 3_000, staffImports: 1, staffImportChanges: 3_000 })
}, 120_000)
