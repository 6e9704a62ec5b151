import type { Db } from "@/db/database"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Running, running } from "./clock-left"
import { madeFrom } from "./made-from"
import { type Read, readMarkdown } from "./markdown"
import { excerpt, type MessageRow } from "./message"
import { gathered, messagesGiven } from "./view-rows"

export interface PersonShown {
  id: number
  name: string
  face: number | null
  department: string
}

/** A message as everybody in its group sees it: made once, also for all open pages. */
export interface MessageView {
  id: number
  seq: number
  groupId: number
  at: string
  author: PersonShown
  /** Said by somebody from outside: until when they are let in. */
  guest: { until: string } | null
  urgency: "ordinary" | "urgent"
  /** Names of those who were told of an urgent one besides those it mentions. */
  copied: string[]
  html: string
  /** Records it links to, as `task:12`: each reader asks for what they may see of them. */
  refs: string[]
  mentions: { personId: number | null; name: string; reason: string; needsAnswer: boolean }[]
  files: { id: number; name: string; type: string; size: number }[]
  reactions: { code: string; personIds: number[] }[]
  threadId: number | null
  replies: number
  lastReplyAt: string | null
  repliers: PersonShown[]
  /** Whose words they were; `outside` when somebody's from outside. */
  quote: {
    id: number
    name: string
    outside: boolean
    text: string
    /** Why nothing of its words is there any more. */
    gone: "withdrawn" | "moved" | null
  } | null
  source: { id: number; groupId: number; name: string; outside: boolean; at: string } | null
  note: string | null
  edited: boolean
  /** Something in it is masked; what was written is asked for by itself. */
  masked: boolean
  withdrawn: boolean
  version: number
  clocks: { personId: number; holderId: number; open: boolean; running: Running }[]
}

/** How everybody is called, in whichever language somebody wrote. */
export const everybody = ["所有人", "everyone"]

const nobody = (id: number): PersonShown => ({ id, name: "", face: null, department: "" })

/** Messages with all that is shown with them, in few queries however many there are. */
export async function viewsOf(db: Db, rows: readonly MessageRow[]): Promise<MessageView[]> {
  if (rows.length === 0) return []
  const found = await gathered(db, rows)
  const byId = new Map(found.people.map((person) => [person.id, person]))
  const person = (id: number) => byId.get(id) ?? nobody(id)
  const calendar = await companyCalendar()
  const made = await madeFrom(
    db,
    rows.map(({ id }) => id),
  )
  const now = new Date()
  const saidBy = (row: MessageRow) => authorOf(row, found.guests)?.name ?? person(row.authorId).name
  const other = (wanted: number | null) => found.others.find(({ id }) => id === wanted)
  return rows.map((row) => {
    const of = <T extends { messageId: number | null }>(all: readonly T[]) =>
      all.filter(({ messageId }) => messageId === row.id)
    const own = of(found.mentions)
    const names = own.flatMap(({ name }) => name ?? everybody)
    return {
      ...plain(row),
      masked: found.masked.has(row.id),
      author: authorOf(row, found.guests) ?? person(row.authorId),
      guest: guestOf(row, found.guests),
      copied: (row.copiedTo ?? []).map((id) => person(id).name),
      ...withMade(readMarkdown(row.body, names), made.get(row.id)),
      mentions: own.map(({ messageId: _, name, ...mention }) => ({ ...mention, name: name ?? "" })),
      files: of(found.files).map(({ messageId: _, ...file }) => file),
      reactions: grouped(of(found.reactions)),
      repliers: found.repliers
        .filter(({ threadId }) => threadId === row.id)
        .toSorted((a, b) => b.last - a.last)
        .slice(0, 3)
        .map(({ personId }) => person(personId)),
      quote: quoteOf(other(row.quoteId), saidBy),
      source: sourceOf(other(row.sourceId), saidBy),
      clocks: (found.clocks.get(row.id) ?? [])
        .filter(({ cancelledAt }) => cancelledAt === null)
        .map(({ personId, holderId, open, ...clock }) => ({
          ...{ personId, holderId, open },
          running: running(calendar, clock, now),
        })),
    }
  })
}

const withMade = ({ html, refs }: Read, made: string[] = []) => ({
  html,
  refs: [...new Set([...refs, ...made])],
})

const plain = (row: MessageRow) => ({
  id: row.id,
  seq: row.seq,
  groupId: row.groupId,
  at: row.at.toISOString(),
  urgency: row.urgency,
  threadId: row.threadId,
  replies: row.replies,
  lastReplyAt: row.lastReplyAt?.toISOString() ?? null,
  note: row.note,
  edited: row.editedAt !== null,
  withdrawn: row.withdrawnAt !== null,
  version: row.version,
})

function grouped(rows: readonly { code: string; personId: number }[]) {
  const byCode = new Map<string, number[]>()
  for (const { code, personId } of rows) byCode.set(code, [...(byCode.get(code) ?? []), personId])
  return [...byCode].map(([code, personIds]) => ({ code, personIds }))
}

type SaidBy = (row: MessageRow) => string
type Guests = Awaited<ReturnType<typeof gathered>>["guests"]

const guestIn = ({ guestId }: MessageRow, guests: Guests) =>
  guests.find(({ id }) => id === guestId) ?? null

/** A guest has no number among people: theirs is negative, which nobody's is. */
function authorOf(row: MessageRow, guests: Guests): PersonShown | null {
  const guest = guestIn(row, guests)
  return guest && { id: -guest.id, name: guest.name, face: null, department: guest.organisation }
}

function guestOf(row: MessageRow, guests: Guests): MessageView["guest"] {
  const guest = guestIn(row, guests)
  return guest && { until: (guest.revokedAt ?? guest.expiresAt).toISOString() }
}

const goneOf = ({ withdrawnAt, note }: MessageRow): "withdrawn" | "moved" | null =>
  withdrawnAt ? "withdrawn" : note === "moved" ? "moved" : null

const quoteOf = (row: MessageRow | undefined, saidBy: SaidBy) =>
  row
    ? {
        ...{ id: row.id, name: saidBy(row), outside: row.guestId !== null },
        text: excerpt(row.body, 120),
        gone: goneOf(row),
      }
    : null

/** Whose words they were and when; where is told by the link, to whoever may follow it. */
const sourceOf = (row: MessageRow | undefined, saidBy: SaidBy) =>
  row
    ? {
        id: row.id,
        groupId: row.groupId,
        ...{ name: saidBy(row), outside: row.guestId !== null },
        at: row.at.toISOString(),
      }
    : null

/** One message by its number, as everybody sees it. */
export async function viewOf(db: Db, id: number): Promise<MessageView | null> {
  const rows = await messagesGiven(db, [id])
  const [view] = await viewsOf(db, rows)
  return view ?? null
}
