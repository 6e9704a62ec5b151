import { getTranslations } from "next-intl/server"
import { JoinLink } from "@/components/home/join-link"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import type { ShownEntry } from "@/lib/appointments/entries"
import { when } from "@/lib/calendar/when"
import { dayIn } from "@/lib/calendar/zones"

const shown = 3

/** 接下来: today's meetings and appointments that aren't over, where there is no room for the hours. */
export async function ComingUp({ entries }: { entries: readonly ShownEntry[] }) {
  const [t, { now, timeZone, clock }] = await Promise.all([getTranslations("home"), when()])
  const coming = entries.filter(
    ({ start, end, allDay }) =>
      end && !allDay && end > now && dayIn(timeZone, start) === dayIn(timeZone, now),
  )
  if (coming.length === 0) return null
  return (
    <Section
      title={t("next")}
      count={coming.length}
      aside={<Link href="/calendar?view=day">{t("wholeDay")}</Link>}
      className="mt-7 first:mt-0 lg:hidden"
    >
      {coming.slice(0, shown).map((entry) => (
        <div
          key={`${entry.kind}-${entry.id}-${entry.day ?? ""}`}
          className="relative flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-soft py-2 hover:bg-hover"
        >
          <Link
            href={entry.href}
            className="min-w-0 flex-1 truncate text-ui after:absolute after:inset-0"
          >
            {entry.title}
          </Link>
          <JoinLink entry={entry} now={now} className="relative z-1" />
          <span className="flex w-full gap-x-4 text-meta text-ink-2">
            <span className="min-w-0 flex-1 truncate">{entry.place}</span>
            <time dateTime={entry.start.toISOString()}>
              {clock(entry.start)}–{clock(entry.end ?? entry.start)}
            </time>
          </span>
        </div>
      ))}
    </Section>
  )
}
