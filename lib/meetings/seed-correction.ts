import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import type { Meeting } from "./meeting"
import { pointsOf, savePoint } from "./points"
import { canPublishMinutes } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import type { SampleMeeting } from "./sample/telling"
import type { Company, Own } from "./seed"
import { require, told } from "./seed-booking"

const minute = 60_000

/** 更正: points that read otherwise at first, put right by the note-taker a while later. */
export function correctionSteps(company: Company, sample: SampleMeeting): PastChange[] {
  const { corrected, written, lasts, noteTaker } = sample
  if (corrected === undefined || written === undefined) return []
  const at = +company.at(sample.start) + (lasts + 4 + written + corrected.after) * minute
  return [
    company.step(noteTaker, new Date(at), async (ctx) => {
      for (const [was, is] of corrected.points)
        await correctPoint(ctx, await told(ctx, company, sample), was, is)
      const meeting = await told(ctx, company, sample)
      require(canPublishMinutes(ctx.actor, meeting))
      await publishMinutes(ctx, meeting, { number: 1, note: corrected.note })
    }),
  ]
}

async function correctPoint(ctx: Own, meeting: Meeting, was: string, text: string) {
  const point = (await pointsOf(ctx.tx, meeting.id)).find((each) => each.text === was)
  if (!point) return refuse("not_found", { values: { name: was } })
  const { id: row, version, personId } = point
  await savePoint(ctx, meeting, { row, version, text, personId })
}
