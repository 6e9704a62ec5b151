import { eq } from "drizzle-orm"
import { minutesObjections } from "@/db/schema/meetings/record"
import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import type { Meeting } from "./meeting"
import { answerObjection, objectTo } from "./objecting"
import { pointsOf, savePoint } from "./points"
import { canAnswerObjection, canObject, canPublishMinutes } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import type { SampleMeeting } from "./sample/telling"
import type { Company, Own } from "./seed"
import { require, told } from "./seed-booking"

const minute = 60_000

/** 更正: points that read otherwise at first, put right by the note-taker a while later. */
export function correctionSteps(company: Company, sample: SampleMeeting): PastChange[] {
  const { corrected, noteTaker } = sample
  if (corrected === undefined) return []
  return [
    company.step(noteTaker, publishedAfter(company, sample, corrected.after), async (ctx) => {
      for (const [was, is] of corrected.points)
        await correctPoint(ctx, await told(ctx, company, sample), was, is)
      const meeting = await told(ctx, company, sample)
      require(canPublishMinutes(ctx.actor, meeting))
      await publishMinutes(ctx, meeting, { number: 1, note: corrected.note })
    }),
  ]
}

const publishedAfter = (company: Company, sample: SampleMeeting, minutes: number): Date =>
  new Date(
    +company.at(sample.start) + (sample.lasts + 4 + (sample.written ?? 0) + minutes) * minute,
  )

/** 提出异议, and the note-taker's answer. */
export function objectionSteps(company: Company, sample: SampleMeeting): PastChange[] {
  const { objected, noteTaker } = sample
  if (objected === undefined) return []
  const { by, after, what, why, answered } = objected
  return [
    company.step(by, publishedAfter(company, sample, after), async (ctx) => {
      const meeting = await told(ctx, company, sample)
      require(canObject(ctx.actor, meeting))
      await objectTo(ctx, meeting, { what, why })
    }),
    company.step(noteTaker, publishedAfter(company, sample, answered.after), async (ctx) => {
      const meeting = await told(ctx, company, sample)
      require(canAnswerObjection(ctx.actor, meeting))
      const [row] = await ctx.tx
        .select({ id: minutesObjections.id })
        .from(minutesObjections)
        .where(eq(minutesObjections.meetingId, meeting.id))
      const { outcome, answer } = answered
      await answerObjection(ctx, meeting, { objection: row?.id ?? 0, outcome, answer })
    }),
  ]
}

async function correctPoint(ctx: Own, meeting: Meeting, was: string, text: string) {
  const point = (await pointsOf(ctx.tx, meeting.id)).find((each) => each.text === was)
  if (!point) return refuse("not_found", { values: { name: was } })
  const { id: row, version, personId } = point
  await savePoint(ctx, meeting, { row, version, text, personId })
}
