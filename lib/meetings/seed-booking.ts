import { and, eq } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { recurrence } from "@/lib/calendar/recurrence"
import { weekdays } from "@/lib/calendar/work-week"
import { dayIn, weekdayOf } from "@/lib/calendar/zones"
import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import { answerMeeting } from "./answering"
import { bookMeeting } from "./booking"
import type { MeetingContent } from "./content"
import { type Meeting, seenMeeting } from "./meeting"
import { outsiderLines } from "./outsider-lines"
import { canAnswer, canCreate, canPrepare } from "./policy"
import { cancelMeeting, publishMeeting } from "./publishing"
import { carriedTopic } from "./reading-input"
import { office } from "./sample/office"
import { series } from "./sample/series"
import type { SampleMeeting } from "./sample/telling"
import type { Company, Own } from "./seed"

const minute = 60_000

export const require = (may: boolean): void => {
  if (!may) refuse("forbidden")
}

/** A told meeting as it is by now: no two of one name begin at the same time. */
export async function told(ctx: Own, company: Company, sample: SampleMeeting): Promise<Meeting> {
  const [row] = await ctx.tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.title, sample.title), eq(meetings.startAt, company.at(sample.start))))
  const meeting = row && (await seenMeeting(ctx, row))
  return meeting ?? refuse("not_found", { values: { who: ctx.actor.name, what: sample.title } })
}

/** How a meeting was booked, answered, and perhaps called off. */
export function bookingSteps(company: Company, sample: SampleMeeting): PastChange[] {
  const { stays, answers = [], host } = sample
  const booked = company.at(sample.booked)
  const later = (minutes: number) => new Date(+booked + minutes * minute)
  return [
    company.step(host, booked, (ctx) => book(ctx, company, sample)),
    ...(stays === "draft"
      ? []
      : [
          company.step(host, later(5), async (ctx) => {
            const meeting = await told(ctx, company, sample)
            require(canPrepare(ctx.actor, meeting))
            await publishMeeting(ctx, meeting)
          }),
        ]),
    ...answers.map(([name, answer, reason = ""], at) =>
      company.step(name, later(15 + at * 7), async (ctx) => {
        const meeting = await told(ctx, company, sample)
        require(canAnswer(ctx.actor, meeting))
        await answerMeeting(ctx, meeting, answer, reason)
      }),
    ),
    ...(typeof stays === "object"
      ? [
          company.step(host, later(180), async (ctx) =>
            cancelMeeting(ctx, await told(ctx, company, sample), stays.cancelled),
          ),
        ]
      : []),
  ]
}

async function book(ctx: Own, company: Company, sample: SampleMeeting): Promise<void> {
  require(canCreate(ctx.actor))
  const before = [...series, ...office].find(({ key }) => key === sample.follows)
  const follows = before && {
    id: (await told(ctx, company, before)).id,
    topic: await carriedTopic(),
  }
  const content = await contentOf(ctx, company, sample)
  await bookMeeting(ctx, content, await ruleOf(sample, content), follows ?? null)
}

async function ruleOf({ weekly }: SampleMeeting, { startAt }: MeetingContent) {
  if (!weekly) return null
  const { timeZone } = await companyCalendar()
  const day = weekdays[weekdayOf(dayIn(timeZone, startAt)) - 1]
  return recurrence.parse({ every: "week", ...weekly, on: [day] })
}

async function contentOf(
  ctx: Own,
  company: Company,
  sample: SampleMeeting,
): Promise<MeetingContent> {
  const startAt = company.at(sample.start)
  return {
    ...{ title: sample.title, startAt, place: sample.place },
    ...{ online: sample.online ?? "", outsiders: outsiderLines.parse(sample.outsiders ?? "") },
    endAt: new Date(+startAt + sample.lasts * minute),
    hostId: company.person(sample.host),
    noteTakerId: company.person(sample.noteTaker),
    personIds: sample.people.split(" ").map(company.person),
    groupId: await company.group(ctx.tx, sample.group),
    sensitivityId: company.label(sample.label),
    topics: sample.topics.map(({ title, goal, minutes, presenter }) => ({
      ...{ title, goal, minutes },
      presenterId: presenter === undefined ? null : company.person(presenter),
    })),
  }
}
