import { getLocale, getTranslations } from "next-intl/server"
import { FollowUpSection } from "@/components/clients/follow-up-section"
import { AlsoToDo } from "@/components/home/also-to-do"
import { BeginHere } from "@/components/home/begin-here"
import { ComingUp } from "@/components/home/coming-up"
import { DayLead } from "@/components/home/day-lead"
import { DayRail } from "@/components/home/day-rail"
import { dayRoom } from "@/components/home/day-room"
import { DueToday } from "@/components/home/due-today"
import { AwaitingSection, UrgentSection } from "@/components/messages/awaiting-section"
import { NewInGroups } from "@/components/messages/new-in-groups"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { SupportSection } from "@/components/tasks/support-section"
import { OwedTickets } from "@/components/tickets/owed-section"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import { type Today, todayOf } from "@/lib/home/today"
import type { GroupLine } from "@/lib/messages/list"
import type { PersonActor } from "@/lib/platform/actor"

/**
 * 工作台: what today asks of one person, said in a sentence first, then in the order in which it
 * can't wait.
 * @param wide shows everything that waits for support, not the first of it
 */
export async function MyDay({ actor, wide }: { actor: PersonActor; wide: boolean }) {
  const [words, today] = await Promise.all([liveWords(), todayOf(actor)])
  const { urgent, due, owed, asked, calls, support, also, waiting, groups, ...week } = today
  const { full, of, groups: groupRows } = dayRoom(today, wide)
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <div className="flex min-h-0 flex-1 max-lg:overflow-y-auto">
        <div
          data-full={full ? "" : undefined}
          className="min-w-0 flex-1 px-8 pt-6 pb-6 max-md:px-4 lg:overflow-y-auto data-full:pb-4 data-full:[&>.mt-7]:mt-5"
        >
          <DayLead name={actor.name} today={today} />
          <UrgentSection rows={urgent} />
          <Still className="mt-7">
            <DueToday due={due} shown={of("due")} />
          </Still>
          <AwaitingSection rows={owed} shown={of("owed")} />
          <ComingUp entries={week.entries} />
          <OwedTickets rows={asked} shown={of("asked")} />
          <Still className="mt-7 empty:hidden">
            <FollowUpSection rows={calls} shown={of("calls")} />
          </Still>
          <SupportSection tasks={support} shown={of("support")} />
          <Still className="mt-7 empty:hidden">
            <AlsoToDo bundles={also.slice(0, of("also"))} count={waiting} />
          </Still>
          <GroupNews actor={actor} groups={groups} shown={groupRows} />
          {asksNothing(today) && (
            <Still className="mt-7">
              <BeginHere actor={actor} groups={groups.filter(({ unread }) => unread === 0)} />
            </Still>
          )}
        </div>
        <Still className="contents">
          <DayRail {...week} />
        </Still>
      </div>
    </LiveRegion>
  )
}

/** Nothing to hand in, to answer or to attend. */
const asksNothing = ({ due, urgent, owed, asked, calls, support, left }: Today): boolean =>
  [due.count, urgent.length, owed.length, asked.length, calls.length, support.length, left].every(
    (count) => count === 0,
  )

async function GroupNews({
  actor,
  groups,
  shown,
}: {
  actor: PersonActor
  groups: Today["groups"]
  shown: number
}) {
  const [t, talk, locale, { timeZone }] = await Promise.all([
    getTranslations("home"),
    getTranslations("messages.talk"),
    getLocale(),
    when(),
  ])
  const first: readonly GroupLine[] = groups
  const words = {
    ...{ groups: t("groups"), allGroups: t("allGroups") },
    ...{ unread: t.raw("unread"), more: t.raw("more") },
    ...{ outsider: talk.raw("outsider"), by: talk.raw("list.by") },
    ...{ today: talk("today"), yesterday: talk("yesterday") },
  }
  return (
    <NewInGroups
      {...{ first, shown }}
      personId={actor.personId}
      reader={{ locale, timeZone, words }}
    />
  )
}
