import { minutesVersions } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { liesAhead } from "./due-ahead"
import type { Meeting } from "./meeting"
import {
  contentNow,
  lastVersion,
  type MinutesContent,
  type ResolutionIn,
  resolutionsIn,
} from "./minutes-content"
import { nextNumber } from "./minutes-number"
import { bringTasksUp, type Complete } from "./resolution-tasks"
import { settle } from "./settling"
import { requireState } from "./states"
import { storeMeeting } from "./storing"

type Own = Ctx & { actor: PersonActor }

/**
 * 发布会议纪要: files them under the next number of the month and makes each resolution a task.
 * Published again they are a new version, and only what was corrected reaches the tasks. On
 * PostgreSQL the caller holds `numberLock`.
 * @param number the version that the publisher saw: two who press at once publish one
 * @throws Refusal at the row that has no owner or no time
 */
export async function publishMinutes(
  ctx: Own,
  meeting: Meeting,
  { number, note }: { number: number; note: string },
): Promise<void> {
  requireState(meeting, "ended")
  if (meeting.minutesVersion !== number) refuse("conflict")
  if (number > 0 && !meeting.minutesChanged)
    refuse("invalid", { sentence: "meetings.error.unchanged" })
  const content = await contentNow(ctx.tx, meeting)
  const before = await lastVersion(ctx.tx, meeting.id)
  const resolutions = await complete(ctx, meeting, content, resolutionsIn(before?.content))
  const first = before === null
  await bringTasksUp(ctx, meeting, resolutions, resolutionsIn(before?.content), note)
  await ctx.tx.insert(minutesVersions).values({
    ...{ meetingId: meeting.id, number: number + 1, content, note },
    ...{ personId: ctx.actor.personId, at: ctx.now },
  })
  await storeMeeting(ctx, meeting, {
    ...{ minutesVersion: number + 1, minutesChanged: false, minutesText: textOf(content) },
    ...(first && { minutesPublishedAt: ctx.now, minutesNumber: await nextNumber(ctx) }),
  })
  await settle(ctx, meeting.id, [meeting.noteTakerId, meeting.hostId])
  emit(ctx, {
    type: first ? "meeting.minutes_published" : "meeting.minutes_corrected",
    recordId: meeting.id,
    data: { number: number + 1, resolutions: resolutions.length },
  })
}

/**
 * Every resolution says what, who and by when, which lies ahead unless it was published so before,
 * and whoever it is given to is still there.
 */
async function complete(
  ctx: Ctx,
  meeting: Meeting,
  content: MinutesContent,
  before: readonly ResolutionIn[],
): Promise<Complete[]> {
  const stood = new Map(before.map((each) => [each.id, each.dueAt?.getTime()]))
  const all = resolutionsIn(content).map((each) => {
    const { id, text, owner, dueAt } = each
    const missing = text === "" ? "noText" : owner === null ? "noOwner" : dueAt ? "" : "noDue"
    const past =
      dueAt !== null && !liesAhead(meeting, dueAt, ctx.now) && stood.get(id) !== dueAt.getTime()
    if (past)
      refuse("invalid", {
        fields: { [`resolution-${id}`]: "meetings.error.pastDue" },
        sentence: "meetings.error.pastDueOf",
        values: { number: each.number },
      })
    if (missing !== "" || owner === null || dueAt === null)
      return refuse("invalid", {
        fields: { [`resolution-${id}`]: `meetings.error.${missing}` },
        sentence: "meetings.error.incomplete",
        values: { number: each.number },
      })
    return { ...each, owner, dueAt }
  })
  const active = await actorsOf(
    ctx.tx,
    all.map(({ owner }) => owner.id),
  )
  const gone = all.find(({ owner }) => !active.some(({ personId }) => personId === owner.id))
  if (gone)
    refuse("invalid", {
      fields: { [`resolution-${gone.id}`]: "meetings.error.ownerLeft" },
      sentence: "meetings.error.incomplete",
      values: { number: gone.number, name: gone.owner.name },
    })
  return all
}

const textOf = ({ topics }: MinutesContent): string =>
  topics
    .flatMap(({ title, points, resolutions }) => [
      title,
      ...[...points, ...resolutions].map(({ text }) => text),
    ])
    .join("\n")
