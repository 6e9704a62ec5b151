import { and, desc, gte, inArray, isNull, lte, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { sessions } from "@/db/schema/people"
import { isAtTheDoor } from "./groups"
import type { AuditEvent } from "./queries"

const most = 400

export interface Session {
  id: number
  personId: number
  createdAt: Date
  endedAt: Date | null
  address: string | null
  device: string | null
}

/** Who an event is about as its doer: the person, or whoever stood at the door. */
export function doerOf(event: Pick<AuditEvent, "type" | "actorKind" | "actorId" | "recordId">) {
  if (event.actorKind === "person") return event.actorId
  return event.actorKind === "system" && isAtTheDoor(event.type) && event.recordId > 0
    ? event.recordId
    : null
}

/**
 * The sign-ins that these events may have come by, in one query. An event keeps its address alone;
 * which browser it was follows from who was signed in from there at that moment.
 */
export async function sessionsOf(events: readonly AuditEvent[]): Promise<Session[]> {
  const people = [...new Set(events.flatMap((event) => doerOf(event) ?? []))]
  const times = events.map(({ at }) => at.getTime())
  if (people.length === 0) return []
  return db()
    .select({
      id: sessions.id,
      personId: sessions.personId,
      createdAt: sessions.createdAt,
      endedAt: sessions.endedAt,
      address: sessions.address,
      device: sessions.device,
    })
    .from(sessions)
    .where(
      and(
        inArray(sessions.personId, people),
        lte(sessions.createdAt, new Date(Math.max(...times))),
        or(isNull(sessions.endedAt), gte(sessions.endedAt, new Date(Math.min(...times)))),
      ),
    )
    .orderBy(desc(sessions.id))
    .limit(most)
}

/** The sign-in that an event came by: the newest of this person from this address at that time. */
export function sessionFor(event: AuditEvent, all: readonly Session[]): Session | null {
  if (event.type === "person.signed_in")
    return all.find(({ id }) => id === event.data.sessionId) ?? null
  const doer = doerOf(event)
  return (
    all.find(
      ({ personId, createdAt, endedAt, address }) =>
        personId === doer &&
        createdAt <= event.at &&
        (!endedAt || endedAt >= event.at) &&
        address === event.address,
    ) ?? null
  )
}
