/**
 * A process of the portal in which eight colleagues write down one ticket after the other, each under
 * its own key, until it is killed. Says by IPC what was asked, and each answer once it has one.
 */
import { isNull } from "drizzle-orm"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { ticketKinds } from "@/db/schema/tickets"
import { findClient } from "@/lib/clients/client"
import { answeredBefore, keepAnswer } from "@/lib/platform/idempotency"
import { actorsOf } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { createTicket } from "@/lib/tickets/creating"
import { numberLock } from "@/lib/tickets/numbers"

const [round = "", retried = ""] = process.argv.slice(2)
const again = retried.split(",").filter(Boolean)
const [one] = await db().select().from(clients).where(isNull(clients.archivedAt)).limit(1)
const client = one && (await findClient(db(), one.id))
const [kind] = await db().select().from(ticketKinds).limit(1)
const [actor] = client ? await actorsOf(db(), [client.ownerId]) : []
if (!client || !kind || !actor) throw new Error("there is nothing to write a ticket with")

async function writeOn(writer: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const key = again.pop() ?? `${round}-${writer}-${turn}`
    process.send?.({ key })
    process.send?.({ key, id: await submit(key) })
  }
}

const submit = (key: string) =>
  write(
    actor ?? fail(),
    async (ctx) => {
      const own = Object.assign(ctx, { actor: actor ?? fail() })
      const submission = { action: "ticket", key, input: { key } }
      const before = await answeredBefore(ctx, submission)
      if (before) return before === "conflict" ? fail() : Number(before.answer)
      const id = await createTicket(own, client ?? fail(), {
        ...{ title: key, body: "打印机没有反应", kindId: kind?.id ?? 0, priority: "medium" },
        ...{ contactName: "", fileIds: [] },
      })
      await keepAnswer(ctx, submission, id)
      return id
    },
    { lock: numberLock },
  )

function fail(): never {
  throw new Error("the key was used for something else")
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => writeOn(writer)))
