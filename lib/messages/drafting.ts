import { and, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { drafts } from "@/db/schema/messages/drafts"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

type PersonCtx = Ctx & { actor: PersonActor }

export type DraftMention = (typeof drafts.$inferSelect)["mentions"][number]

/** What is typed, and whom it mentions. */
export interface Draft {
  text: string
  mentions: readonly DraftMention[]
}

/** Where it is typed: in a group's stream, or in one of its threads. */
export interface DraftPlace {
  groupId: number
  /** What begins the thread; null in the stream. */
  threadId: number | null
}

const there = and(
  eq(drafts.personId, sql.placeholder("personId")),
  eq(drafts.groupId, sql.placeholder("groupId")),
  eq(drafts.threadId, sql.placeholder("threadId")),
)
const typed = prepared((db) =>
  db.select({ text: drafts.text, mentions: drafts.mentions }).from(drafts).where(there).prepare(),
)
const put = prepared((db) =>
  db
    .insert(drafts)
    .values({
      personId: sql.placeholder("personId"),
      groupId: sql.placeholder("groupId"),
      threadId: sql.placeholder("threadId"),
      text: sql.placeholder("text"),
      mentions: sql.placeholder("mentions"),
    })
    .onConflictDoUpdate({
      target: [drafts.personId, drafts.groupId, drafts.threadId],
      set: { text: sql`excluded.text`, mentions: sql`excluded.mentions` },
    })
    .prepare(),
)
const drop = prepared((db) => db.delete(drafts).where(there).prepare())

const placed = (personId: number, { groupId, threadId }: DraftPlace) => ({
  ...{ personId, groupId },
  threadId: threadId ?? 0,
})

/** What somebody has typed in a place and not sent. */
export async function draftIn(db: Db, personId: number, place: DraftPlace): Promise<Draft> {
  const [row] = await typed(db).execute(placed(personId, place))
  return row ?? { text: "", mentions: [] }
}

/**
 * What somebody has typed and not sent, on whichever device they go on.
 * @returns whether there is a draft now where there was none, or the other way round
 */
export async function keepDraft(ctx: PersonCtx, place: DraftPlace, draft: Draft): Promise<boolean> {
  const { personId } = ctx.actor
  const before = await draftIn(ctx.tx, personId, place)
  const its = placed(personId, place)
  if (draft.text === "") await drop(ctx.tx).execute(its)
  else await put(ctx.tx).execute({ ...its, text: draft.text, mentions: [...draft.mentions] })
  return (before.text === "") !== (draft.text === "")
}

/** Puts words back where they are written, behind what is typed there already. */
export async function backToDraft(ctx: PersonCtx, place: DraftPlace, back: Draft): Promise<void> {
  const { text, mentions } = await draftIn(ctx.tx, ctx.actor.personId, place)
  await keepDraft(ctx, place, {
    text: text === "" ? back.text : `${text}\n${back.text}`,
    mentions: [...mentions, ...back.mentions],
  })
}
