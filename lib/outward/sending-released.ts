import { and, asc, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { outwardRequests } from "@/db/schema/outward"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
import { write, writeAsSystem } from "@/lib/platform/write"

const batch = 50

const due = and(
  eq(outwardRequests.accepted, true),
  isNull(outwardRequests.sentAt),
  isNull(outwardRequests.failed),
  isNull(outwardRequests.withdrawnAt),
)

/**
 * Sends what was released, each in a transaction of its own that also marks it as sent: however many
 * processes sweep at once, it goes out once. Who has left, or may not send there any more, sends
 * nothing, and is told.
 */
export async function sendReleased(now = new Date()): Promise<void> {
  const rows = await db()
    .select({
      ...{ id: outwardRequests.id, authorId: outwardRequests.authorId },
      sender: outwardRequests.sender,
    })
    .from(outwardRequests)
    .where(due)
    .orderBy(asc(outwardRequests.id))
    .limit(batch)
  for (const { id, authorId, sender } of rows) {
    const lock = registry().outward.get(sender)?.lock
    const [author] = await actorsOf(db(), [authorId])
    const failed = author ? await attempt(id, author, { now, lock }) : "disabled"
    if (failed) await fail(id, failed, now)
  }
}

async function attempt(
  id: number,
  actor: PersonActor,
  how: { now: Date; lock: string | undefined },
): Promise<string | null> {
  try {
    await write(actor, (ctx) => sendOne(Object.assign(ctx, { actor }), id), how)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

async function sendOne(ctx: Ctx & { actor: PersonActor }, id: number): Promise<void> {
  const [before] = await ctx.tx
    .select()
    .from(outwardRequests)
    .where(and(eq(outwardRequests.id, id), due))
  if (!before) return
  const sent = await ctx.tx
    .update(outwardRequests)
    .set({ sentAt: ctx.now, input: {}, text: "" })
    .where(and(eq(outwardRequests.id, id), due))
    .returning({ id: outwardRequests.id })
  if (sent.length === 0) return
  await looseFiles(ctx, id)
  const sender = registry().outward.get(before.sender) ?? refuse("not_found")
  await sender.send(ctx, before.input)
  emit(ctx, { type: "outward.sent", recordId: id, data: { finds: before.finds } })
}

/** Its files hang nowhere again, as when their author had just sent them: whoever sends it takes them. */
const looseFiles = (ctx: Ctx, id: number) =>
  ctx.tx
    .update(files)
    .set({ kind: null, recordId: null })
    .where(and(eq(files.kind, "outward"), eq(files.recordId, id)))

const fail = (id: number, failed: string, now: Date) =>
  writeAsSystem(
    "outward.send",
    async (ctx) => {
      const rows = await ctx.tx
        .update(outwardRequests)
        .set({ failed })
        .where(and(eq(outwardRequests.id, id), due))
        .returning({ id: outwardRequests.id })
      if (rows.length > 0) emit(ctx, { type: "outward.failed", recordId: id, data: { failed } })
    },
    { now },
  )
