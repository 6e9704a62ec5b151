import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { people, sessions } from "@/db/schema/people"
import type { PersonActor } from "./actor"
import { actorFor, organisationAt, organisationVersion } from "./organisation"

/** Only the hash of a session's token is kept: a copy of the database signs nobody in. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url")

const columns = {
  sessionId: sessions.id,
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
  theme: people.theme,
  density: people.density,
  organisationVersion,
}

const byToken = prepared((on) =>
  on
    .select(columns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.tokenHash, sql.placeholder("token")))
    .prepare(),
)
const byId = prepared((on) =>
  on
    .select(columns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
)

export interface SignedIn {
  actor: PersonActor
  seenAt: Date
  look: { theme: "system" | "light" | "dark"; density: "normal" | "compact" }
}

type Row = Awaited<ReturnType<ReturnType<typeof byToken>["execute"]>>[number]

async function signedIn(row: Row | undefined): Promise<SignedIn | "signed_out" | "disabled" | "expired"> {
  if (!row) return "signed_out"
  if (row.disabledAt) return "disabled"
  if (row.endedAt) return "signed_out"
  if (row.expiresAt.getTime() <= Date.now()) return "expired"
  const org = await organisationAt(db(), Number(row.organisationVersion))
  return {
    actor: actorFor(org, row, row.sessionId),
    seenAt: row.seenAt,
    look: { theme: row.theme, density: row.density },
  }
}

/** @param token the session's random token, as the cookie holds it */
export async function signedInByToken(token: string) {
  const [row] = await byToken(db()).execute({ token: hashToken(token) })
  return signedIn(row)
}

/** The actor of a session, or why it is over. */
export async function actorOfSession(sessionId: number) {
  const [row] = await byId(db()).execute({ id: sessionId })
  const found = await signedIn(row)
  return typeof found === "string" ? found : found.actor
}
