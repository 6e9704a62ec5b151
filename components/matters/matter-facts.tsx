import { getLocale, getTranslations } from "next-intl/server"
import { iconOf } from "@/components/shell/kind-icon"
import { LinkedText } from "@/components/shell/linked-text"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { StateChip } from "@/components/ui/state-chip"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { addDays, dayIn } from "@/lib/calendar/zones"
import type { MatterPage } from "@/lib/matters/page"

/** The fields of T1, read rather than filled in. */
export async function MatterFacts({ page }: { page: MatterPage }) {
  const { matter, owner, creator, department, sensitivity, group, source } = page
  const [t, states, locale] = await Promise.all([
    getTranslations("matters.field"),
    getTranslations("states"),
    getLocale(),
  ])
  return (
    <FieldRows>
      <FieldRow label={t("department")}>{department}</FieldRow>
      <FieldRow label={t("owner")}>
        <NamedFace person={owner} />
      </FieldRow>
      <FieldRow label={t("urgency")}>
        <PriorityBars level={matter.urgency} />
        {states(matter.urgency)}
      </FieldRow>
      <FieldRow label={t("due")}>
        <DueField matter={matter} />
      </FieldRow>
      {group && (
        <FieldRow label={t("group")}>
          <Icon name={iconOf(group.icon)} className="text-ink-3" />
          <Link href={group.href} className="link min-w-0 truncate">
            {group.title}
          </Link>
        </FieldRow>
      )}
      {source && (
        <FieldRow label={t("source")}>
          <Icon name={iconOf(source.icon)} className="text-ink-3" />
          <Link href={source.href} className="link min-w-0 truncate">
            {source.title}
          </Link>
        </FieldRow>
      )}
      {sensitivity && (
        <FieldRow label={t("sensitivity")}>
          {locale === "zh" ? sensitivity.name : sensitivity.nameEn}
        </FieldRow>
      )}
      {matter.remark && (
        <FieldRow label={t("remark")}>
          <span className="py-1 text-pretty whitespace-pre-line">
            <LinkedText text={matter.remark} />
          </span>
        </FieldRow>
      )}
      {creator.id !== owner.id && (
        <FieldRow label={t("creator")}>
          <NamedFace person={creator} />
        </FieldRow>
      )}
    </FieldRows>
  )
}

const furthest = 60

async function DueField({ matter }: { matter: MatterPage["matter"] }) {
  const [t, times, calendar] = await Promise.all([
    getTranslations("matters.page"),
    when(),
    companyCalendar(),
  ])
  const { dueAt } = matter
  if (!dueAt) return <span className="text-ink-3">—</span>
  const away = times.daysAway(dueAt)
  const today = dayIn(times.timeZone, times.now)
  const ahead = Array.from({ length: Math.min(furthest, Math.max(0, away)) }, (_, nth) => nth + 1)
  const workdays = ahead.filter((nth) => isWorkingDay(calendar, addDays(today, nth))).length
  const late = matter.state !== "done" && dueAt < times.now
  return (
    <>
      <time dateTime={dueAt.toISOString()} className="font-semibold">
        {times.date(dueAt)}
      </time>
      {late && (
        <StateChip icon="state-late" tone="cinnabar" fill="wash">
          {away < 0 ? t("overdueFor", { days: -away }) : t("overdueToday")}
        </StateChip>
      )}
      {!late && matter.state !== "done" && away <= furthest && (
        <span className="text-ink-2">{t("workdaysLeft", { days: workdays })}</span>
      )}
    </>
  )
}
