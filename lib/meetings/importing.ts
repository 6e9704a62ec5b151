import { and, inArray } from "drizzle-orm"
import { breath } from "@/db/breath"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { nameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import {
  checkRecords,
  type RecordCheck,
  type RowOutcome,
  takePlans,
} from "@/lib/platform/record-import"
import { draftMeeting } from "./drafting"
import { meetingTitles, requiredMeetingColumns } from "./import-columns"
import { type MeetingPlan, readMeetingRow } from "./import-rows"
import { keepHeld } from "./keeping-held"
import { visibleTo } from "./policy"

/** What a file in the columns of template T2 would make; nothing is written. */
export async function checkMeetingFile(
  actor: PersonActor,
  fileId: number,
  now = new Date(),
): Promise<RecordCheck<MeetingPlan> | null> {
  return checkRecords(actor, fileId, meetingTitles, requiredMeetingColumns, async (rows) => {
    const known = { book: await nameBook(db()), calendar: await companyCalendar(), now }
    const outcomes: RowOutcome<MeetingPlan>[] = []
    for (const row of rows) {
      outcomes.push(readMeetingRow(actor, known, row))
      await breath()
    }
    return withoutKnown(actor, outcomes)
  })
}

const keyOf = ({ title, startAt }: { title: string; startAt: Date }) => `${+startAt} ${title}`

/** The same name at the same time: it is there already, and the file can be taken again. */
async function withoutKnown(actor: PersonActor, outcomes: readonly RowOutcome<MeetingPlan>[]) {
  const rows = await db()
    .select({ title: meetings.title, startAt: meetings.startAt })
    .from(meetings)
    .where(
      and(
        inArray(meetings.title, [...new Set(outcomes.map(({ name }) => name))]),
        visibleTo(actor),
      ),
    )
  const seen = new Set(rows.map(keyOf))
  return outcomes.map((outcome): RowOutcome<MeetingPlan> => {
    if (!outcome.plan) return outcome
    const key = keyOf(outcome.plan.content)
    if (seen.has(key)) return { ...outcome, kind: "unchanged", plan: null }
    seen.add(key)
    return outcome
  })
}

/**
 * Makes them all. One to come is a draft; one that was held has its minutes written, and whoever
 * imported it publishes them: only then are its resolutions tasks, and is anybody told.
 * @throws Refusal as `takePlans` and `draftMeeting` do
 */
export async function importMeetings(
  ctx: Ctx & { actor: PersonActor },
  check: RecordCheck<MeetingPlan>,
): Promise<number> {
  const plans = await takePlans(ctx, check)
  for (const plan of plans) {
    const meeting = await draftMeeting(ctx, plan.content)
    if (plan.held) await keepHeld(ctx, meeting, plan)
    await breath()
  }
  emit(ctx, {
    type: "meeting.file_imported",
    recordId: ctx.actor.personId,
    data: { count: plans.length },
  })
  return plans.length
}
