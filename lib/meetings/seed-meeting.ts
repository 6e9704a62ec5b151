import { and, eq } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import { canReport } from "@/lib/tasks/policy"
import { moveTask, reportProgress } from "@/lib/tasks/progressing"
import { seenTask } from "@/lib/tasks/task"
import { markAttendance, markOutsider } from "./attendance"
import type { Meeting } from "./meeting"
import { markMinutesRead } from "./minutes-reading"
import { addPoint, savePoint } from "./points"
import { canLead, canPublishMinutes, canWrite } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import { addResolution, saveResolution } from "./resolutions"
import { endMeeting, moveToTopic, startMeeting } from "./running"
import type { Moment, SampleMeeting, SampleTopic, Went } from "./sample/telling"
import type { Company, Own } from "./seed"
import { require, told } from "./seed-booking"

const minute = 60_000

/** How a meeting went: who came, what was said and resolved, and what became of it. */
export function meetingSteps(company: Company, sample: SampleMeeting): PastChange[] {
  const { stays, written, noteTaker, host, lasts } = sample
  if (stays === "draft" || stays === "published" || typeof stays === "object") return []
  const start = +company.at(sample.start)
  const at = (minutes: number) => new Date(start + minutes * minute)
  const doing = (who: string, when: Date, does: (ctx: Own, meeting: Meeting) => Promise<unknown>) =>
    company.step(who, when, async (ctx) => does(ctx, await told(ctx, company, sample)))
  const steps = [
    doing(host, at(0), async (ctx, meeting) => {
      require(canLead(ctx.actor, meeting))
      await startMeeting(ctx, meeting)
    }),
    doing(noteTaker, at(2), (ctx, meeting) => attend(ctx, company, sample, meeting)),
    ...discussed(company, sample, (who, minutes, does) => doing(who, at(minutes), does)),
  ]
  if (stays === "live") return steps
  const ended = at(lasts + 4)
  steps.push(doing(host, ended, (ctx, meeting) => endMeeting(ctx, meeting)))
  if (written === undefined) return steps
  const out = new Date(+ended + written * minute)
  steps.push(
    doing(noteTaker, out, async (ctx, meeting) => {
      require(canPublishMinutes(ctx.actor, meeting))
      await publishMinutes(ctx, meeting, { number: 0, note: "" })
    }),
    ...sample.people
      .split(" ")
      .filter((name, nth) => nth % 4 !== 3 && !(name in (sample.absent ?? {})))
      .map((name, nth) =>
        doing(name, new Date(+out + (9 + nth * 13) * minute), async (ctx, meeting) =>
          markMinutesRead(ctx, meeting),
        ),
      ),
    ...wentOn(company, sample, out),
  )
  return steps
}

async function attend(ctx: Own, company: Company, sample: SampleMeeting, meeting: Meeting) {
  const absent = new Map(
    Object.entries(sample.absent ?? {}).flatMap(([name, why]) =>
      meeting.outsiders.some((each) => each.name === name) ? [] : [[company.person(name), why]],
    ),
  )
  const late = new Set((sample.late ?? []).map(company.person))
  for (const { personId, answer } of meeting.people) {
    const why = absent.get(personId)
    if (answer === "no" || why !== undefined)
      await markAttendance(ctx, meeting, personId, "absent", why ?? "")
    else await markAttendance(ctx, meeting, personId, late.has(personId) ? "late" : "present")
  }
  for (const { id, name } of meeting.outsiders) {
    const why = sample.absent?.[name]
    await markOutsider(ctx, meeting, id, why === undefined ? "present" : "absent", why)
  }
}

type Doing = (
  who: string,
  minutes: number,
  does: (ctx: Own, meeting: Meeting) => Promise<unknown>,
) => PastChange

/** Topic by topic: what was said, what was resolved. */
function discussed(company: Company, sample: SampleMeeting, doing: Doing): PastChange[] {
  const { topics, noteTaker, host, follows } = sample
  const carried = follows === undefined ? 0 : 4
  let from = carried
  return topics.flatMap((topic, at) => {
    // What wasn't reached yet in a meeting that runs has nothing under it.
    if (at > 0 && !topic.took && !topic.points) return []
    const begins = from
    from += topic.took ?? topic.minutes
    const find = (meeting: Meeting) =>
      meeting.topics.find(({ title }) => title === topic.title) ?? refuse("not_found")
    const goes = doing(host, begins, (ctx, meeting) => moveToTopic(ctx, meeting, find(meeting).id))
    return [
      ...(begins > 0 ? [goes] : []),
      doing(noteTaker, begins + 3, (ctx, meeting) =>
        write(ctx, company, topic, meeting, find(meeting).id),
      ),
    ]
  })
}

async function write(
  ctx: Own,
  company: Company,
  { points = [], resolutions = [] }: SampleTopic,
  meeting: Meeting,
  topicId: number,
): Promise<void> {
  require(canWrite(ctx.actor, meeting))
  for (const [speaker, text] of points) {
    const row = await addPoint(ctx, meeting, topicId)
    const outside = meeting.outsiders.find(({ name }) => name === speaker)
    const said = outside
      ? { personId: null, outsiderId: outside.id }
      : { personId: company.person(speaker) }
    await savePoint(ctx, meeting, { row, version: 1, text, ...said })
  }
  for (const [text, owner, due] of resolutions) {
    const row = await addResolution(ctx, meeting, topicId)
    await saveResolution(ctx, meeting, {
      ...{ row, version: 1, text, ownerId: company.person(owner), dueAt: company.at(due) },
    })
  }
}

/** What owners did about their resolutions, some while before they were due. */
function wentOn(company: Company, { topics }: SampleMeeting, out: Date): PastChange[] {
  return topics.flatMap(({ resolutions = [] }) =>
    resolutions.flatMap(([text, owner, due, went]) =>
      went === undefined
        ? []
        : [company.step(owner, whenWent(company, due, out), (ctx) => goOn(ctx, text, went))],
    ),
  )
}

const whenWent = ({ at, now }: Company, due: Moment, out: Date): Date =>
  new Date(Math.min(+out + (+at(due) - +out) * 0.7, +now - 90 * minute))

async function goOn(ctx: Own, name: string, went: Went): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.name, name), eq(tasks.sourceKind, "meeting")))
  const task = (row && (await seenTask(ctx, row))) ?? refuse("not_found", { values: { name } })
  require(canReport(ctx.actor, task))
  if (typeof went === "number") await reportProgress(ctx, task, went)
  else await moveTask(ctx, task, went)
}
