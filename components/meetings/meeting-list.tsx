import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/meetings/meeting-address"
import { MeetingRow } from "@/components/meetings/meeting-row"
import { Empty } from "@/components/ui/empty"
import { ListKeys } from "@/components/ui/list-keys"
import { ListPages } from "@/components/ui/list-pages"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import { dayIn } from "@/lib/calendar/zones"
import type { MeetingFilter } from "@/lib/meetings/inputs"
import { listMeetings } from "@/lib/meetings/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** One page of meetings, by days. */
export async function MeetingList({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: MeetingFilter
}) {
  const [t, k, times, page] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("tasks.keys"),
    when(),
    listMeetings(actor, filter),
  ])
  if (page.rows.length === 0)
    return <Empty title={t(`empty.${filter.view}`)}>{t("emptyHint")}</Empty>
  const days = Map.groupBy(page.rows, ({ startAt }) => dayIn(times.timeZone, startAt))
  const near = (at: Date) => {
    const away = times.daysAway(at)
    return Math.abs(away) <= 1 ? times.moment(at).split(" ")[0] : times.date(at)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-6">
      <Still>
        {[...days].map(([day, rows]) => (
          <section key={day} aria-label={day}>
            <h2 className="flex h-9 items-center gap-2 border-b border-line px-gutter text-control font-semibold">
              <span className="one-word">{rows[0] && near(rows[0].startAt)}</span>
              <span className="font-normal text-ink-3">
                {rows[0] && times.weekday(rows[0].startAt)}
              </span>
            </h2>
            {rows.map((row) => (
              <MeetingRow key={row.id} row={row} actor={actor} />
            ))}
          </section>
        ))}
        <ListPages
          after={filter.after}
          next={page.next}
          to={(after) => addressOf({ ...filter, after })}
          more={t("more")}
        />
      </Still>
      <ListKeys group={k("list")} down={k("down")} up={k("up")} />
    </div>
  )
}
