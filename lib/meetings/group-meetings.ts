import { and, desc, eq, gte, isNotNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo } from "./policy"

/**
 * Published meetings of a group that ended since or are still to come, as far as the reader sees them,
 * the latest first.
 * @param most how many at most
 */
export const meetingsOfGroup = (
  actor: PersonActor,
  groupId: number,
  since: Date,
  most: number,
): Promise<{ id: number; title: string; state: string; startAt: Date }[]> =>
  db()
    .select({
      id: meetings.id,
      title: meetings.title,
      state: meetings.state,
      startAt: meetings.startAt,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.groupId, groupId),
        gte(meetings.endAt, since),
        isNotNull(meetings.publishedAt),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(most)
