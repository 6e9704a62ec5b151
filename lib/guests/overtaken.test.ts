import { beforeAll, expect, onTestFinished, test, vi } from "vitest"
import "@/lib/modules"
import { migrate } from "@/db/engine"
import { carryOutAsGuest } from "@/lib/guest-action"
import { earlierThan } from "@/lib/messages/history"
import { noOrigin } from "@/lib/platform/context"
import { write } from "@/lib/platform/write"
import { newGroup, refused } from "@/tests/groups"
import { comes, invitation, inviting } from "@/tests/inviting"
import { actor, aPerson } from "@/tests/people"
import { guestSayAction } from "./actions"
import { revoke } from "./lasting"

let ann = 0
let client = 0

beforeAll(async () => {
  await migrate()
  ann = await aPerson("ann", { department: "客服部" })
  client = await newGroup(ann, [], { kind: "client", name: "远山科技" })
})

test("a guest whose invitation is taken back while their words wait for their turn says nothing any more", async () => {
  const { id, link } = await inviting(ann, [`group:${client}:talk`])
  const guest = await comes(link)
  const [begun, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const host = await actor(ann)
  const busy = write(
    host,
    async (ctx) => {
      begun.resolve()
      await sent.promise
      await revoke(Object.assign(ctx, { actor: host }), await invitation(id))
    },
    { lock: "turn" },
  )
  await begun.promise
  vi.useFakeTimers({ toFake: ["performance"] })
  onTestFinished(() => void vi.useRealTimers())
  const say = { ...Object(guestSayAction).spec, lock: () => "turn" }
  const words = { group: client, body: "还来得及吗" }
  const late = refused(carryOutAsGuest(say, guest, words, noOrigin))
  vi.advanceTimersByTime(1_100)
  sent.resolve()
  await busy
  expect(await late).toMatchObject({ code: "signed_out", sentence: "guests.over.revoked" })
  expect((await earlierThan(client)).rows).toEqual([])
})
