import { and, desc, eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { events } from "@/db/schema/events"
import { credentials, recoveryCodes } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"

const types = [
  "person.signed_in",
  "person.sign_in_failed",
  "person.sign_in_confirmed",
  "person.sign_in_disowned",
  "person.signed_out",
  "person.password_changed",
  "person.password_link",
  "person.second_factor",
]

export interface HistoryRow {
  id: number
  at: Date
  type: string
  data: Record<string, unknown>
  address: string | null
  /** A sign-in at a new place that nobody has answered for. */
  open: boolean
}

/** What concerned the safety of one's own account, newest first. Nobody else's to read. */
export async function securityHistory(
  on: Db,
  actor: PersonActor,
  limit: number,
): Promise<HistoryRow[]> {
  const rows = await on
    .select({
      id: events.id,
      at: events.at,
      type: events.type,
      data: events.data,
      address: events.address,
    })
    .from(events)
    .where(
      and(
        eq(events.kind, "person"),
        eq(events.recordId, actor.personId),
        inArray(events.type, types),
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit)
  const answered = new Set(
    rows.flatMap(({ data }) => (typeof data.eventId === "number" ? [data.eventId] : [])),
  )
  return rows.map((row) => ({
    ...row,
    open: row.type === "person.signed_in" && row.data.newPlace === true && !answered.has(row.id),
  }))
}

/** What proves who the actor is, without the proof itself. */
export async function ownProof(on: Db, actor: PersonActor) {
  const [row] = await on
    .select({
      hasPassword: credentials.passwordHash,
      passwordSetAt: credentials.passwordSetAt,
      passwordExempt: credentials.passwordExempt,
      totpSince: credentials.totpSince,
    })
    .from(credentials)
    .where(eq(credentials.personId, actor.personId))
  const codes = await on
    .select({ usedAt: recoveryCodes.usedAt })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.personId, actor.personId))
  return {
    hasPassword: Boolean(row?.hasPassword),
    passwordSetAt: row?.passwordSetAt ?? null,
    passwordExempt: row?.passwordExempt ?? false,
    totpSince: row?.totpSince ?? null,
    codes: { all: codes.length, left: codes.filter((code) => !code.usedAt).length },
  }
}

export type Proof = Awaited<ReturnType<typeof ownProof>>
