import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { MeetingRow } from "./meeting"
import { visibleTo } from "./policy"

/** The next meeting of a series that the actor may see. */
export async function nextOf(actor: PersonActor, { id, seriesId, startAt }: MeetingRow) {
  const [row] = await db()
    .select({ id: meetings.id, title: meetings.title, startAt: meetings.startAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.seriesId, seriesId ?? id),
        gt(meetings.startAt, startAt),
        inArray(meetings.state, ["draft", "published", "live", "ended"]),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(1)
  return row ?? null
}
