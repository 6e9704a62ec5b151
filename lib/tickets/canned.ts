import { asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { ticketAnswers } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { ancestry, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

const most = 100

export type CannedAnswer = typeof ticketAnswers.$inferSelect

/** 常用答复 of a department and those above it, for whoever answers there. */
export async function answersFor(departmentId: number): Promise<CannedAnswer[]> {
  const homes = ancestry(await organisation(db()), departmentId)
  return db()
    .select()
    .from(ticketAnswers)
    .where(inArray(ticketAnswers.departmentId, homes))
    .orderBy(asc(ticketAnswers.title), asc(ticketAnswers.id))
    .limit(most)
}

/** Those of the departments that somebody belongs to or leads. */
export function answersOf(actor: PersonActor): Promise<CannedAnswer[]> {
  const homes = [...actor.principals.keys()].flatMap((principal) =>
    principal.startsWith("department:") ? Number(principal.slice("department:".length)) : [],
  )
  return db()
    .select()
    .from(ticketAnswers)
    .where(inArray(ticketAnswers.departmentId, [0, ...homes]))
    .orderBy(asc(ticketAnswers.departmentId), asc(ticketAnswers.title), asc(ticketAnswers.id))
    .limit(most)
}

/** @throws Refusal when the department has too many already */
export async function addAnswer(
  ctx: Ctx & { actor: PersonActor },
  { department: departmentId, title, body }: { department: number; title: string; body: string },
): Promise<number> {
  const there = await ctx.tx
    .select({ id: ticketAnswers.id })
    .from(ticketAnswers)
    .where(eq(ticketAnswers.departmentId, departmentId))
    .limit(most)
  if (there.length >= most) refuse("invalid", { sentence: "tickets.error.manyAnswers" })
  const [row] = await ctx.tx
    .insert(ticketAnswers)
    .values({ departmentId, title, body, authorId: ctx.actor.personId, createdAt: ctx.now })
    .returning({ id: ticketAnswers.id })
  emit(ctx, { type: "ticket.answer_added", recordId: 0, data: { departmentId } })
  return row?.id ?? refuse("conflict")
}

/** For actions: one of the answers that the actor's departments have. */
export async function seenAnswer(
  ctx: Ctx & { actor: PersonActor },
  { id }: { id: number },
): Promise<CannedAnswer | null> {
  const [row] = await ctx.tx.select().from(ticketAnswers).where(eq(ticketAnswers.id, id))
  return row && ctx.actor.principals.has(`department:${row.departmentId}`) ? row : null
}

export async function removeAnswer(ctx: Ctx, { id, departmentId }: CannedAnswer): Promise<void> {
  await ctx.tx.delete(ticketAnswers).where(eq(ticketAnswers.id, id))
  emit(ctx, { type: "ticket.answer_removed", recordId: 0, data: { departmentId } })
}
