import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { mentions, messages, reactions } from "@/db/schema/messages"
import { departments, people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Running, running } from "./clock-left"
import { clocksOf } from "./clock-shown"
import { readMarkdown } from "./markdown"
import { excerpt, type MessageRow } from "./message"

const peopleGiven = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      department: departments.name,
    })
    .from(people)
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .where(inArray(people.id, idsGiven("ids")))
    .prepare(),
)
const mentionsGiven = prepared((db) =>
  db
    .select({
      messageId: mentions.messageId,
      personId: mentions.personId,
      name: people.name,
      reason: mentions.reason,
      needsAnswer: mentions.needsAnswer,
    })
    .from(mentions)
    .leftJoin(people, eq(people.id, mentions.personId))
    .where(inArray(mentions.messageId, idsGiven("ids")))
    .orderBy(asc(mentions.id))
    .prepare(),
)
const reactionsGiven = prepared((db) =>
  db
    .select({ messageId: reactions.messageId, code: reactions.code, personId: reactions.personId })
    .from(reactions)
    .where(inArray(reactions.messageId, idsGiven("ids")))
    .orderBy(asc(reactions.at))
    .prepare(),
)
const filesGiven = prepared((db) =>
  db
    .select({
      messageId: files.recordId,
      id: files.id,
      name: files.name,
      type: files.type,
      size: files.size,
    })
    .from(files)
    .where(and(eq(files.kind, "message"), inArray(files.recordId, idsGiven("ids"))))
    .orderBy(asc(files.id))
    .prepare(),
)
const rowsGiven = prepared((db) =>
  db
    .select()
    .from(messages)
    .where(inArray(messages.id, idsGiven("ids")))
    .prepare(),
)
/** Who answered last in threads: a few faces each. */
const repliersGiven = prepared((db) =>
  db
    .select({
      threadId: messages.threadId,
      personId: messages.authorId,
      last: sql<number>`max(${messages.seq})`,
    })
    .from(messages)
    .where(inArray(messages.threadId, idsGiven("ids")))
    .groupBy(messages.threadId, messages.authorId)
    .prepare(),
)

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
  urgency: "ordinary" | "urgent"
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
  quote: { id: number; name: string; text: string } | null
  source: { id: number; groupId: number; name: string; at: string } | null
  note: string | null
  edited: boolean
  withdrawn: boolean
  version: number
  clocks: { personId: number; holderId: number; open: boolean; running: Running }[]
}

const nobody = (id: number): PersonShown => ({ id, name: "", face: null, department: "" })

/** Messages with all that is shown with them, in few queries however many there are. */
export async function viewsOf(db: Db, rows: readonly MessageRow[]): Promise<MessageView[]> {
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const others = [...new Set(rows.flatMap(({ quoteId, sourceId }) => [quoteId, sourceId]))].flatMap(
    (id) => id ?? [],
  )
  const threaded = rows.flatMap(({ id, replies }) => (replies > 0 ? [id] : []))
  const quoted =
    others.length > 0 ? await rowsGiven(db).execute({ ids: JSON.stringify(others) }) : []
  const said = await mentionsGiven(db).execute({ ids })
  const reacted = await reactionsGiven(db).execute({ ids })
  const attached = await filesGiven(db).execute({ ids })
  const replied =
    threaded.length > 0 ? await repliersGiven(db).execute({ ids: JSON.stringify(threaded) }) : []
  const clocks = await clocksOf(
    db,
    rows.map(({ id }) => id),
  )
  const calendar = await companyCalendar()
  const now = new Date()
  const involved = [...rows, ...quoted].map(({ authorId }) => authorId)
  const named = await peopleGiven(db).execute({
    ids: JSON.stringify([...new Set([...involved, ...replied.map(({ personId }) => personId)])]),
  })
  const byId = new Map(named.map((person) => [person.id, person]))
  const person = (id: number) => byId.get(id) ?? nobody(id)
  const at = (row: MessageRow) => quoted.find(({ id }) => id === row.quoteId)
  const from = (row: MessageRow) => quoted.find(({ id }) => id === row.sourceId)
  return rows.map((row) => {
    const own = said.filter(({ messageId }) => messageId === row.id)
    const names = own.flatMap(({ name }) => name ?? ["所有人", "all"])
    return {
      ...plain(row),
      author: person(row.authorId),
      ...readMarkdown(row.body, names),
      mentions: own.map(({ messageId: _, name, ...mention }) => ({ ...mention, name: name ?? "" })),
      files: attached
        .filter(({ messageId }) => messageId === row.id)
        .map(({ messageId: _, ...file }) => file),
      reactions: grouped(reacted.filter(({ messageId }) => messageId === row.id)),
      repliers: replied
        .filter(({ threadId }) => threadId === row.id)
        .toSorted((a, b) => b.last - a.last)
        .slice(0, 3)
        .map(({ personId }) => person(personId)),
      quote: quoteOf(at(row), person),
      source: sourceOf(from(row), person),
      clocks: (clocks.get(row.id) ?? [])
        .filter(({ cancelledAt }) => cancelledAt === null)
        .map(({ personId, holderId, open, ...clock }) => ({
          ...{ personId, holderId, open },
          running: running(calendar, clock, now),
        })),
    }
  })
}

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

type Person = (id: number) => PersonShown

const quoteOf = (row: MessageRow | undefined, person: Person) =>
  row ? { id: row.id, name: person(row.authorId).name, text: excerpt(row.body, 120) } : null

/** Whose words they were and when; where is told by the link, to whoever may follow it. */
const sourceOf = (row: MessageRow | undefined, person: Person) =>
  row
    ? {
        id: row.id,
        groupId: row.groupId,
        name: person(row.authorId).name,
        at: row.at.toISOString(),
      }
    : null

/** One message by its number, as everybody sees it. */
export async function viewOf(db: Db, id: number): Promise<MessageView | null> {
  const rows = await rowsGiven(db).execute({ ids: JSON.stringify([id]) })
  const [view] = await viewsOf(db, rows)
  return view ?? null
}
