import { companyCalendar } from "@/lib/calendar/company-calendar"
import { workingTimeBetween } from "@/lib/calendar/work-time"
import { actorId } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { countAgainst } from "@/lib/platform/rate-limit"
import { type Circumstances, type Mark, manyDenials, manyExports, marksFor, needed } from "./marks"

const usual: Circumstances = { often: false, workingHours: true }
const minute = 60_000

/** Why an event asks for a second look, by the rules; what they need to know is asked only then. */
export async function watchEvent(ctx: Ctx, event: NewEvent): Promise<Mark[]> {
  const said = {
    type: event.type,
    data: event.data ?? {},
    byPerson: ctx.actor.kind === "person",
  }
  return marksFor(said, { ...usual, ...(await circumstances(ctx, needed(said))) })
}

async function circumstances(
  ctx: Ctx,
  what: ReturnType<typeof needed>,
): Promise<Partial<Circumstances>> {
  if (what === "exports") return { often: await tooOften(ctx, what, manyExports) }
  if (what === "denials") return { often: await tooOften(ctx, what, manyDenials) }
  return what === "hours" ? { workingHours: await isWorkingTime(ctx.now) } : {}
}

/** Only the one that goes over the limit is marked: everything after it would say the same. */
async function tooOften(ctx: Ctx, what: string, limit: { times: number; per: number }) {
  const key = `audit:${what}:${ctx.actor.kind}:${actorId(ctx.actor)}`
  if ((await countAgainst(ctx.tx, key, limit, ctx.now)) === 0) return false
  return (await countAgainst(ctx.tx, `${key}:told`, { times: 1, per: limit.per }, ctx.now)) === 0
}

async function isWorkingTime(at: Date): Promise<boolean> {
  const calendar = await companyCalendar()
  return workingTimeBetween(calendar, at, new Date(at.getTime() + minute)) > 0
}
