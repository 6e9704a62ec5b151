import { and, desc, eq, inArray, lt, notInArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { ticketOriginals, ticketReplies } from "@/db/schema/tickets"
import { commentBodies } from "@/lib/platform/comments"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"

const pageSize = 60

/** These stand there as what was said, or say nothing that anybody reads. */
const unshown = ["ticket.created", "ticket.replied", "ticket.written", "ticket.client_moved"]

const repliesOf = (ticketId: number, before: Date) =>
  db()
    .select({
      ...{ reply: ticketReplies, original: ticketOriginals.body },
      ...{ personId: people.id, name: people.name, face: people.faceFileId },
      ...{ guest: guestInvitations.name, organisation: guestInvitations.organisation },
    })
    .from(ticketReplies)
    .leftJoin(people, eq(people.id, ticketReplies.personId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, ticketReplies.guestId))
    .leftJoin(ticketOriginals, eq(ticketOriginals.replyId, ticketReplies.id))
    .where(and(eq(ticketReplies.ticketId, ticketId), lt(ticketReplies.at, before)))
    .orderBy(desc(ticketReplies.id))
    .limit(pageSize + 1)

const eventsOf = (ticketId: number, before: Date) =>
  db()
    .select({
      ...{ id: events.id, at: events.at, type: events.type, data: events.data },
      ...{ actorKind: events.actorKind, actorId: events.actorId },
      ...{ personId: people.id, name: people.name, face: people.faceFileId },
    })
    .from(events)
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))
    .where(
      and(
        eq(events.kind, "ticket"),
        eq(events.recordId, ticketId),
        lt(events.at, before),
        notInArray(events.type, unshown),
      ),
    )
    .orderBy(desc(events.id))
    .limit(pageSize + 1)

export type ThreadReply = Awaited<ReturnType<typeof repliesOf>>[number]
export type ThreadEvent = Awaited<ReturnType<typeof eventsOf>>[number]

export type ThreadEntry = { at: Date; key: string } & (
  | { is: "reply"; reply: ThreadReply }
  | { is: "note"; event: ThreadEvent; body: string; fileIds: number[] }
  | { is: "event"; event: ThreadEvent }
)

/** Later than anything that happened, and a date that both engines know. */
const far = new Date("9999-12-31T00:00:00Z")

/**
 * Everything about a ticket for colleagues, the newest last: replies that the client reads, notes
 * that they don't, and what happened. The caller has checked that it is the reader's to see.
 */
export async function threadOf(ticketId: number, cursor?: string) {
  const from = decodeCursor(cursor)
  const before = from ? new Date(Math.max(0, Math.min(from.key, far.getTime()))) : far
  const [replies, said] = await Promise.all([
    repliesOf(ticketId, before),
    eventsOf(ticketId, before),
  ])
  const bodies = await commentBodies(said.flatMap(({ data }) => commentIn(data) ?? []))
  const all: ThreadEntry[] = [
    ...replies.map((reply) => ({
      ...{ is: "reply" as const, at: reply.reply.at, key: `r${reply.reply.id}`, reply },
    })),
    ...said.map((event) => entryOf(event, bodies)),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const end = all[pageSize - 1]?.at
  const shown = end ? all.filter(({ at }) => at >= end) : all
  const more = shown.length < all.length && end
  return {
    entries: shown.toReversed(),
    earlier: more ? encodeCursor({ key: end.getTime(), id: 0 }) : null,
  }
}

function entryOf(event: ThreadEvent, bodies: ReadonlyMap<number, string>): ThreadEntry {
  const common = { at: event.at, key: `e${event.id}`, event }
  const id = commentIn(event.data)
  if (id === null) return { is: "event", ...common }
  const { fileIds } = event.data
  return {
    ...{ is: "note", ...common, body: bodies.get(id) ?? "" },
    fileIds: Array.isArray(fileIds) ? fileIds.filter(Number.isSafeInteger) : [],
  }
}

const commentIn = ({ commentId }: Record<string, unknown>): number | null =>
  typeof commentId === "number" ? commentId : null

/** Names of everybody whom events name, to be shown. */
export async function namesIn(entries: readonly ThreadEntry[]): Promise<Map<number, string>> {
  const ids = entries.flatMap((entry) => {
    if (entry.is === "reply") return []
    const { ownerId, before, next } = entry.event.data
    return [ownerId, before, next].flatMap((id) => (typeof id === "number" ? id : []))
  })
  const rows = await db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set([0, ...ids])]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
