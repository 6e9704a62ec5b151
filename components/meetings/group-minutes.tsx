import { getTranslations } from "next-intl/server"
import { MinutesChip } from "@/components/meetings/minutes-chip"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { minutesOfGroup } from "@/lib/meetings/group-minutes"
import { numberOf } from "@/lib/meetings/minutes-number"

type Row = Awaited<ReturnType<typeof minutesOfGroup>>[number]

/** Minutes among a group's files: that of a meeting which was just begun is there to write in. */
export async function GroupMinutes({ rows, groupId }: { rows: readonly Row[]; groupId: number }) {
  const t = await getTranslations("meetings")
  return (
    <section aria-label={t("page.minutesLink")} className="mb-4 max-w-240">
      <div className="flex min-h-9 items-center gap-2 border-b border-line text-control">
        <h2 className="font-semibold">{t("page.minutesLink")}</h2>
        <Link href={`/groups/${groupId}/meetings?view=past`} className="link ml-auto text-meta">
          {t("more")}
        </Link>
      </div>
      <ul>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

async function Line({ row }: { row: Row }) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  const { id, title, state, minutesNumber } = row
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line-soft text-control max-md:pb-2">
      <Link
        href={`/meetings/${id}/minutes`}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 hover:bg-hover max-md:basis-full"
      >
        <Icon name="notebook-pen" className="text-ink-3" />
        <span className="min-w-0 truncate">{t("sheets.titled", { title })}</span>
        {minutesNumber !== null && (
          <span className="one-word text-meta text-ink-3 max-md:hidden">
            {numberOf(minutesNumber)}
          </span>
        )}
      </Link>
      {state === "live" ? (
        <span className="text-meta text-doing">{t("page.minutesTitle")}</span>
      ) : (
        <MinutesChip meeting={row} />
      )}
      <time
        dateTime={row.startAt.toISOString()}
        className="w-28 shrink-0 text-right text-meta max-md:ml-auto text-ink-2"
      >
        {times.feed(row.startAt)}
      </time>
    </li>
  )
}
