import { eq, sql } from "drizzle-orm"
import { plain, prepared, preparedInsert } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { messages } from "@/db/schema/messages"
import type { Group } from "@/lib/groups/group"
import { type MayGo, notRead } from "@/lib/outward/passing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { visibleName } from "@/lib/platform/visible-text"
import { answered, openedBy } from "./asking"
import { copiedTo } from "./clock-copied"
import type { NewMessage } from "./inputs"
import { keepOriginal, wordsFor } from "./leaving"
import { checkReach, mentionsIn, writeMentions } from "./mentioning"
import { readTo } from "./reading"
import { readThreadTo } from "./thread-reading"
import { quoted, rootOf } from "./threads"

type PersonCtx = Ctx & { actor: PersonActor }

/** What somebody may leave out when they say something. */
export type Said = Omit<NewMessage, "groupId"> & {
  sourceId?: number
  note?: string
  /** It has passed the gate on the way to outsiders already. */
  passed?: MayGo
}

export const plainly = (body: string): Said => ({
  body,
  urgency: "ordinary",
  mentions: [],
  fileIds: [],
})

type Row = Pick<
  typeof messages.$inferSelect,
  "urgency" | "body" | "files" | "threadId" | "quoteId" | "sourceId" | "note"
>

/** Its group's next number. */
export const nextSeq = prepared((db) =>
  db
    .update(groups)
    .set({ lastSeq: sql`${groups.lastSeq} + 1`, lastAt: plain("at") })
    .where(eq(groups.id, sql.placeholder("id")))
    .returning({ seq: groups.lastSeq })
    .prepare(),
)
const insert = preparedInsert(messages.id, (db) =>
  db.insert(messages).values({
    groupId: sql.placeholder("groupId"),
    seq: sql.placeholder("seq"),
    authorId: sql.placeholder("authorId"),
    at: sql.placeholder("at"),
    urgency: sql.placeholder("urgency"),
    body: sql.placeholder("body"),
    files: sql.placeholder("files"),
    threadId: plain("threadId"),
    quoteId: plain("quoteId"),
    sourceId: plain("sourceId"),
    note: plain("note"),
    copiedTo: plain("copiedTo"),
  }),
)
const addReply = prepared((db) =>
  db
    .update(messages)
    .set({ replies: sql`${messages.replies} + 1`, lastReplyAt: plain("at") })
    .where(eq(messages.id, sql.placeholder("id")))
    .prepare(),
)

/**
 * Says something in a group. The caller has checked that the actor may.
 * @returns its id and its number in the group
 * @throws Refusal when there is nothing in it, when somebody mentioned isn't in the group, when
 *   what it answers can't be seen, or, as "conflict" with `current.reach`, when so many people are
 *   reached that its author has to agree first; and with `current.outward`, when outsiders would
 *   read something sensitive
 */
export async function sendMessage(ctx: PersonCtx, group: Group, said: Said) {
  if (visibleName(said.body) === "" && said.fileIds.length === 0)
    refuse("invalid", { fields: { body: "messages.error.empty" } })
  const passed = said.passed ?? (await maskedAtMost(ctx, group, said))
  const { text: body, original, finds } = passed
  const mentions = await mentionsIn(ctx, group, said)
  await checkReach(ctx, group, said)
  const root = await rootOf(ctx, group, said.threadId)
  const quote = await quoted(ctx, group, said.quoteId)
  const { id, seq } = await addRow(ctx, group, mentions, {
    ...{ urgency: said.urgency, body, files: said.fileIds.length },
    threadId: root?.id ?? null,
    quoteId: quote?.id ?? null,
    sourceId: said.sourceId ?? null,
    note: said.note ?? null,
  })
  if (original !== null) await keepOriginal(ctx, id, original)
  if (root) await addReply(ctx.tx).execute({ id: root.id, at: stored(ctx.now) })
  await writeMentions(ctx, { messageId: id, groupId: group.id, seq }, mentions)
  await writeTags(ctx, "message", id, [body], true)
  await attachFiles(ctx, "message", id, said.fileIds)
  const message = {
    id,
    groupId: group.id,
    authorId: ctx.actor.personId,
    at: ctx.now,
    urgency: said.urgency,
  }
  await openedBy(ctx, group, message, mentions)
  await answered(ctx, [root, quote])
  const grown = { ...group, lastSeq: seq }
  await readTo(ctx, grown, seq, { own: true })
  if (root) await readThreadTo(ctx, grown, root.id, seq)
  emit(ctx, {
    type: "message.sent",
    recordId: id,
    data: {
      groupId: group.id,
      seq,
      ...(said.urgency === "urgent" && { urgent: true }),
      ...(root && { threadId: root.id }),
      ...(original !== null && { masked: finds }),
      ...notRead(passed),
      ...(mentions.length > 0 && { mentioned: mentions.flatMap(({ personId }) => personId ?? []) }),
      ...(mentions.some(({ personId }) => personId === null) && { everyone: true }),
    },
  })
  return { id, seq }
}

/** As it is, or in the way that needs nobody else; whoever has more to choose went by `sendOrAsk`. */
async function maskedAtMost(ctx: PersonCtx, group: Group, said: Said): Promise<MayGo> {
  const { outwardReason: _, outward, ...plain } = said
  const alone = outward === "mask" || outward === "anyway" ? outward : undefined
  const passed = await wordsFor(ctx, group, { ...plain, outward: alone })
  return passed.asked === null ? passed : refuse("conflict")
}

/** The message itself under its group's next number, with who is told of it when it is urgent. */
async function addRow(
  ctx: PersonCtx,
  group: Group,
  mentions: readonly { personId: number | null }[],
  row: Row,
): Promise<{ id: number; seq: number }> {
  const named = new Set(mentions.map(({ personId }) => personId))
  const responsible =
    row.urgency === "urgent" ? await copiedTo(ctx, group.id, ctx.actor.personId) : []
  const copied = responsible.filter((id) => !named.has(id))
  const [counted] = await nextSeq(ctx.tx).execute({ id: group.id, at: stored(ctx.now) })
  const seq = counted?.seq ?? refuse("not_found")
  const id = await insert(ctx.tx, {
    ...row,
    ...{ groupId: group.id, seq, authorId: ctx.actor.personId, at: ctx.now },
    copiedTo: copied.length > 0 ? messages.copiedTo.mapToDriverValue(copied) : null,
  })
  return { id, seq }
}

const stored = (at: Date) => messages.lastReplyAt.mapToDriverValue(at)
