import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { messages } from "@/db/schema/messages"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type MessageRow = typeof messages.$inferSelect

/** A message with what decides who sees it: the members of its group (decision 6). */
export interface Message extends MessageRow {
  group: { kind: (typeof groups.$inferSelect)["kind"]; name: string }
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select({ message: messages, group: { kind: groups.kind, name: groups.name } })
    .from(messages)
    .innerJoin(groups, eq(groups.id, messages.groupId))
    .where(eq(messages.id, sql.placeholder("id")))
    .prepare(),
)

/** The message, whoever asks: `canSee` comes next. */
export async function findMessage(db: Db, id: number): Promise<Message | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  return row ? recordOf(row) : null
}

const recordOf = ({
  message,
  group,
}: {
  message: MessageRow
  group: Message["group"]
}): Message => ({
  ...{ ...message, group },
  ...guarded(message.groupId),
})

const byIds = prepared((db) =>
  db
    .select({ message: messages, group: { kind: groups.kind, name: groups.name } })
    .from(messages)
    .innerJoin(groups, eq(groups.id, messages.groupId))
    .where(inArray(messages.id, idsGiven("ids")))
    .prepare(),
)

/** Many at once, by their ids, whoever asks: `canSee` comes next. */
export async function findMessages(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Message>> {
  const rows = await byIds(db).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.message.id, recordOf(row)]))
}

const guarded = (groupId: number): Pick<Message, "grants" | "sensitivityId"> => ({
  grants: [{ principal: `group:${groupId}`, level: "admin" }],
  sensitivityId: null,
})

/** For actions: the message that an input names, if it is the actor's to see and still says something. */
export async function seenMessage(ctx: Ctx, input: { id: number }): Promise<Message | null> {
  const message = await findMessage(ctx.tx, input.id)
  return message && sees(ctx.actor, message) ? message : null
}

export const placeOf = ({ groupId, id }: { groupId: number; id: number }): string =>
  `/groups/${groupId}?message=${id}`

/** Some words of a message, without its marks, as lists and links show it. */
export const excerpt = (body: string, most = 80): string => {
  const plain = body
    .replace(/```[\s\S]*?(```|$)/g, " ")
    .replace(/^(> ?)+/gm, "")
    // What is masked by four stars stays so.
    .replace(/((?<!\*)\*{4}(?!\*))|[*_`>#~]+(?=\S)|(?<=\S)[*_`~]+/g, "$1")
    // Of a length that links have: a text of brackets alone would else be gone through for each.
    .replace(/\[([^\]]{0,200})\]\([^)]{0,500}\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
  const letters = [...plain]
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : plain
}

const titles = prepared((db) =>
  db
    .select({ id: messages.id, groupId: messages.groupId, body: messages.body })
    .from(messages)
    .where(and(inArray(messages.id, idsGiven("ids")), isNull(messages.withdrawnAt)))
    .prepare(),
)

/** Messages as lists of records of every kind name them. */
export async function titledMessages(db: Db, ids: readonly number[]) {
  const rows = await titles(db).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, { title: excerpt(row.body, 60), href: placeOf(row) }]))
}
