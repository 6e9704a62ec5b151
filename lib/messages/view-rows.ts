import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { mentions, messages, reactions } from "@/db/schema/messages"
import { departments, people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { clocksOf } from "./clock-shown"
import type { MessageRow } from "./message"
import { maskedAmong } from "./originals"

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

const guestsGiven = prepared((db) =>
  db
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
      expiresAt: guestInvitations.expiresAt,
      revokedAt: guestInvitations.revokedAt,
    })
    .from(guestInvitations)
    .where(inArray(guestInvitations.id, idsGiven("ids")))
    .prepare(),
)

const some = (ids: Iterable<number>) => ({ ids: JSON.stringify([...new Set(ids)]) })

/** Messages by their numbers, as they lie in the database. */
export const messagesGiven = (db: Db, ids: readonly number[]): Promise<MessageRow[]> =>
  rowsGiven(db).execute(some(ids))

/** All that is shown with messages, one query for each kind of it. */
export async function gathered(db: Db, rows: readonly MessageRow[]) {
  const shown = rows.map(({ id }) => id)
  const ids = some(shown)
  const linked = rows.flatMap(({ quoteId, sourceId }) =>
    [quoteId, sourceId].flatMap((id) => id ?? []),
  )
  const threads = rows.flatMap(({ id, replies }) => (replies > 0 ? [id] : []))
  const others = linked.length > 0 ? await messagesGiven(db, linked) : []
  const said = await mentionsGiven(db).execute(ids)
  const reacted = await reactionsGiven(db).execute(ids)
  const attached = await filesGiven(db).execute(ids)
  const repliers = threads.length > 0 ? await repliersGiven(db).execute(some(threads)) : []
  const clocks = await clocksOf(db, shown)
  const masked = await maskedAmong(db, shown)
  const outside = [...rows, ...others].flatMap(({ guestId }) => guestId ?? [])
  const guests = outside.length > 0 ? await guestsGiven(db).execute(some(outside)) : []
  const named = await peopleGiven(db).execute(
    some([
      ...[...rows, ...others].map(({ authorId }) => authorId),
      ...repliers.map(({ personId }) => personId),
      ...rows.flatMap(({ copiedTo }) => copiedTo ?? []),
    ]),
  )
  return {
    ...{ others, repliers, clocks, guests, masked },
    people: named,
    mentions: said,
    reactions: reacted,
    files: attached,
  }
}
