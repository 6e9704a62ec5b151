import { getLocale, getTranslations } from "next-intl/server"
import { FollowUpSection } from "@/components/clients/follow-up-section"
import { AlsoToDo } from "@/components/home/also-to-do"
import { ComingUp } from "@/components/home/coming-up"
import { DayLead } from "@/components/home/day-lead"
import { DayRail } from "@/components/home/day-rail"
import { DueToday } from "@/components/home/due-today"
import { MoreLine } from "@/components/home/more-line"
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

const shownAwaiting = 5
const shownSupport = 5

/**
 * 工作台: what today asks of one person, said in a sentence first, then in the order in which it
 * can't wait.
 * @param wide shows everything that waits for support, not the first of it
 */
export async function MyDay({ actor, wide }: { actor: PersonActor; wide: boolean }) {
  const [words, today] = await Promise.all([liveWords(), todayOf(actor)])
  const { urgent, due, owed, asked, calls, support, also, waiting, groups, ...week } = today
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <div className="flex min-h-0 flex-1 max-lg:overflow-y-auto">
        <div className="min-w-0 flex-1 px-8 pt-6 pb-6 max-md:px-4 lg:overflow-y-auto">
          <DayLead name={actor.name} today={today} />
          <UrgentSection rows={urgent} />
          <Still className="mt-7">
            <DueToday tasks={due} />
          </Still>
          <AwaitingSection rows={owed.slice(0, shownAwaiting)} count={owed.length}>
            <MoreLine count={owed.length - shownAwaiting} href="/groups/awaiting" />
          </AwaitingSection>
          <ComingUp entries={week.entries} />
          <OwedTickets rows={asked} />
          <Still className="mt-7 empty:hidden">
            <FollowUpSection rows={calls} />
          </Still>
          <SupportSection
            tasks={wide ? support : support.slice(0, shownSupport)}
            count={support.length}
          >
            {!wide && <MoreLine count={support.length - shownSupport} href="/?support=all" />}
          </SupportSection>
          <Still className="mt-7 empty:hidden">
            <AlsoToDo bundles={also} count={waiting} />
          </Still>
          <GroupNews actor={actor} groups={groups} />
        </div>
        <Still className="contents">
          <DayRail {...week} />
        </Still>
      </div>
    </LiveRegion>
  )
}

async function GroupNews({ actor, groups }: { actor: PersonActor; groups: Today["groups"] }) {
  const [t, talk, locale, { timeZone }] = await Promise.all([
    getTranslations("home"),
    getTranslations("messages.talk"),
    getLocale(),
    when(),
  ])
  const first: readonly GroupLine[] = groups
  const words = {
    ...{ groups: t("groups"), allGroups: t("allGroups"), unread: t.raw("unread") },
    ...{ outsider: talk.raw("outsider"), by: talk.raw("list.by") },
    ...{ today: talk("today"), yesterday: talk("yesterday") },
  }
  return (
    <NewInGroups personId={actor.personId} first={first} reader={{ locale, timeZone, words }} />
  )
}
