import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { MeetingRow } from "./meeting"
import { visibleTo } from "./policy"

type Place = Pick<MeetingRow, "id" | "seriesId" | "startAt">

/** Others of a series that take place and that the actor may see. */
const ofSeries = (actor: PersonActor, { id, seriesId }: Place) =>
  and(
    eq(meetings.seriesId, seriesId ?? id),
    inArray(meetings.state, ["draft", "published", "live", "ended"]),
    visibleTo(actor),
  )

const columns = { id: meetings.id, title: meetings.title, startAt: meetings.startAt }

export async function nextOf(actor: PersonActor, meeting: Place) {
  const [row] = await db()
    .select(columns)
    .from(meetings)
    .where(and(ofSeries(actor, meeting), gt(meetings.startAt, meeting.startAt)))
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(1)
  return row ?? null
}

export async function beforeOf(actor: PersonActor, meeting: Place) {
  const [row] = await db()
    .select(columns)
    .from(meetings)
    .where(and(ofSeries(actor, meeting), lt(meetings.startAt, meeting.startAt)))
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(1)
  return row ?? null
}
