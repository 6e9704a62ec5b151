import { expect, test } from "@playwright/test"
import { startPostgres } from "../scripts/postgres.mjs"
import { startPortal } from "./portal"
import { strangeToDatabases } from "./strange-input"
import { brokenBy } from "./strange-visit"

test("whatever is typed, the portal doesn't break on PostgreSQL either", async () => {
  // Every action and every address, with what reaches the database.
  test.setTimeout(360_000)
  const server = await startPostgres()
  const portal = await startPortal({ env: { DATABASE_URL: server.url } })
  expect(await brokenBy(portal, strangeToDatabases)).toEqual([])
  await portal.stop()
  await server.stop()
})
