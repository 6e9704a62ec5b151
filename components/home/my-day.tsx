import { getTranslations } from "next-intl/server"
import { FollowUpSection } from "@/components/clients/follow-up-section"
import { AlsoToDo } from "@/components/home/also-to-do"
import { DayRail } from "@/components/home/day-rail"
import { DueToday } from "@/components/home/due-today"
import { MoreLine } from "@/components/home/more-line"
import { AwaitingSection } from "@/components/messages/awaiting-section"
import { NewInGroups } from "@/components/messages/new-in-groups"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { SupportSection } from "@/components/tasks/support-section"
import { OwedTickets } from "@/components/tickets/owed-section"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import { when } from "@/lib/calendar/when"
import { followUpsDue } from "@/lib/clients/due"
import { myWeek } from "@/lib/home/my-week"
import { awaitingMe } from "@/lib/messages/clock-lists"
import { myGroups } from "@/lib/messages/list"
import { listInbox } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { listTasks } from "@/lib/tasks/queries"
import { supportAsked } from "@/lib/tasks/support-asked"
import { ticketsOwed } from "@/lib/tickets/owed"

/** Counted up to this; a few of them stand here. */
const mostAwaiting = 100
const shownAwaiting = 8
const shownSupport = 5

/**
 * 工作台: what today asks of one person, said in a sentence first.
 * @param wide shows everything that waits for support, not the first of it
 */
export async function MyDay({ actor, wide }: { actor: PersonActor; wide: boolean }) {
  const [t, times, words, limits] = await Promise.all([
    getTranslations("home"),
    when(),
    liveWords(),
    bounds(),
  ])
  const [due, waiting, owed, support, groups, calls, asked, { left, ...week }] = await Promise.all([
    listTasks(actor, { view: "mine", due: "today", sort: "due" }, limits),
    listInbox(actor, "open", true),
    awaitingMe(actor, mostAwaiting),
    supportAsked(actor),
    myGroups(actor),
    followUpsDue(actor, limits.endOfToday),
    ticketsOwed(actor),
    myWeek(actor),
  ])
  const late = due.rows.filter((task) => task.overdue).length
  // What is due and what awaits an answer stands above already.
  const above = new Set([
    ...due.rows.map(({ id }) => `task:${id}`),
    ...support.map(({ id }) => `task:${id}`),
    ...owed.map(({ messageId }) => `message:${messageId}`),
    ...calls.map(({ clientId }) => `client:${clientId}`),
    ...asked.map(({ id }) => `ticket:${id}`),
  ])
  const also = waiting.bundles.filter(
    ({ kind, recordId }) => kind !== "task_update" && !above.has(`${kind}:${recordId}`),
  )
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <div className="flex min-h-0 flex-1 max-lg:overflow-y-auto">
        <div className="min-w-0 flex-1 px-8 pt-6 pb-10 max-md:px-4 lg:overflow-y-auto">
          <Still className="contents">
            <h1 className="text-display">
              {t.rich("today", {
                date: () => <time>{times.date(times.now)}</time>,
                weekday: times.weekday(times.now),
              })}
            </h1>
            <p className="mt-1 mb-5 text-ui text-ink-2">
              {t.rich("sentence", {
                name: actor.name,
                count: due.rows.length,
                late,
                plans: left,
                awaiting: owed.length,
                inbox: also.length,
                b: (text) => <strong className="text-ink">{text}</strong>,
              })}
            </p>
          </Still>
          <AwaitingSection rows={owed.slice(0, shownAwaiting)} />
          <OwedTickets rows={asked} />
          <SupportSection
            tasks={wide ? support : support.slice(0, shownSupport)}
            count={support.length}
          >
            {!wide && <MoreLine count={support.length - shownSupport} href="/?support=all" />}
          </SupportSection>
          <Still className="mt-7">
            <DueToday tasks={due.rows} />
            <FollowUpSection rows={calls} />
            <AlsoToDo bundles={also.slice(0, 8)} />
            <NewInGroups groups={groups} />
          </Still>
        </div>
        <Still className="contents">
          <DayRail {...week} />
        </Still>
      </div>
    </LiveRegion>
  )
}
