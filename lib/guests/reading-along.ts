import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { daysLeft } from "./states"

const most = 20

/**
 * Guests who are let in to a record at this moment, for the badge and the banner there. The caller
 * has checked that the reader sees the record.
 */
export async function readingAlong(kind: string, recordId: number, now = new Date()) {
  const rows = await db()
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
      expiresAt: guestInvitations.expiresAt,
      may: guestScopes.may,
    })
    .from(guestScopes)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
    .where(
      and(
        eq(guestScopes.kind, kind),
        eq(guestScopes.recordId, recordId),
        isNotNull(guestInvitations.openedAt),
        isNull(guestInvitations.revokedAt),
        isNull(guestInvitations.suspendedAt),
        gt(guestInvitations.expiresAt, now),
      ),
    )
    .orderBy(asc(guestInvitations.id))
    .limit(most)
  return rows.map((row) => ({ ...row, days: daysLeft(row.expiresAt, now) }))
}
