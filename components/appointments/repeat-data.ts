import { getTranslations } from "next-intl/server"
import { repeats } from "@/lib/appointments/inputs"
import { readRecurrence } from "@/lib/calendar/recurrence"
import { weekdays } from "@/lib/calendar/work-week"

/** How a form says a rule: one choice, and what belongs to it. */
function repetition(text: string | null) {
  const rule = text === null ? undefined : readRecurrence(text)
  const often = {
    interval: String(rule?.interval ?? 1),
    until: rule?.until ?? "",
    count: String(rule?.count ?? ""),
  }
  if (!rule) return { repeat: "none", on: [], ...often }
  if (rule.every === "week") return { repeat: "week", on: [...rule.on], ...often }
  if (rule.every !== "month") return { repeat: rule.every, on: [], ...often }
  const { on } = rule
  const name = "day" in on ? (on.day === -1 ? "monthEnd" : "month") : "monthNth"
  return { repeat: "nth" in on && on.nth === -1 ? "monthLast" : name, on: [], ...often }
}

/**
 * What the fields of a rule show, in the reader's language.
 * @param rule as it is written down; null for what takes place once
 */
export async function repeatData(rule: string | null, but: readonly string[] = []) {
  const t = await getTranslations("appointments")
  const weekday = await getTranslations("calendar.recurrence.weekday")
  return {
    start: repetition(rule),
    repeats: repeats
      .filter((value) => !but.includes(value))
      .map((value) => ({ value, label: t(`repeats.${value}`) })),
    weekdays: weekdays.map((value) => ({ value, label: weekday(value) })),
    words: {
      repeat: t("field.repeat"),
      interval: t("field.interval"),
      on: t("field.on"),
      until: t("field.until"),
      onHint: t("onHint"),
      untilHint: t("untilHint"),
    },
  }
}

type Words = Awaited<ReturnType<typeof repeatData>>["words"] & {
  count?: string
  countHint?: string
}
export type RepeatData = Omit<Awaited<ReturnType<typeof repeatData>>, "words"> & { words: Words }
