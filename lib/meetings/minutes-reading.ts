import { and, eq, gte } from "drizzle-orm"
import type { Db } from "@/db/database"
import { minutesReads } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Meeting } from "./meeting"

/** Somebody has read the minutes as they stand. */
export async function markMinutesRead(
  ctx: Ctx & { actor: PersonActor },
  { id, minutesVersion }: Meeting,
): Promise<void> {
  if (minutesVersion === 0) return
  const read = { number: minutesVersion, at: ctx.now }
  await ctx.tx
    .insert(minutesReads)
    .values({ meetingId: id, personId: ctx.actor.personId, ...read })
    .onConflictDoUpdate({ target: [minutesReads.meetingId, minutesReads.personId], set: read })
}

/** Who has read the minutes as they stand: a correction is unread for everybody. */
export const readersOf = async (
  db: Db,
  { id, minutesVersion }: Pick<Meeting, "id" | "minutesVersion">,
): Promise<ReadonlySet<number>> => {
  const rows = await db
    .select({ personId: minutesReads.personId })
    .from(minutesReads)
    .where(and(eq(minutesReads.meetingId, id), gte(minutesReads.number, minutesVersion)))
  return new Set(rows.map(({ personId }) => personId))
}
