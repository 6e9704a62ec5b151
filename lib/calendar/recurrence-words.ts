import type { getTranslations } from "next-intl/server"
import type { Recurrence } from "./recurrence"

type Words = Awaited<ReturnType<typeof getTranslations<"calendar.recurrence">>>

function oftenOf(rule: Recurrence, t: Words): string {
  const { interval } = rule
  if (rule.every === "week") {
    const days = rule.on.map((day) => t(`weekday.${day}`)).join(t("comma"))
    return days === "" ? t("week", { interval }) : t("weekOn", { interval, days })
  }
  if (rule.every !== "month") return t(rule.every, { interval })
  if (!("day" in rule.on)) {
    const nth = rule.on.nth === -1 ? "last" : String(rule.on.nth)
    return t("monthNth", { interval, nth, weekday: t(`weekday.${rule.on.weekday}`) })
  }
  return rule.on.day === -1
    ? t("monthEnd", { interval })
    : t("monthDay", { interval, day: rule.on.day })
}

/**
 * A rule in the reader's language: 每周一、周三，到 2027年1月5日 为止.
 * @param date how a day ("YYYY-MM-DD") is written
 */
export function recurrenceInWords(
  rule: Recurrence,
  t: Words,
  date: (day: string) => string,
): string {
  const often = oftenOf(rule, t)
  if (rule.until) return t("until", { often, day: date(rule.until) })
  return rule.count ? t("count", { often, count: rule.count }) : often
}
