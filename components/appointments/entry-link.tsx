import { getTranslations } from "next-intl/server"
import type { CSSProperties } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { ShownEntry } from "@/lib/appointments/entries"
import { when } from "@/lib/calendar/when"

/** What `CalendarMoves` has to know of an entry that may be put at another time. */
export const movable = (entry: ShownEntry) => ({
  ...(entry.moves !== undefined && {
    "data-moves": entry.moves,
    "data-kind": entry.kind,
    "data-id": entry.id,
    "data-day": entry.day ?? "",
    "data-start": entry.start.toISOString(),
    "data-end": entry.end?.toISOString() ?? "",
    "data-whole": entry.allDay ? "" : undefined,
    "data-title": entry.title,
  }),
})

const markLooks = { overdue: "font-semibold text-cinnabar-ink", done: "text-ink-3" }

const keyOf = ({ kind, id, day }: ShownEntry) => `${kind}-${id}-${day ?? ""}`

/** A flag for what is due, a tick when it is done, nothing for what takes time. */
function Sign({ entry }: { entry: ShownEntry }) {
  if (entry.look === "away") return <Icon name="coffee" size={12} className="shrink-0 text-ink-3" />
  if (entry.look !== "deadline") return null
  return entry.mark === "done" ? (
    <Icon name="check" size={12} className="shrink-0 text-done" />
  ) : (
    <Icon name="flag" size={12} className="shrink-0" />
  )
}

/** One line: in the row of whole days, in a month, in the list. */
export async function EntryLine({
  entry,
  time,
  className,
}: {
  entry: ShownEntry
  /** The time stands before the title, or behind it where there is room for both. */
  time?: "before" | "after"
  className?: string
}) {
  const [t, { clock }] = await Promise.all([getTranslations("appointments"), when()])
  const at = !entry.allDay && time && (
    <time className="shrink-0 text-ink-3">{clock(entry.start)}</time>
  )
  return (
    <Link
      href={entry.href}
      data-key={keyOf(entry)}
      {...movable(entry)}
      className={cx(
        "calendar-entry",
        entry.look === "appointment" ? "calendar-ruled pr-1 pl-2" : "rounded-label px-1",
        entry.mark && markLooks[entry.mark],
        time === "after" && "h-5 flex-wrap overflow-hidden",
        className,
      )}
    >
      <Sign entry={entry} />
      {time === "before" && at}
      <span className={cx("truncate", time === "after" && "min-w-0 grow basis-[3em]")}>
        {entry.title}
      </span>
      {entry.mark && <span className="sr-only">{t(entry.mark)}</span>}
      {time === "after" && at && <span className="ml-auto">{at}</span>}
    </Link>
  )
}

/** A block among the hours: title, and the place where there is room for it. */
export async function EntryBlock({
  entry,
  past,
  short,
  style,
}: {
  entry: ShownEntry
  past: boolean
  short: boolean
  style: CSSProperties
}) {
  const { clock } = await when()
  const times = `${clock(entry.start)}–${entry.end ? clock(entry.end) : ""}`
  return (
    <Link
      href={entry.href}
      data-key={keyOf(entry)}
      {...movable(entry)}
      style={style}
      className={cx("calendar-block", past && "calendar-past", short && "calendar-short")}
    >
      <span className="sr-only">{times} </span>
      <span className="calendar-title">{entry.title}</span>
      {!short && <span className="block truncate text-ink-2">{entry.place || times}</span>}
    </Link>
  )
}
