import { and, asc, desc, eq, inArray, isNull, notInArray, type SQL, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { meetingPeople, meetingStates, meetings } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import type { MeetingFilter } from "./inputs"
import type { MeetingState } from "./meeting"
import { visibleTo } from "./policy"
import { visibleAmongAll } from "./visible-among-all"

const pageSize = 50

const columns = {
  id: meetings.id,
  kind: meetings.kind,
  title: meetings.title,
  state: meetings.state,
  startAt: meetings.startAt,
  endAt: meetings.endAt,
  place: meetings.place,
  online: meetings.online,
  noticeKept: meetings.noticeKept,
  ruleId: meetings.ruleId,
  noteTakerId: meetings.noteTakerId,
  minutesDueAt: meetings.minutesDueAt,
  minutesVersion: meetings.minutesVersion,
  minutesNumber: meetings.minutesNumber,
  hostId: meetings.hostId,
  hostName: people.name,
  hostFace: people.faceFileId,
}

const views: Record<
  MeetingFilter["view"],
  { states: readonly MeetingState[]; order: "asc" | "desc" }
> = {
  coming: { states: ["live", "published"], order: "asc" },
  mine: { states: ["live", "published", "ended"], order: "desc" },
  past: { states: ["ended", "cancelled"], order: "desc" },
  drafts: { states: ["draft"], order: "asc" },
}

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listMeetings(actor: PersonActor, filter: MeetingFilter) {
  const { order } = views[filter.view]
  const by = order === "asc" ? asc : desc
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(meetings)
    .innerJoin(people, eq(people.id, meetings.hostId))
    .where(and(await scopeOf(actor, filter), after ? beyond(order, after) : undefined))
    .orderBy(by(meetings.startAt), by(meetings.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const ids = shown.map(({ id }) => id)
  const [counts, own] = await Promise.all([countsOf(ids), ownAnswers(actor, ids)])
  return {
    rows: shown.map((row) => ({
      ...row,
      people: counts.get(row.id) ?? { all: 0, coming: 0, here: 0 },
      own: own.get(row.id) ?? null,
    })),
    next: last ? encodeCursor({ key: last.startAt.getTime(), id: last.id }) : null,
  }
}

export type MeetingListRow = Awaited<ReturnType<typeof listMeetings>>["rows"][number]

/** A year that both engines read. */
const most = Date.UTC(9999, 11, 31)

function beyond(order: "asc" | "desc", { key, id }: { key: number; id: number }): SQL {
  const at = meetings.startAt.mapToDriverValue(new Date(Math.max(0, Math.min(key, most))))
  return order === "asc"
    ? sql`(${meetings.startAt}, ${meetings.id}) > (${at}, ${id})`
    : sql`(${meetings.startAt}, ${meetings.id}) < (${at}, ${id})`
}

async function scopeOf(
  actor: PersonActor,
  { view, group }: MeetingFilter,
): Promise<SQL | undefined> {
  const inGroup = group === undefined ? undefined : eq(meetings.groupId, group)
  if (view === "mine") return and(inStates(view), inGroup, isIn(actor), visibleTo(actor))
  const few = view === "past" && group === undefined
  return and(inStates(view), inGroup, few ? await visibleAmongAll(actor) : visibleTo(actor))
}

/** One's own are few: they are found by who takes part. */
const isIn = ({ personId }: PersonActor): SQL =>
  inArray(
    meetings.id,
    db()
      .select({ id: meetingPeople.meetingId })
      .from(meetingPeople)
      .where(eq(meetingPeople.personId, personId)),
  )

/**
 * Of what hasn't begun there is little, so it is found by its states. Most meetings are past: those
 * are walked from the newest on, and the other states left out on the way.
 */
function inStates(view: MeetingFilter["view"]): SQL {
  const { states } = views[view]
  return view === "coming" || view === "drafts"
    ? inArray(meetings.state, [...states])
    : notInArray(
        meetings.state,
        meetingStates.filter((state) => !states.includes(state)),
      )
}

type Counts = Record<"all" | "coming" | "here", number>

const inside = prepared((on) =>
  on
    .select({ id: meetingPeople.meetingId, ...tally(meetingPeople) })
    .from(meetingPeople)
    .where(inArray(meetingPeople.meetingId, idsGiven("ids")))
    .groupBy(meetingPeople.meetingId)
    .prepare(),
)
const outside = prepared((on) =>
  on
    .select({ id: meetingOutsiders.meetingId, ...tally(meetingOutsiders) })
    .from(meetingOutsiders)
    .where(
      and(inArray(meetingOutsiders.meetingId, idsGiven("ids")), isNull(meetingOutsiders.removedAt)),
    )
    .groupBy(meetingOutsiders.meetingId)
    .prepare(),
)

/** Colleagues and people of other companies together: how many, who comes, who came. */
async function countsOf(ids: readonly number[]): Promise<Map<number, Counts>> {
  const given = { ids: JSON.stringify(ids) }
  const found = new Map<number, Counts>()
  for (const { id, ...each } of [
    ...(await inside(db()).execute(given)),
    ...(await outside(db()).execute(given)),
  ]) {
    const { all, coming, here } = found.get(id) ?? { all: 0, coming: 0, here: 0 }
    found.set(id, {
      all: all + Number(each.all),
      coming: coming + Number(each.coming),
      here: here + Number(each.here),
    })
  }
  return found
}

const tally = ({ answer, attendance }: typeof meetingPeople | typeof meetingOutsiders) => ({
  all: sql<number>`count(*)`,
  coming: sql<number>`sum(case when ${answer} = 'yes' then 1 else 0 end)`,
  here: sql<number>`sum(case when ${attendance} in ('present', 'late') then 1 else 0 end)`,
})

const answers = prepared((on) =>
  on
    .select({ id: meetingPeople.meetingId, answer: meetingPeople.answer })
    .from(meetingPeople)
    .where(
      and(
        eq(meetingPeople.personId, sql.placeholder("me")),
        inArray(meetingPeople.meetingId, idsGiven("ids")),
      ),
    )
    .prepare(),
)

async function ownAnswers({ personId: me }: PersonActor, ids: readonly number[]) {
  const rows = await answers(db()).execute({ me, ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, answer }) => [id, { answer }]))
}
