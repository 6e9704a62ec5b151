import { getLocale, getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { db } from "@/db/engine"
import { writtenDay } from "@/lib/calendar/written-day"
import type { InboxItem } from "@/lib/notifications/items"
import { namesOf } from "@/lib/people/finding"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { registry } from "@/lib/platform/registry"

/** What the inbox says about people: leave, what was handed over, one's own password. */
export const personScreen: RecordScreen = {
  sentence: async (item) => {
    if (item.type === "person.took_over") return tookOver(item)
    if (item.type.startsWith("person.leave_")) return ofLeave(item)
    if (item.type === "meeting.uninvited") return uninvited(item)
    const t = await getTranslations("people.told")
    if (item.type === "person.password_ending")
      return t("passwordEnding", { days: Number(item.data.days) })
    return t("changed")
  },
}

async function tookOver({ data }: InboxItem): Promise<string> {
  const [t, locale, org] = await Promise.all([
    getTranslations("people.handover"),
    getLocale(),
    organisation(db()),
  ])
  const from = Number(data.from)
  const name = (await namesOf(db(), [from])).get(from) ?? ""
  const labels = registry().modules.flatMap((module) => [...(module.holdings ?? [])])
  const parts = Object.entries(Object(data.counts)).map(([kind, count]) =>
    t("gotPart", {
      label: labels.find((holding) => holding.kind === kind)?.label[locale] ?? kind,
      count: Number(count),
    }),
  )
  const departments = Array.isArray(data.departments) ? data.departments.map(Number) : []
  const led = departments.map((id) => t("gotHead", { department: departmentPath(org, id) }))
  return t("got", { name, what: [...parts, ...led].join(t("between")) })
}

async function ofLeave({ type, data }: InboxItem): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("people.leave"), getLocale()])
  const deputyId = Number(data.deputyId)
  const deputy = (await namesOf(db(), deputyId ? [deputyId] : [])).get(deputyId)
  const days = {
    first: writtenDay(String(data.firstDay), locale),
    last: writtenDay(String(data.lastDay), locale),
  }
  if (type === "person.leave_cancelled") return t("saidCancelled", days)
  if (type === "person.leave_ended") return t("saidEnded")
  return deputy ? t("saidWithDeputy", { ...days, deputy }) : t("said", days)
}

/** Of a meeting that isn't theirs any more nothing is said but when it was. */
async function uninvited({ data }: InboxItem): Promise<string> {
  const t = await getTranslations("meetings.event")
  return t("uninvited", { at: String(data.at) })
}
