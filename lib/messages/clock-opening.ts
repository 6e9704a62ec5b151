import { sql } from "drizzle-orm"
import { insertMany } from "@/db/bulk"
import { clocks } from "@/db/schema/messages"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { GroupKind } from "@/lib/groups/group"
import { responseMinutes } from "@/lib/groups/response-times"
import type { Ctx } from "@/lib/platform/context"
import { holdersFor, presentIn } from "./clock-holders"
import { sayStandIns } from "./clock-passing"
import { clockTimes, type Urgency } from "./clock-times"

export interface Asking {
  group: { id: number; kind: GroupKind }
  message: { id: number; groupId: number; authorId: number; urgency: Urgency; at: Date }
  /** People who owe an answer; the author is left out, and who isn't a member. */
  asked: readonly number[]
}

/**
 * From now on those asked owe an answer by a time. Asking again for the same message changes
 * nothing for those who were asked already.
 */
export async function openClocks(ctx: Ctx, { message, asked }: Asking): Promise<void> {
  const { id: messageId, groupId, authorId: askedById, urgency, at } = message
  const others = [...new Set(asked)].filter((id) => id !== askedById)
  if (others.length === 0) return
  const members = await presentIn(ctx.tx, groupId, others)
  const wanted = others.filter((id) => members.has(id))
  if (wanted.length === 0) return
  const times = clockTimes(await companyCalendar(), message, await responseMinutes(ctx.tx, groupId))
  const holders = await holdersFor(ctx, groupId, askedById, wanted)
  const rows = [...holders].map(([personId, holderId]) => ({
    messageId,
    groupId,
    personId,
    holderId,
    askedById,
    urgency,
    openedAt: at,
    ...times,
  }))
  const opened = await insertMany<typeof clocks, { person_id: number }>(ctx.tx, clocks, rows, {
    tail: sql` on conflict (message_id, person_id) do nothing`,
    returning: ["person_id"],
  })
  const fresh = new Set(opened.map((row) => Number(row.person_id)))
  sayStandIns(
    ctx,
    rows.filter(({ personId }) => fresh.has(personId)),
  )
}
