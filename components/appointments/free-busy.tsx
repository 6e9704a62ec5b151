import { getTranslations } from "next-intl/server"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import type { CalendarPage } from "@/lib/appointments/page"
import { when } from "@/lib/calendar/when"
import { periodsOf } from "@/lib/calendar/work-week"
import { addDays, clockIn, instantOf, minutesOf } from "@/lib/calendar/zones"
import type { BusySpan } from "@/lib/platform/calendar-source"

interface Scale {
  first: number
  last: number
}

const partOf = (minutes: number, { first, last }: Scale) =>
  `${((minutes - first * 60) / ((last - first) * 60)) * 100}%`

/** One line for everybody of a home on one day: when each has time. */
export async function FreeBusy({ page }: { page: CalendarPage }) {
  const { members, date, today, now, calendar } = page
  const t = await getTranslations("appointments")
  const spans = spansOn(page)
  const scale = {
    first: Math.min(8, ...spans.map(({ from }) => Math.floor(from / 60))),
    last: Math.max(20, ...spans.map(({ until }) => Math.ceil(until / 60))),
  }
  const hours = Array.from({ length: scale.last - scale.first }, (_, nth) => scale.first + nth)
  const minutes = minutesOf(clockIn(calendar.timeZone, now))
  return (
    <table aria-label={t("freeBusy")} className="w-full min-w-160 table-fixed border-collapse">
      <thead>
        <tr className="h-8 border-b border-line text-meta text-ink-3">
          <th scope="col" className="sticky left-0 z-3 w-33 bg-surface px-4 text-left font-normal">
            {t("people")}
          </th>
          <th scope="col" className="relative border-l border-line font-normal">
            <span className="sr-only">{t("busyTimes")}</span>
            {hours.slice(1).map((hour) => (
              <span
                key={hour}
                aria-hidden
                className="absolute top-2 -translate-x-1/2"
                style={{ left: partOf(hour * 60, scale) }}
              >
                {hour}:00
              </span>
            ))}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id} className="h-9 border-b border-line-soft">
            <th scope="row" className="sticky left-0 z-3 bg-surface px-4 text-left font-normal">
              <span className="flex items-center gap-2 text-control">
                <Face person={member} size={20} />
                <span className="truncate">{member.name}</span>
              </span>
            </th>
            <td className="relative border-l border-line bg-paper p-0">
              <WorkTime page={page} scale={scale} hours={hours} />
              {spans
                .filter(({ span }) => span.personId === member.id)
                .map((each) => (
                  <Stretch key={`${each.from} ${each.span.away}`} {...each} scale={scale} />
                ))}
              {date === today && (
                <span
                  className="absolute inset-y-0 z-2 w-[1.5px] bg-cinnabar"
                  style={{ left: partOf(minutes, scale) }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Stretched {
  span: BusySpan
  from: number
  until: number
}

/** The spans of the day, in minutes of its clock. */
function spansOn({ spans, date, calendar: { timeZone } }: CalendarPage): Stretched[] {
  const start = instantOf(timeZone, date, "00:00")
  const end = instantOf(timeZone, addDays(date, 1), "00:00")
  const at = (instant: Date) => minutesOf(clockIn(timeZone, instant))
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => {
      const whole = span.allDay || span.away
      const [from, until] = whole
        ? [8 * 60, 20 * 60]
        : [span.start <= start ? 0 : at(span.start), span.end >= end ? 1_440 : at(span.end)]
      return { span, from, until }
    })
}

/** Paper is outside work; the hours in it have fine lines. */
function WorkTime({ page, scale, hours }: { page: CalendarPage; scale: Scale; hours: number[] }) {
  return (
    <>
      {periodsOf(page.calendar, page.date).map(([from, until]) => (
        <span
          key={from}
          className="absolute inset-y-0 bg-surface"
          style={{
            left: partOf(minutesOf(from), scale),
            right: `calc(100% - ${partOf(minutesOf(until), scale)})`,
          }}
        />
      ))}
      {hours.slice(1).map((hour) => (
        <span
          key={hour}
          className="absolute inset-y-0 w-px bg-line-soft"
          style={{ left: partOf(hour * 60, scale) }}
        />
      ))}
    </>
  )
}

async function Stretch({ span, from, until, scale }: Stretched & { scale: Scale }) {
  const [t, { clock }] = await Promise.all([getTranslations("appointments"), when()])
  const words = span.away ? t("onLeave") : t("isBusy")
  const times = span.allDay ? t("allDay") : `${clock(span.start)}–${clock(span.end)}`
  return (
    <span
      title={`${words} ${times}`}
      className={cx(
        "absolute inset-y-[7px] z-1 overflow-hidden rounded-label text-meta leading-[21px]",
        span.away ? "calendar-hatched border border-line px-1 text-ink-2" : "bg-c3",
      )}
      style={{
        left: partOf(from, scale),
        right: `calc(100% - ${partOf(until, scale)})`,
      }}
    >
      {span.away ? (
        <span className="bg-surface px-0.5">{words}</span>
      ) : (
        <span className="sr-only">
          {words} {times}
        </span>
      )}
    </span>
  )
}
