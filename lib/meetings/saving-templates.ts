import { and, eq, isNull } from "drizzle-orm"
import { meetingTemplates } from "@/db/schema/meetings/templates"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { canShare, type Template, type TemplateTopic } from "./agenda-template"

type Own = Ctx & { actor: PersonActor }

interface Said {
  name: string
  shared: boolean
  topics: readonly TemplateTopic[]
}

/** Somebody keeps no more of their own. */
const most = 50

function requireTopics({ topics, shared }: Said, actor: PersonActor, before?: Template): void {
  if (topics.length === 0) refuse("invalid", { fields: { topic1: "meetings.error.noTopic" } })
  if (shared && !before?.shared && !canShare(actor))
    refuse("invalid", { fields: { shared: "meetings.error.share" } })
}

/** @throws Refusal without a topic, or for everybody from who may not */
export async function makeTemplate(ctx: Own, said: Said): Promise<number> {
  requireTopics(said, ctx.actor)
  const own = and(
    eq(meetingTemplates.ownerId, ctx.actor.personId),
    isNull(meetingTemplates.removedAt),
  )
  if ((await ctx.tx.$count(meetingTemplates, own)) >= most)
    refuse("invalid", { sentence: "meetings.error.manyTemplates" })
  const times = { createdAt: ctx.now, updatedAt: ctx.now }
  const [row] = await ctx.tx
    .insert(meetingTemplates)
    .values({ ...said, ...times, ownerId: ctx.actor.personId })
    .returning({ id: meetingTemplates.id })
  const id = row?.id ?? refuse("conflict")
  emit(ctx, { type: "meeting_template.made", recordId: id, data: { shared: said.shared } })
  return id
}

/** @throws Refusal "conflict" when somebody was faster */
export async function changeTemplate(
  ctx: Own,
  template: Template,
  version: number,
  said: Said,
): Promise<void> {
  requireTopics(said, ctx.actor, template)
  const { id } = template
  const changed = await ctx.tx
    .update(meetingTemplates)
    .set({ ...said, updatedAt: ctx.now, version: version + 1 })
    .where(and(eq(meetingTemplates.id, id), eq(meetingTemplates.version, version)))
    .returning({ id: meetingTemplates.id })
  if (changed.length === 0) refuse("conflict")
  const data = { shared: { before: template.shared, after: said.shared } }
  emit(ctx, { type: "meeting_template.changed", recordId: id, data })
}

/** Meetings that began with it keep their topics. */
export async function removeTemplate(ctx: Ctx, { id, shared }: Template): Promise<void> {
  await ctx.tx
    .update(meetingTemplates)
    .set({ removedAt: ctx.now })
    .where(eq(meetingTemplates.id, id))
  emit(ctx, { type: "meeting_template.removed", recordId: id, data: { shared } })
}
