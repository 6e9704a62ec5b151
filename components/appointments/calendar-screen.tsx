import { getTranslations } from "next-intl/server"
import { Agenda } from "@/components/appointments/agenda"
import { CalendarHead } from "@/components/appointments/calendar-head"
import { CalendarKeys } from "@/components/appointments/calendar-keys"
import { CalendarMoves } from "@/components/appointments/calendar-moves"
import { HomeDay } from "@/components/appointments/home-day"
import { MonthGrid } from "@/components/appointments/month-grid"
import { moveWords } from "@/components/appointments/move-words"
import { SideColumn } from "@/components/appointments/side-column"
import { WeekGrid } from "@/components/appointments/week-grid"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Still } from "@/components/ui/still"
import type { CalendarFilter } from "@/lib/appointments/calendar-inputs"
import { type CalendarPage, calendarPage } from "@/lib/appointments/page"
import { phoneDays, stepped } from "@/lib/appointments/shown-days"
import type { PersonActor } from "@/lib/platform/actor"
import { busyTopic } from "@/lib/platform/calendar-source"
import { calendarAddress } from "./calendar-address"

/** 日历: days with what they hold, and at the left whose and which of it is shown. */
export async function CalendarScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: CalendarFilter
}) {
  const [words, page, t] = await Promise.all([
    liveWords(),
    calendarPage(actor, filter),
    moveWords(),
  ])
  const home = page.whose.of === "group" ? [`home:group:${page.whose.id}`] : []
  const busy = [...page.colleagues, ...page.members].map(({ id }) => busyTopic(id))
  const topics = [`person:${actor.personId}`, ...homeTopics(actor), ...home, ...busy]
  return (
    <LiveRegion topics={[...new Set(topics)]} words={words}>
      <Still>
        <CalendarHead page={page} />
      </Still>
      <Keys page={page} />
      <div className="flex min-h-0 flex-1">
        <SideColumn actor={actor} page={page} />
        <CalendarMoves words={t} timeZone={page.calendar.timeZone}>
          <Shown page={page} />
        </CalendarMoves>
      </div>
    </LiveRegion>
  )
}

/** A week is too wide for a phone: without a view in the address it shows the list. */
async function Shown({ page }: { page: CalendarPage }) {
  const only = page.usual ? "max-md:hidden" : ""
  const home = page.view === "day" && page.whose.of !== "mine"
  const hours = page.view === "week" || (page.view === "day" && !home)
  return (
    <>
      <Still className={`flex min-h-0 min-w-0 flex-1 flex-col ${only}`}>
        {page.view === "month" && <MonthGrid page={page} />}
        {page.view === "agenda" && <Agenda page={page} />}
        {hours && <WeekGrid page={page} />}
        {home && <HomeDay page={page} />}
      </Still>
      {page.usual && (
        <Still className="min-h-0 min-w-0 flex-1 overflow-y-auto md:hidden">
          <Agenda page={page} days={phoneDays(page.date)} />
        </Still>
      )}
    </>
  )
}

async function Keys({ page: { view, date, today, whose } }: { page: CalendarPage }) {
  const t = await getTranslations("appointments")
  const to = (day: string) => calendarAddress({ view, date: day, whose })
  const [earlier, later] = [to(stepped(view, date, -1)), to(stepped(view, date, 1))]
  const named = (keys: string, label: string, href: string) => ({ keys, label, href })
  const views = (["day", "week", "month", "agenda"] as const).map((each) =>
    named(each.slice(0, 1), t(`views.${each}`), calendarAddress({ view: each, date, whose })),
  )
  return (
    <CalendarKeys
      group={t("title")}
      keys={[
        named("t", t("today"), to(today)),
        named("k", t(`before.${view}`), earlier),
        named("ArrowLeft", t(`before.${view}`), earlier),
        named("j", t(`after.${view}`), later),
        named("ArrowRight", t(`after.${view}`), later),
        ...views,
        named("n", t("new"), `/calendar/new?date=${date}`),
      ]}
    />
  )
}
