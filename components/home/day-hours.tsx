import { getTranslations } from "next-intl/server"
import { EntryBlock, EntryLine } from "@/components/appointments/entry-link"
import { duePlaces } from "@/components/home/due-places"
import { JoinLink } from "@/components/home/join-link"
import { type Hours, hoursAround, topOf } from "@/components/home/rail-hours"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { type Block, planDays } from "@/lib/appointments/day-plan"
import type { ShownEntry } from "@/lib/appointments/entries"
import { when } from "@/lib/calendar/when"
import { clockIn, minutesOf } from "@/lib/calendar/zones"

/** Today by the hour: what takes time as blocks, what is due as flags, and now. */
export async function DayHours({
  today,
  timeZone,
  periods,
  entries,
}: {
  today: string
  timeZone: string
  periods: readonly (readonly [string, string])[]
  entries: readonly ShownEntry[]
}) {
  const { now } = await when()
  const [plan] = planDays([today], entries, [], timeZone)
  const blocks = plan?.blocks ?? []
  const above = (plan?.above ?? []).flatMap(({ entry }) => entry ?? [])
  const whole = above.filter(({ end, allDay }) => end || allDay)
  const due = above.filter(({ end, allDay }) => !end && !allDay)
  const minuteOf = (at: Date) => minutesOf(clockIn(timeZone, at))
  const hours = hoursAround([
    ...blocks.flatMap(({ from, until }) => [from, until]),
    ...due.map(({ start }) => minuteOf(start)),
  ])
  const height = topOf(hours.last * 60, hours) + 20
  const places = duePlaces(
    due.map(({ start }) => topOf(minuteOf(start), hours) + 10),
    blocks.map(({ from, until }) => ({
      top: topOf(from, hours) + 8,
      bottom: topOf(until, hours) + 8,
    })),
  )
  return (
    <>
      {whole.map((entry) => (
        <EntryLine key={`${entry.kind}-${entry.id}`} entry={entry} className="mb-1" />
      ))}
      <div className="relative" style={{ height: Math.max(height, (places.at(-1) ?? 0) + 20) }}>
        <Lines hours={hours} lunch={periods.length > 1 ? periods[0]?.[1] : undefined} />
        {blocks.map((block) => (
          <Place key={block.entry?.href} block={block} now={now} hours={hours} />
        ))}
        {due.map((entry, at) => (
          <Due key={`${entry.kind}-${entry.id}`} entry={entry} top={places[at] ?? 0} />
        ))}
        <Now minute={minuteOf(now)} at={now} hours={hours} />
      </div>
    </>
  )
}

async function Lines({ hours, lunch }: { hours: Hours; lunch: string | undefined }) {
  const t = await getTranslations("home")
  const each = Array.from({ length: hours.last - hours.first + 1 }, (_, at) => hours.first + at)
  return (
    <>
      {each.map((hour) => (
        <div
          key={hour}
          className="absolute inset-x-0 flex items-start gap-2"
          style={{ top: topOf(hour * 60, hours) }}
        >
          <span className="w-9 text-meta text-ink-3">{hour}:00</span>
          <span className="mt-2 h-px flex-1 bg-line-soft" />
        </div>
      ))}
      {lunch && (
        <span
          className="absolute left-12 bg-surface pr-2 text-meta text-ink-3"
          style={{ top: topOf(minutesOf(lunch), hours) + 10 }}
        >
          {t("lunch")}
        </span>
      )}
    </>
  )
}

function Place({ block, now, hours }: { block: Block; now: Date; hours: Hours }) {
  const { entry, from, until, lane, lanes } = block
  if (!entry) return null
  const height = ((until - from) / 60) * hours.height
  const style = {
    top: topOf(from, hours) + 8,
    height: height - 1,
    left: `calc(48px + (100% - 48px) * ${lane / lanes})`,
    width: `calc((100% - 48px) / ${lanes} - 2px)`,
  }
  return (
    <>
      <EntryBlock entry={entry} past={(entry.end ?? now) < now} short={height < 36} style={style} />
      {/* Only where its corner is the rail's. */}
      {lane === lanes - 1 && (
        <JoinLink
          entry={entry}
          now={now}
          className="absolute right-1 z-3"
          style={{ top: style.top + 3 }}
        />
      )}
    </>
  )
}

async function Due({ entry, top }: { entry: ShownEntry; top: number }) {
  const [t, { clock }] = await Promise.all([getTranslations("home"), when()])
  return (
    <Link
      href={entry.href}
      className="absolute right-0 left-12 z-2 flex items-center gap-1.5 truncate text-meta hover:underline"
      style={{ top }}
    >
      <Icon name="flag" size={12} className="shrink-0 text-cinnabar-ink" />
      <span className="truncate">
        {clock(entry.start)} {t("deadline", { name: entry.title })}
      </span>
    </Link>
  )
}

async function Now({ minute, at, hours }: { minute: number; at: Date; hours: Hours }) {
  const [t, { clock }] = await Promise.all([getTranslations("home"), when()])
  if (minute < hours.first * 60 || minute > hours.last * 60) return null
  return (
    <div className="absolute inset-x-0 z-2 flex items-center" style={{ top: topOf(minute, hours) }}>
      <span className="rounded-chip bg-cinnabar px-1 text-key font-semibold text-on-cinnabar">
        <span className="sr-only">{t("now")} </span>
        {clock(at)}
      </span>
      <span className="h-[1.5px] flex-1 bg-cinnabar" />
    </div>
  )
}
