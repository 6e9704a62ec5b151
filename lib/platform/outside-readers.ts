import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { guestInvitations, guestMays, guestScopes } from "@/db/schema/guests"
import type { GuestMay } from "./actor"

const readers = prepared((db) =>
  db
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
      may: guestScopes.may,
    })
    .from(guestScopes)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
    .where(
      and(
        eq(guestScopes.kind, sql.placeholder("kind")),
        eq(guestScopes.recordId, sql.placeholder("recordId")),
        isNotNull(guestInvitations.openedAt),
        isNull(guestInvitations.revokedAt),
      ),
    )
    .limit(50)
    .prepare(),
)

/** Somebody from outside who reads something, or will once their invitation is extended. */
export interface OutsideReader {
  id: number
  name: string
  organisation: string
}

/**
 * Who from outside reads what is added to a record from now on. Invitations that have expired or rest
 * count: they may come back to life, and then read what was said meanwhile.
 * @param least what they have to be let in for at least
 */
export async function outsideReaders(
  db: Db,
  kind: string,
  recordId: number,
  least: GuestMay,
): Promise<OutsideReader[]> {
  const wide = guestMays.slice(guestMays.indexOf(least))
  const rows = await readers(db).execute({ kind, recordId })
  return rows.flatMap(({ may, ...reader }) => (wide.includes(may) ? [reader] : []))
}

/** Whether anybody from outside reads one of these records. */
export async function hasOutsideReaders(
  db: Db,
  kind: string,
  recordIds: readonly number[],
): Promise<boolean> {
  const rows = await db
    .select({ id: guestInvitations.id })
    .from(guestScopes)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
    .where(
      and(
        eq(guestScopes.kind, kind),
        inArray(guestScopes.recordId, [...recordIds]),
        isNotNull(guestInvitations.openedAt),
        isNull(guestInvitations.revokedAt),
      ),
    )
    .limit(1)
  return rows.length > 0
}
