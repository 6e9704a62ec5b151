import { and, desc, eq, exists, or, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { minutesObjections } from "@/db/schema/meetings/record"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { numberOf } from "./minutes-number"
import { visibleTo } from "./policy"

/** Meetings that somebody is or was in, as far as they are theirs to see. */
export async function ownMeetingSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const { personId } = actor
  const mine = exists(
    db
      .select({ one: sql`1` })
      .from(meetingPeople)
      .where(and(eq(meetingPeople.meetingId, meetings.id), eq(meetingPeople.personId, personId))),
  )
  const rows = await db
    .select()
    .from(meetings)
    .where(and(or(mine, eq(meetings.creatorId, personId)), visibleTo(actor)))
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(mostOwnRows)
  return [
    await ownObjections(db, personId),
    {
      name: { zh: "会议", en: "Meetings" },
      columns: [
        { zh: "会议名称", en: "Meeting" },
        { zh: "开始", en: "Start" },
        { zh: "结束", en: "End" },
        { zh: "地点/线上", en: "Place" },
        { zh: "状态", en: "Status" },
        { zh: "我是主持人", en: "Host" },
        { zh: "我是记录人", en: "Note-taker" },
        { zh: "纪要编号", en: "Minutes number" },
      ],
      rows: rows.map((meeting) => [
        ...[meeting.title, meeting.startAt, meeting.endAt],
        [meeting.place, meeting.online].filter(Boolean).join(" "),
        meeting.state,
        meeting.hostId === personId ? "✓" : "",
        meeting.noteTakerId === personId ? "✓" : "",
        meeting.minutesNumber === null ? "" : numberOf(meeting.minutesNumber),
      ]),
    },
  ]
}

/** What somebody objected to in minutes, in their own words. */
async function ownObjections(db: Db, personId: number): Promise<OwnSheet> {
  const rows = await db
    .select()
    .from(minutesObjections)
    .where(eq(minutesObjections.personId, personId))
    .orderBy(desc(minutesObjections.id))
    .limit(mostOwnRows)
  return {
    name: { zh: "对纪要的异议", en: "Objections to minutes" },
    columns: [
      { zh: "提出时间", en: "Raised" },
      { zh: "哪里不对", en: "What" },
      { zh: "理由", en: "Why" },
      { zh: "答复", en: "Answer" },
    ],
    rows: rows.map(({ at, what, why, answer }) => [at, what, why, answer]),
  }
}
