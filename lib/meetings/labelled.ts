import { and, asc, count, eq, inArray, or } from "drizzle-orm"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { emit } from "@/lib/platform/events"
import type { Labelled } from "@/lib/platform/module"

/** Meetings under labels, past ones too: whoever isn't cleared any more could open none of them. */
export const labelledMeetings: Labelled = {
  kind: "meeting",
  count: async (db, sensitivityId) => {
    const [row] = await db
      .select({ count: count() })
      .from(meetings)
      .where(eq(meetings.sensitivityId, sensitivityId))
    return row?.count ?? 0
  },
  ownedBy: async (db, sensitivityId, personId) => {
    const rows = await db
      .select({ id: meetings.id })
      .from(meetings)
      .where(
        and(
          eq(meetings.sensitivityId, sensitivityId),
          or(eq(meetings.hostId, personId), eq(meetings.noteTakerId, personId)),
        ),
      )
      .orderBy(asc(meetings.startAt), asc(meetings.id))
    return rows.map(({ id }) => id)
  },
  leave: async (ctx, sensitivityId, personId) => {
    const gone = await ctx.tx
      .delete(meetingPeople)
      .where(
        and(
          eq(meetingPeople.personId, personId),
          inArray(
            meetingPeople.meetingId,
            ctx.tx
              .select({ id: meetings.id })
              .from(meetings)
              .where(eq(meetings.sensitivityId, sensitivityId)),
          ),
        ),
      )
      .returning({ id: meetingPeople.meetingId })
    for (const { id } of gone) emit(ctx, { type: "meeting.left", recordId: id, data: { personId } })
  },
}
