import { getLocale, getTranslations } from "next-intl/server"
import { RepeatDialog } from "@/components/tasks/repeat-dialog"
import { FieldRow } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { db } from "@/db/engine"
import { recurrenceInWords } from "@/lib/calendar/recurrence-words"
import { weekdays } from "@/lib/calendar/work-week"
import { writtenDay } from "@/lib/calendar/written-day"
import { repeats } from "@/lib/tasks/repeating-input"
import { openSeries } from "@/lib/tasks/series"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 重复: how a task comes again, in words, and where that is changed. */
export async function RepeatField({ page: { task, can } }: { page: TaskPage }) {
  const [t, rules, locale, series] = await Promise.all([
    getTranslations("tasks.repeat"),
    getTranslations("calendar.recurrence"),
    getLocale(),
    openSeries(db(), task),
  ])
  const may = can.edit && task.dueAt !== null
  if (!series && !may) return null
  const rule = series?.rule
  return (
    <FieldRow label={t("label")}>
      {rule && (
        <>
          <Icon name="repeat" size={14} className="text-ink-3" />
          {recurrenceInWords(rule, rules, (day) => writtenDay(day, locale))}
        </>
      )}
      {may && (
        <RepeatDialog
          key={series ? `${series.id} ${Number(series.startAt)}` : 0}
          id={task.id}
          start={{
            every: repeats.find((every) => every === rule?.every) ?? "week",
            interval: rule?.interval ?? 1,
            on: rule?.every === "week" ? rule.on : [],
            until: rule?.until ?? "",
          }}
          repeats={series !== null}
          choices={repeats.map((value) => ({ value, label: t(`every.${value}`) }))}
          weekdays={weekdays.map((value) => ({ value, label: rules(`weekday.${value}`) }))}
          words={{
            set: t(series ? "change" : "set"),
            title: t("title"),
            every: t("how"),
            interval: t("interval"),
            on: t("on"),
            until: t("until"),
            note: t("note"),
            end: t("end"),
            save: t("save"),
            cancel: t("cancel"),
            close: t("close"),
          }}
        />
      )}
    </FieldRow>
  )
}
