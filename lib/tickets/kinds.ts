import { and, asc, eq, isNull, ne } from "drizzle-orm"
import type { Db } from "@/db/database"
import { ticketKinds } from "@/db/schema/tickets"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { TicketKind } from "./ticket"

const most = 50

/** The rule: kinds that are offered, with the department that each goes to. */
export const openKinds = (on: Db) =>
  on
    .select()
    .from(ticketKinds)
    .where(isNull(ticketKinds.closedAt))
    .orderBy(asc(ticketKinds.id))
    .limit(most)

export const kindName = (
  { name, nameEn }: Pick<TicketKind, "name" | "nameEn">,
  locale: string,
): string => (locale === "zh" || nameEn === "" ? name : nameEn)

/** @throws Refusal at the field `kind` when it isn't offered (any more) */
export async function requireKind(on: Db, id: number): Promise<TicketKind> {
  const [kind] = await on
    .select()
    .from(ticketKinds)
    .where(and(eq(ticketKinds.id, id), isNull(ticketKinds.closedAt)))
  return kind ?? refuse("invalid", { fields: { kind: "tickets.error.kind" } })
}

export interface KindFields {
  name: string
  nameEn: string
  department: number
}

/**
 * A kind more, or another department for one; open tickets stay where they are.
 * @throws Refusal when the name is taken, the department isn't there, or there are too many
 */
export async function saveKind(ctx: Ctx, id: number | undefined, fields: KindFields) {
  const { name, nameEn, department: departmentId } = fields
  const home = (await organisation(ctx.tx)).departments.get(departmentId)
  if (!home || home.closed)
    refuse("invalid", { fields: { department: "tickets.error.department" } })
  const [same] = await ctx.tx
    .select({ id: ticketKinds.id })
    .from(ticketKinds)
    .where(and(eq(ticketKinds.name, name), ne(ticketKinds.id, id ?? 0)))
  if (same) refuse("invalid", { fields: { name: "tickets.error.kindName" } })
  const saved = id === undefined ? await addKind(ctx, { name, nameEn, departmentId }) : id
  if (id !== undefined) await changeKind(ctx, id, { name, nameEn, departmentId })
  emit(ctx, { type: "ticket.kind_saved", recordId: 0, data: { kindId: saved, departmentId } })
  return saved
}

type Kept = Pick<TicketKind, "name" | "nameEn" | "departmentId">

async function addKind(ctx: Ctx, kept: Kept): Promise<number> {
  if ((await openKinds(ctx.tx)).length >= most)
    refuse("invalid", { sentence: "tickets.error.manyKinds" })
  const [row] = await ctx.tx
    .insert(ticketKinds)
    .values({ ...kept, createdAt: ctx.now })
    .returning({ id: ticketKinds.id })
  return row?.id ?? refuse("conflict")
}

async function changeKind(ctx: Ctx, id: number, kept: Kept): Promise<void> {
  const changed = await ctx.tx
    .update(ticketKinds)
    .set({ ...kept, closedAt: null })
    .where(eq(ticketKinds.id, id))
    .returning({ id: ticketKinds.id })
  if (changed.length === 0) refuse("not_found")
}

/** Offered no more. Tickets of the kind keep it. */
export async function closeKind(ctx: Ctx, id: number): Promise<void> {
  const closed = await ctx.tx
    .update(ticketKinds)
    .set({ closedAt: ctx.now })
    .where(and(eq(ticketKinds.id, id), isNull(ticketKinds.closedAt)))
    .returning({ id: ticketKinds.id })
  if (closed.length === 0) refuse("not_found")
  emit(ctx, { type: "ticket.kind_closed", recordId: 0, data: { kindId: id } })
}
