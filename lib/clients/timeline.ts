import { and, desc, eq, inArray, lt, notInArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { clientHandovers, communications } from "@/db/schema/clients"
import { events } from "@/db/schema/events"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import { commentBodies } from "@/lib/platform/comments"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { type RelatedRecord, relatedTo } from "./related"
import { type SaidOutside, saidOutside } from "./said-outside"
import { shelfKind } from "./shelf"

const pageSize = 30

/** Records stand there as what they say; looks and reminders are nobody's story. */
const unshown = [
  ...["client.contacted", "client.communication_edited", "client.contact_shown"],
  ...["client.follow_up_due", "client.handover_confirmed"],
]

const eventsOf = (clientId: number, before: number) =>
  db()
    .select({
      ...{ id: events.id, at: events.at, type: events.type, data: events.data },
      ...{ personId: people.id, name: people.name, face: people.faceFileId },
      ...{ guestId: guestInvitations.id, guest: guestInvitations.name },
    })
    .from(events)
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))
    .leftJoin(
      guestInvitations,
      and(eq(events.actorKind, "guest"), eq(guestInvitations.id, events.actorId)),
    )
    .where(
      and(
        eq(events.kind, "client"),
        eq(events.recordId, clientId),
        lt(events.id, before),
        notInArray(events.type, unshown),
      ),
    )
    .orderBy(desc(events.id))
    .limit(pageSize + 1)

const recordsOf = (clientId: number, before: Date) =>
  db()
    .select()
    .from(communications)
    .where(and(eq(communications.clientId, clientId), lt(communications.at, before)))
    .orderBy(desc(communications.at), desc(communications.id))
    .limit(pageSize + 1)

export type TimelineEvent = Awaited<ReturnType<typeof eventsOf>>[number] & {
  body: string | null
  /** What was written for the next one when the client changed hands. */
  note: string | null
}
export type TimelineCommunication = Awaited<ReturnType<typeof recordsOf>>[number]

export type Entry = { at: Date } & (
  | { is: "event"; event: TimelineEvent }
  | { is: "communication"; record: TimelineCommunication }
  | { is: "record"; record: RelatedRecord }
  | { is: "said"; said: SaidOutside }
)

/** Later than anything that happened, and a date that both engines know. */
const far = new Date("9999-12-31T00:00:00Z")

/** Everything about a client, newest first; the caller has checked that it is the reader's to see. */
export async function timelineOf(actor: PersonActor, clientId: number, cursor?: string) {
  const from = decodeCursor(cursor)
  const before = from ? new Date(Math.max(0, Math.min(from.key, far.getTime()))) : far
  const [happened, talks, made, outside] = await Promise.all([
    eventsOf(clientId, from?.id ?? Number.MAX_SAFE_INTEGER),
    recordsOf(clientId, before),
    relatedTo(actor, "client", clientId),
    saidOutside(actor, clientId, before, pageSize + 1),
  ])
  const bodies = await commentBodies(happened.flatMap(({ data }) => commentIn(data) ?? []))
  const notes = await handoverNotes(happened.flatMap((event) => handoverIn(event) ?? []))
  const all: Entry[] = [
    ...happened.map((event) => ({
      ...{ is: "event" as const, at: event.at },
      event: {
        ...event,
        body: bodies.get(commentIn(event.data) ?? 0) ?? null,
        note: notes.get(handoverIn(event) ?? 0) ?? null,
      },
    })),
    ...talks.map((record) => ({ is: "communication" as const, at: record.at, record })),
    ...made
      .filter(({ at }) => at < before)
      .map((record) => ({ is: "record" as const, at: record.at, record })),
    ...outside.map((said) => ({ is: "said" as const, at: said.at, said })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return cut(all, from?.id)
}

/** One page, and where the next begins; what happened at the same moment stays together. */
function cut(all: readonly Entry[], eventId = Number.MAX_SAFE_INTEGER) {
  const end = all[pageSize - 1]?.at
  const shown = end ? all.filter(({ at }) => at >= end) : [...all]
  const lastEvent = shown.reduce(
    (id, entry) => (entry.is === "event" ? Math.min(id, entry.event.id) : id),
    eventId,
  )
  const more = shown.length < all.length && end
  return { entries: shown, next: more ? encodeCursor({ key: end.getTime(), id: lastEvent }) : null }
}

const commentIn = ({ commentId }: Record<string, unknown>): number | null =>
  typeof commentId === "number" ? commentId : null

const handoverIn = ({ type, data }: { type: string; data: Record<string, unknown> }) =>
  type === "client.handed_over" && typeof data.handoverId === "number" ? data.handoverId : null

async function handoverNotes(ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, string>()
  const rows = await db()
    .select({ id: clientHandovers.id, note: clientHandovers.note })
    .from(clientHandovers)
    .where(inArray(clientHandovers.id, [...ids]))
  return new Map(rows.map(({ id, note }) => [id, note]))
}

/** Names of everybody whom a page of the timeline names. */
export async function namesIn(entries: readonly Entry[]) {
  const ids = entries.flatMap((entry) => {
    if (entry.is === "communication") return [entry.record.ownerId, entry.record.recorderId]
    if (entry.is === "record" || entry.is === "said") return []
    const { ownerId, toId, before } = entry.event.data
    return [ownerId, toId, before].flatMap((id) => (typeof id === "number" ? id : []))
  })
  const rows = await db()
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(inArray(people.id, [...new Set([0, ...ids])]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The files that events of a page name, as far as they still hang on the client. */
export const filesIn = (clientId: number, entries: readonly Entry[]) =>
  db()
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(
      and(
        inArray(files.id, [0, ...entries.flatMap(fileIdsOf)]),
        inArray(files.kind, ["client", shelfKind]),
        eq(files.recordId, clientId),
      ),
    )

const fileIdsOf = (entry: Entry): number[] =>
  entry.is === "event" && Array.isArray(entry.event.data.fileIds)
    ? entry.event.data.fileIds.map(Number)
    : []

/** One record of a client, for whoever the client is to see. */
export async function communicationOf(
  clientId: number,
  id: number,
): Promise<TimelineCommunication | undefined> {
  const [row] = await db()
    .select()
    .from(communications)
    .where(and(eq(communications.id, id), eq(communications.clientId, clientId)))
  return row
}
