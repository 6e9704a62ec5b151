import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { addDays } from "@/lib/calendar/zones"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { type Span, spans } from "@/lib/tasks/timeline"

const names = ["week", "month", "quarter"] as const satisfies readonly Span[]

/** Earlier, today, later, and how much is shown. */
export async function TimelineTools({ filter, first }: { filter: TaskFilter; first: string }) {
  const t = await getTranslations("tasks.timeline")
  const step = Math.floor(spans[filter.span].days / 14) * 7
  const to = (days: number) => addressOf({ ...filter, from: addDays(first, days) })
  return (
    <nav aria-label={t("span")} className="flex items-center gap-1 whitespace-nowrap max-md:hidden">
      <IconLink icon="chevron-left" label={t("before")} href={to(-step)} className="size-6" />
      <Link href={addressOf({ ...filter, from: undefined })} className="px-1 hover:text-ink">
        {t("today")}
      </Link>
      <IconLink icon="chevron-right" label={t("after")} href={to(step)} className="size-6" />
      {names.map((span) => (
        <Link
          key={span}
          href={addressOf({ ...filter, span })}
          aria-current={span === filter.span ? "true" : undefined}
          className="px-1 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(`spans.${span}`)}
        </Link>
      ))}
    </nav>
  )
}
