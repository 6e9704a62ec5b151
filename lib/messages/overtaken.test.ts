import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test, vi } from "vitest"
import "@/lib/modules"
import { engine, migrate } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { carryOut } from "@/lib/action"
import { noOrigin } from "@/lib/platform/context"
import { actor, aPerson } from "@/tests/people"
import { aGroup } from "@/tests/talk"
import { send } from "./endpoints"
import { earlierThan } from "./history"

const who = { lin: 0, ke: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "ke"] as const) who[name] = await aPerson(name)
})

test("who is taken out of a group while their message waits for its turn says nothing there any more", async () => {
  const group = await aGroup([who.lin, who.ke])
  const ke = await actor(who.ke)
  const [begun, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const busy = engine().write(
    async ({ db: tx }) => {
      begun.resolve()
      await sent.promise
      await tx
        .delete(groupMembers)
        .where(and(eq(groupMembers.groupId, group), eq(groupMembers.personId, who.ke)))
    },
    { lock: `group:${group}` },
  )
  await begun.promise
  vi.useFakeTimers({ toFake: ["performance"] })
  const said = { groupId: group, body: "还来得及吗" }
  const late = carryOut(send.spec, ke, said, noOrigin).catch((reason: unknown) => reason)
  vi.advanceTimersByTime(1_100)
  sent.resolve()
  await busy
  expect(await late).toMatchObject({ code: "not_found" })
  vi.useRealTimers()
  expect((await earlierThan(group)).rows).toEqual([])
})
