import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, preparedFor } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { leaves, people } from "@/db/schema/people"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type {
  BusySpan,
  CalendarEntry,
  CalendarSource,
  FeedEntry,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { settings } from "@/lib/platform/settings"

const most = 300
const away = { zh: "请假", en: "On leave" }

type Way = Whose["of"] | "people"

const leave = preparedFor((on, way: Way) =>
  on
    .select({ leave: leaves, name: people.name })
    .from(leaves)
    .innerJoin(people, eq(people.id, leaves.personId))
    .where(
      and(
        whoseLeave(on, way),
        isNull(people.disabledAt),
        isNull(leaves.endedAt),
        lte(leaves.firstDay, sql.placeholder("last")),
        gte(leaves.lastDay, sql.placeholder("first")),
      ),
    )
    .orderBy(asc(leaves.firstDay), asc(leaves.id))
    .limit(most)
    .prepare(),
)

function whoseLeave(on: Db, way: Way) {
  const id = sql.placeholder("id")
  if (way === "people") return inArray(leaves.personId, idsGiven("ids"))
  if (way === "mine") return eq(leaves.personId, id)
  if (way === "department") return eq(people.departmentId, id)
  const members = on
    .select({ id: groupMembers.personId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, id))
  return inArray(leaves.personId, members)
}

/** Leave is no secret: directory and pickers show it too (decision 8). */
async function leaveOf(on: Db, whose: Whose | readonly number[], me: number, span: Span) {
  const { timeZone } = (await settings()).company
  const way = "of" in whose ? whose.of : "people"
  const rows = await leave(on, way, way).execute({
    ...{ first: dayIn(timeZone, span.from), last: dayIn(timeZone, span.until) },
    ...("of" in whose ? { id: me, ...whose } : { ids: JSON.stringify(whose) }),
  })
  return rows.map(({ leave, name }) => ({
    ...{ leave, name },
    start: instantOf(timeZone, leave.firstDay, "00:00"),
    end: instantOf(timeZone, addDays(leave.lastDay, 1), "00:00"),
  }))
}

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  const word = away[actor.locale ?? (await settings()).company.locale]
  const found = await leaveOf(db(), whose, actor.personId, span)
  return found.map(({ leave, name, start, end }) => ({
    ...{ kind: "person", id: leave.personId, day: leave.firstDay, allDay: true, start, end },
    title: whose.of === "mine" ? word : `${name} ${word}`,
    href: whose.of === "mine" ? "/settings/leave" : `/people/${leave.personId}`,
  }))
}

async function busy(on: Db, personIds: readonly number[], span: Span): Promise<BusySpan[]> {
  const found = await leaveOf(on, personIds, 0, span)
  return found.map(({ leave, start, end }) => ({
    ...{ personId: leave.personId, start, end, allDay: true, away: true },
  }))
}

async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  const word = away[actor.locale ?? (await settings()).company.locale]
  const found = await leaveOf(on, { of: "mine" }, actor.personId, span)
  return found.map(({ leave, start, end }) => ({
    ...{ uid: `leave-${leave.id}`, sequence: leave.version - 1, changedAt: leave.createdAt },
    ...{ title: word, href: "/settings/leave", start, end, allDay: true },
  }))
}

export const leaveDays: CalendarSource = {
  name: "leave",
  label: away,
  look: "away",
  entries,
  busy,
  feed,
}
