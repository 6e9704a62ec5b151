import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { notificationPreferences } from "@/db/schema/notifications"
import type { PersonActor } from "@/lib/platform/actor"
import type { OwnSheet } from "@/lib/platform/module"
import { ownDevices } from "./push-devices"

/** What somebody chose to be told, and where. Addresses of devices are keys, and no data of theirs. */
export async function ownNotificationSheets(
  db: Db,
  actor: PersonActor,
): Promise<readonly OwnSheet[]> {
  const [devices, chosen] = [
    await ownDevices(db, actor),
    await db
      .select()
      .from(notificationPreferences)
      .where(eq(notificationPreferences.personId, actor.personId))
      .limit(500),
  ]
  return [
    {
      name: { zh: "推送设备", en: "Push devices" },
      columns: [
        { zh: "设备", en: "Device" },
        { zh: "加入时间", en: "Added" },
        { zh: "最近送达", en: "Last reached" },
        { zh: "显示内容", en: "Shows text" },
      ],
      rows: devices.map((row) => [row.device, row.createdAt, row.heardAt, String(row.withText)]),
    },
    {
      name: { zh: "通知选择", en: "Notification choices" },
      columns: [
        { zh: "类别", en: "Category" },
        { zh: "渠道", en: "Channel" },
        { zh: "需要", en: "Wanted" },
      ],
      rows: chosen.map((row) => [row.category, row.channel, String(row.wanted)]),
    },
  ]
}
