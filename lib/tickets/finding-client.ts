import { and, asc, desc, eq, isNull, like, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { nameKeyOf } from "@/lib/clients/likeness"
import { visibleTo } from "@/lib/clients/policy"
import type { PersonActor } from "@/lib/platform/actor"

const mostOffered = 12

export interface NamedClient {
  id: number
  name: string
}

const columns = { id: clients.id, name: clients.name }
const seenBy = (actor: PersonActor) => and(isNull(clients.archivedAt), visibleTo(actor))

/** Clients of somebody that are called like what is typed; before anything is typed, the latest. */
export function clientsLike(actor: PersonActor, typed: string): Promise<NamedClient[]> {
  const key = nameKeyOf(typed)
  const rows = db().select(columns).from(clients)
  if (key === "")
    return rows
      .where(seenBy(actor))
      .orderBy(desc(clients.updatedAt), desc(clients.id))
      .limit(mostOffered)
  // A key is letters and figures only: nothing in it is a sign of LIKE.
  const called = or(like(clients.nameKey, `%${key}%`), like(clients.shortKey, `%${key}%`))
  return rows
    .where(and(seenBy(actor), called))
    .orderBy(asc(clients.name), asc(clients.id))
    .limit(mostOffered)
}

/** One of them by its number. */
export async function clientById(actor: PersonActor, id: number): Promise<NamedClient | null> {
  const [row] = await db()
    .select(columns)
    .from(clients)
    .where(and(eq(clients.id, id), visibleTo(actor)))
  return row ?? null
}

/**
 * What a list is narrowed to, by a number or by what is typed into its form.
 * @returns 0 where none is called so: the list is empty then, rather than whole
 */
export async function clientInFilter(
  actor: PersonActor,
  typed: unknown,
): Promise<number | undefined> {
  const text = typeof typed === "string" ? typed.trim().slice(0, 200) : ""
  if (text === "") return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const found = await clientsLike(actor, text)
  const exact = found.find(({ name }) => name === text)
  return (exact ?? found[0])?.id ?? 0
}
