import { and, eq, sql } from "drizzle-orm"
import { prepared } from "@/db/engine"
import { groupPlaces, keptMessages } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

type PersonCtx = Ctx & { actor: PersonActor }

/** 收藏: kept for oneself, or no longer. */
export async function keep(ctx: PersonCtx, messageId: number, on: boolean): Promise<void> {
  const own = { personId: ctx.actor.personId, messageId }
  if (on)
    await ctx.tx
      .insert(keptMessages)
      .values({ ...own, at: ctx.now })
      .onConflictDoNothing()
  else
    await ctx.tx
      .delete(keptMessages)
      .where(and(eq(keptMessages.personId, own.personId), eq(keptMessages.messageId, messageId)))
}

const putDraft = prepared((db) =>
  db
    .insert(groupPlaces)
    .values({
      personId: sql.placeholder("personId"),
      groupId: sql.placeholder("groupId"),
      draft: sql.placeholder("text"),
      draftMentions: sql`${sql.placeholder("mentions")}`,
      draftAt: sql.placeholder("at"),
    })
    .onConflictDoUpdate({
      target: [groupPlaces.personId, groupPlaces.groupId],
      set: {
        draft: sql`excluded.draft`,
        draftMentions: sql`excluded.draft_mentions`,
        draftAt: sql`excluded.draft_at`,
      },
    })
    .prepare(),
)

export type DraftMention = NonNullable<(typeof groupPlaces.$inferSelect)["draftMentions"]>[number]

/** What is typed, and whom it mentions. */
export interface Draft {
  text: string
  mentions: readonly DraftMention[]
}

const draftIn = prepared((db) =>
  db
    .select({ text: groupPlaces.draft, mentions: groupPlaces.draftMentions })
    .from(groupPlaces)
    .where(
      and(
        eq(groupPlaces.personId, sql.placeholder("personId")),
        eq(groupPlaces.groupId, sql.placeholder("groupId")),
      ),
    )
    .prepare(),
)

/**
 * What somebody has typed and not sent, on whichever device they go on.
 * @returns whether there is a draft now where there was none, or the other way round
 */
export async function keepDraft(ctx: PersonCtx, groupId: number, draft: Draft): Promise<boolean> {
  const { personId } = ctx.actor
  const [before] = await draftIn(ctx.tx).execute({ personId, groupId })
  await putDraft(ctx.tx).execute({
    ...{ personId, groupId, text: draft.text, at: ctx.now },
    mentions:
      draft.mentions.length > 0 ? groupPlaces.draftMentions.mapToDriverValue(draft.mentions) : null,
  })
  return Boolean(before?.text) !== (draft.text !== "")
}

/** Puts words back where they are written, behind what is typed there already. */
export async function backToDraft(ctx: PersonCtx, groupId: number, back: Draft): Promise<void> {
  const [typed] = await draftIn(ctx.tx).execute({ personId: ctx.actor.personId, groupId })
  await keepDraft(ctx, groupId, {
    text: typed?.text ? `${typed.text}\n${back.text}` : back.text,
    mentions: [...(typed?.mentions ?? []), ...back.mentions],
  })
}
