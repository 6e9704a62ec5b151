import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { credentials, people, sessions } from "@/db/schema/people"
import type { PersonActor } from "./actor"
import { type Due, dueOf } from "./due-first"
import { inTurn } from "./in-turn"
import { cursorAt, lastEvent } from "./live-cursor"
import { membershipsOf } from "./memberships"
import { actorFor, organisationAt, organisationVersion } from "./organisation"
import { hashToken } from "./random-token"
import { settingsAt, settingsVersion } from "./settings"

const columns = {
  sessionId: sessions.id,
  method: sessions.method,
  endedAt: sessions.endedAt,
  expiresAt: sessions.expiresAt,
  seenAt: sessions.seenAt,
  disabledAt: people.disabledAt,
  id: people.id,
  name: people.name,
  staffNo: people.staffNo,
  departmentId: people.departmentId,
  level: people.level,
  locale: people.locale,
  face: people.faceFileId,
  theme: people.theme,
  density: people.density,
  passwordSetAt: credentials.passwordSetAt,
  passwordExempt: credentials.passwordExempt,
  passwordDue: credentials.passwordDue,
  totpSince: credentials.totpSince,
  organisationVersion,
  settingsVersion,
  lastEvent,
}

const byToken = prepared((on) =>
  on
    .select(columns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(credentials, eq(credentials.personId, sessions.personId))
    .where(eq(sessions.tokenHash, sql.placeholder("token")))
    .prepare(),
)
const byIds = prepared((on) =>
  on
    .select(columns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(credentials, eq(credentials.personId, sessions.personId))
    .where(inArray(sessions.id, idsGiven("ids")))
    .prepare(),
)

export interface SignedIn {
  actor: PersonActor
  seenAt: Date
  /** What has to be done before anything else works. */
  due: Due | null
  look: { theme: "system" | "light" | "dark"; density: "normal" | "compact" }
  /** The stream's frame until which everything read from now on is known. */
  asOf: string
}

type Row = Awaited<ReturnType<ReturnType<typeof byToken>["execute"]>>[number]

async function signedIn(
  row: Row | undefined,
): Promise<SignedIn | "signed_out" | "disabled" | "expired"> {
  if (!row) return "signed_out"
  if (row.disabledAt) return "disabled"
  if (row.endedAt) return "signed_out"
  if (row.expiresAt.getTime() <= Date.now()) return "expired"
  const org = await organisationAt(db(), Number(row.organisationVersion))
  const actor = actorFor(org, row, row.sessionId, await groupsOf(row.id))
  const { passwords } = await settingsAt(Number(row.settingsVersion))
  return {
    actor,
    due: dueOf(row, actor, passwords),
    seenAt: row.seenAt,
    look: { theme: row.theme, density: row.density },
    asOf: await cursorAt(Number(row.lastEvent)),
  }
}

/** @param token the session's random token, as the cookie holds it */
export async function signedInByToken(token: string) {
  const [row] = await byToken(db()).execute({ token: hashToken(token) })
  return signedIn(row)
}

/**
 * The actor of a session, or why it is over. What is asked side by side is read
 * at once: a change may concern five hundred open pages.
 */
export async function actorOfSession(sessionId: number) {
  const found = await signedIn(await rowOf(sessionId))
  return typeof found === "string" ? found : found.actor
}

/** Whether a session hasn't been ended, as a transaction sees it. */
export async function isOpen(on: Db, sessionId: number): Promise<boolean> {
  const [row] = await on
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
  return row !== undefined
}

const groupsOf = inTurn((ids: readonly number[]) => membershipsOf(db(), ids))

const rowOf = inTurn(async (ids: readonly number[]) => {
  const rows = await byIds(db()).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.sessionId, row]))
})
