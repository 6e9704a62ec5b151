import { and, eq } from "drizzle-orm"
import "@/lib/modules"
import { db } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import type { MeetingContent } from "@/lib/meetings/content"
import { draftMeeting } from "@/lib/meetings/drafting"
import { findMeeting, type Meeting, seenMeeting } from "@/lib/meetings/meeting"
import { numberLock } from "@/lib/meetings/minutes-number"
import { publishMeeting } from "@/lib/meetings/publishing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { write } from "@/lib/platform/write"
import { as } from "./personas"

export type Own = Ctx & { actor: PersonActor }

const cast = new Map<string, PersonActor>()

/** People of the sample company that tests act as. */
export async function meet(...names: readonly string[]): Promise<void> {
  for (const name of names) cast.set(name, await as(name))
}

export const who = (name: string): PersonActor => {
  const actor = cast.get(name)
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}

/** Does something in somebody's name, as one change at a moment. */
export const doing = <T>(name: string, run: (ctx: Own) => Promise<T>, now = new Date()) =>
  write(who(name), (ctx) => run(Object.assign(ctx, { actor: who(name) })), {
    now,
    lock: numberLock,
  })

/** A Wednesday far from the sample company's own days. */
export const at = (clock: string, day = "2031-03-12") => new Date(`${day}T${clock}:00+08:00`)

export const content = (more: Partial<MeetingContent> = {}): MeetingContent => ({
  ...{
    title: "发布评审",
    startAt: at("10:00"),
    endAt: at("11:00"),
    place: "青松会议室",
    online: "",
  },
  hostId: who("柯南星").personId,
  noteTakerId: who("许诺").personId,
  personIds: [who("周舟").personId, who("方圆").personId],
  ...{ groupId: null, sensitivityId: null },
  topics: [
    { title: "回归结论", goal: "确认能否发布", minutes: 20, presenterId: null },
    { title: "发布窗口", goal: "定时间与回退人", minutes: 30, presenterId: null },
  ],
  ...more,
})

/** @returns its id; nobody has heard of it yet */
export const aDraft = async (more: Partial<MeetingContent> = {}, now = at("09:00", "2031-03-10")) =>
  (await doing("柯南星", (ctx) => draftMeeting(ctx, content(more)), now)).id

export async function known(id: number): Promise<Meeting> {
  const meeting = await findMeeting(db(), id)
  if (!meeting) throw new Error(`there is no meeting ${id}`)
  return meeting
}

/** Does something to a meeting as it stands, if it is theirs to see. */
export const on = <T>(
  name: string,
  id: number,
  run: (ctx: Own, meeting: Meeting) => Promise<T>,
  now?: Date,
) =>
  doing(
    name,
    async (ctx) => {
      const meeting = await seenMeeting(ctx, { id })
      if (!meeting) throw new Error(`${name} doesn't see meeting ${id}`)
      return run(ctx, meeting)
    },
    now,
  )

export async function published(
  more: Partial<MeetingContent> = {},
  now = at("09:00", "2031-03-10"),
): Promise<number> {
  const id = await aDraft(more, now)
  await on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), now)
  return id
}

/** What lies in somebody's inbox about a meeting. */
export async function inboxOf(name: string, id: number) {
  const [bundle] = await db()
    .select()
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, who(name).personId),
        eq(bundles.kind, "meeting"),
        eq(bundles.recordId, id),
      ),
    )
  return bundle ?? null
}

/** What a meeting says by now, as a form would send it again, with some of it otherwise. */
export const contentFor = (
  meeting: Meeting,
  more: Partial<MeetingContent> = {},
): MeetingContent => ({
  ...{ title: meeting.title, startAt: meeting.startAt, endAt: meeting.endAt },
  ...{ place: meeting.place, online: meeting.online },
  ...{ hostId: meeting.hostId, noteTakerId: meeting.noteTakerId },
  personIds: meeting.people.map(({ personId }) => personId),
  ...{ groupId: meeting.groupId, sensitivityId: meeting.sensitivityId },
  topics: meeting.topics.map(({ id, title, goal, minutes, presenterId }) => ({
    ...{ id, title, goal, minutes, presenterId },
  })),
  ...more,
})
