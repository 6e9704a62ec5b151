import { getTranslations } from "next-intl/server"
import type { CalendarPage } from "@/lib/appointments/page"
import type { BusyTogether } from "@/lib/appointments/together"

/** Names that stand in a block; of more there is only how many. */
const named = 2

/** 周舟 忙, or 4 人忙 with all their names for whoever asks. */
export async function busyLabel({ personIds, away }: BusyTogether, page: CalendarPage) {
  const t = await getTranslations("appointments")
  const people = [...page.colleagues, ...page.members]
  const names = personIds.map((id) => people.find((each) => each.id === id)?.name ?? "")
  const all = names.join(t("between"))
  if (names.length > named) return { text: t("busyMany", { count: names.length }), title: all }
  return { text: t(away ? "away" : "busy", { name: all }), title: undefined }
}
