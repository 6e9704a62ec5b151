import { getMessages, getTranslations } from "next-intl/server"
import { DayForm } from "@/components/calendar/day-form"
import { ImportDays } from "@/components/calendar/import-days"
import { Section } from "@/components/ui/section"
import type { WorkDay } from "@/lib/calendar/changing"

const note = "mt-3 mb-4 text-control text-pretty text-ink-3"

/** Adding one of the company's own days, or changing the one that was asked for. */
export async function OwnDayForm({ asked }: { asked?: WorkDay }) {
  const [t, s] = await Promise.all([getTranslations("calendar.day"), getTranslations("calendar")])
  const before = {
    day: asked?.day ?? "",
    kind: asked?.kind ?? "off",
    zh: asked?.name.zh ?? "",
    en: asked && asked.name.en !== asked.name.zh ? asked.name.en : "",
  }
  const words = {
    day: t("day"),
    kind: t("kind"),
    zh: t("zh"),
    en: t("en"),
    off: t("off"),
    work: t("work"),
    submit: asked ? s("save") : t("add"),
  }
  return (
    <Section title={t("title")}>
      <p className={note}>{t("note")}</p>
      <DayForm key={before.day} before={before} words={words} />
    </Section>
  )
}

export async function DaysImport() {
  const [t, { calendar }] = await Promise.all([getTranslations("calendar.import"), getMessages()])
  const { off, work } = calendar.year
  return (
    <Section title={t("title")}>
      <p className={note}>{t("note")}</p>
      <ImportDays words={{ ...calendar.import, off, work }} />
    </Section>
  )
}
