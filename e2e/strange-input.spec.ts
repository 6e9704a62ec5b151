import { expect, test } from "@playwright/test"
import { startPortal } from "./portal"
import { strange } from "./strange-input"
import { brokenBy } from "./strange-visit"

test("whatever is typed into actions and addresses, the portal doesn't break", async () => {
  // Every action and every address, with everything strange.
  test.setTimeout(360_000)
  const portal = await startPortal()
  expect(await brokenBy(portal, strange)).toEqual([])
  await portal.stop()
})
