import { and, asc, eq, inArray, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import type { GuestScoped } from "@/lib/platform/guest-scoped"
import { isOpenable, type Meeting } from "./meeting"
import { textOutside } from "./outside-text"
import { canInviteGuest } from "./policy"

const mostChoices = 50

/** A meeting for guests: when, where, and what it is about. */
export const meetingScope: GuestScoped<Meeting> = {
  offers: (meeting) => (isOpenable(meeting) ? ["view"] : []),
  mayInvite: canInviteGuest,
  owners: async (_, { hostId, creatorId }) => [...new Set([hostId, creatorId])],
  departments: async (on, { hostId }) => {
    const rows = await on
      .select({ departmentId: people.departmentId })
      .from(people)
      .where(eq(people.id, hostId))
    return rows.map(({ departmentId }) => departmentId)
  },
  stood: async (_, meeting, __, after) => ({
    texts: after === 0 ? [textOutside(meeting, true)] : [],
    ...{ fileIds: [], last: 1, more: false },
  }),
  href: (id) => `/g/meetings/${id}`,
  choices: async ({ personId }) => {
    const rows = await db()
      .select({ id: meetings.id })
      .from(meetings)
      .where(
        and(
          inArray(meetings.state, ["published", "live"]),
          or(eq(meetings.hostId, personId), eq(meetings.creatorId, personId)),
        ),
      )
      .orderBy(asc(meetings.startAt), asc(meetings.id))
      .limit(mostChoices)
    return rows.map(({ id }) => id)
  },
}
