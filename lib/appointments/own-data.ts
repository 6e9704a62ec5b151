import { desc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { appointments } from "@/db/schema/appointments"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"

/** Somebody's own appointments, for their copy. */
export async function ownAppointmentSheets(
  db: Db,
  { personId }: PersonActor,
): Promise<readonly OwnSheet[]> {
  const rows = await db
    .select()
    .from(appointments)
    .where(eq(appointments.personId, personId))
    .orderBy(desc(appointments.id))
    .limit(mostOwnRows)
  return [
    {
      name: { zh: "日程", en: "Appointments" },
      columns: [
        { zh: "标题", en: "Title" },
        { zh: "地点", en: "Place" },
        { zh: "备注", en: "Note" },
        { zh: "开始", en: "Start" },
        { zh: "结束", en: "End" },
        { zh: "重复", en: "Repeat" },
        { zh: "已删除", en: "Deleted" },
      ],
      rows: rows.map((each) => [
        ...[each.title, each.place, each.note, each.startAt, each.endAt],
        ...[each.rule, each.cancelledAt],
      ]),
    },
  ]
}
