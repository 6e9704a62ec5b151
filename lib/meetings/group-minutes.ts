import { and, desc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo } from "./policy"

const most = 5

/** The newest minutes of a group's meetings, those that are still to be written too. */
export const minutesOfGroup = (actor: PersonActor, groupId: number) =>
  db()
    .select({
      id: meetings.id,
      kind: meetings.kind,
      title: meetings.title,
      state: meetings.state,
      startAt: meetings.startAt,
      minutesDueAt: meetings.minutesDueAt,
      minutesVersion: meetings.minutesVersion,
      minutesNumber: meetings.minutesNumber,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.groupId, groupId),
        inArray(meetings.state, ["live", "ended"]),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(most)
