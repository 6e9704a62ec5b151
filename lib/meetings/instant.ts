import { meetingPeople, meetings, meetingTopics } from "@/db/schema/meetings"
import { findGroup } from "@/lib/groups/group"
import { membersOf } from "@/lib/groups/members"
import { canPost } from "@/lib/groups/policy"
import { plainly, sendMessage } from "@/lib/messages/sending"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"
import { markTopic } from "./marks"
import { findMeeting } from "./meeting"
import { onePerson, setPeople } from "./people"
import { storeMeeting } from "./storing"
import { words } from "./words-minutes"

type Own = Ctx & { actor: PersonActor }

const lasts = 30

interface Instant {
  title: string
  groupId: number | null
  personIds: readonly number[]
}

/**
 * 发起即时会议: it runs at once, everybody is called urgently, and its minutes lie open. In a group
 * it is for everybody there, who find the minutes among the messages.
 * @throws Refusal when the group isn't the actor's, or nobody else would come
 */
export async function startInstant(ctx: Own, { title, groupId, personIds }: Instant) {
  const { personId } = ctx.actor
  const invited = groupId === null ? personIds : await peopleIn(ctx, groupId)
  const all = [...new Set([personId, ...invited])]
  if (all.length < 2) refuse("invalid", { fields: { people: "meetings.error.alone" } })
  const id = await insert(ctx, title, groupId)
  await setPeople(ctx, id, [], all)
  await ctx.tx
    .update(meetingPeople)
    .set({ attendance: "present", arrivedAt: ctx.now })
    .where(onePerson(id, personId))
  if (groupId !== null) await sayInGroup(ctx, groupId, id, title)
  emit(ctx, { type: "meeting.called", recordId: id })
  return id
}

async function peopleIn(ctx: Own, groupId: number): Promise<number[]> {
  const group = await findGroup(ctx.tx, groupId)
  if (!group || !canPost(ctx.actor, group)) refuse("not_found")
  return (await membersOf(ctx.tx, groupId)).map((member) => member.personId)
}

async function insert(ctx: Own, title: string, groupId: number | null): Promise<number> {
  const { personId } = ctx.actor
  const [row] = await ctx.tx
    .insert(meetings)
    .values({
      ...{ kind: "instant", state: "live", title, groupId },
      ...{ startAt: ctx.now, endAt: new Date(+ctx.now + lasts * 60_000) },
      ...{ hostId: personId, noteTakerId: personId, creatorId: personId },
      ...{ createdAt: ctx.now, updatedAt: ctx.now, publishedAt: ctx.now, startedAt: ctx.now },
    })
    .returning({ id: meetings.id })
  const id = row?.id ?? refuse("conflict")
  const [topic] = await ctx.tx
    .insert(meetingTopics)
    .values({ meetingId: id, position: 0, title, minutes: lasts, startedAt: ctx.now })
    .returning({ id: meetingTopics.id })
  if (topic) await markTopic(ctx, id, topic.id)
  const meeting = (await findMeeting(ctx.tx, id)) ?? refuse("conflict")
  await storeMeeting(ctx, meeting, { topicId: topic?.id ?? null })
  return id
}

/** The minutes template goes into the group at once: the way to this meeting's minutes. */
async function sayInGroup(ctx: Own, groupId: number, id: number, title: string): Promise<void> {
  const group = (await findGroup(ctx.tx, groupId)) ?? refuse("not_found")
  const { locale } = (await settings()).company
  const url = new URL(`/meetings/${id}/minutes`, siteAddress()).href
  await sendMessage(ctx, group, plainly(words[locale].template.replace("{title}", title) + url))
}
