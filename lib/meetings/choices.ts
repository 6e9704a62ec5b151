import { and, asc, desc, eq, inArray, isNull, ne, notInArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import type { Meeting } from "./meeting"
import { canGroup, visibleTo } from "./policy"

const mostGroups = 200
const mostMeetings = 50

/** What the form offers: own groups, departments whose people come along, labels one is cleared for. */
export async function formChoices(actor: PersonActor, meeting?: Meeting) {
  const org = await organisation(db())
  const own = await db()
    .select({ value: groups.id, label: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(
        eq(groupMembers.personId, actor.personId),
        notInArray(groups.kind, ["direct", "casual"]),
        isNull(groups.archivedAt),
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(mostGroups)
  const labels = await db()
    .select()
    .from(sensitivities)
    .where(inArray(sensitivities.id, [0, ...actor.clearances]))
  return {
    groups: own.filter(({ value }) => canGroup(actor, value) || value === meeting?.groupId),
    invites: [
      ...own.map(({ value, label }) => ({ value: `group:${value}`, label })),
      ...[...org.departments.values()]
        .filter(({ closed }) => !closed)
        .map(({ id }) => ({ value: `department:${id}`, label: departmentPath(org, id) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, "zh-CN")),
    ],
    labels: labels.filter(({ id, closedAt }) => closedAt === null || id === meeting?.sensitivityId),
  }
}

/** Meetings that another may follow: those that were, the newest first. */
export const followable = (actor: PersonActor) =>
  db()
    .select({ id: meetings.id, title: meetings.title, startAt: meetings.startAt })
    .from(meetings)
    .where(and(ne(meetings.state, "draft"), ne(meetings.state, "cancelled"), visibleTo(actor)))
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(mostMeetings)
