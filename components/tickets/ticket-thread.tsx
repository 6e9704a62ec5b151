import { getTranslations } from "next-intl/server"
import { exactTime } from "@/components/tickets/exact-time"
import { NoteEntry, ReplyEntry } from "@/components/tickets/thread-entry"
import { ticketSentence } from "@/components/tickets/ticket-sentence"
import { ButtonLink } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { TimelineRow } from "@/components/ui/timeline"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { filesOf } from "@/lib/platform/files/attaching"
import { organisation } from "@/lib/platform/organisation"
import type { TicketScreenData } from "@/lib/tickets/page"
import { namesIn, type ThreadEntry, type ThreadEvent, threadOf } from "@/lib/tickets/thread"

/** 往来: what the client wrote and read, what colleagues noted, and what happened, the newest last. */
export async function TicketThread({
  page: { ticket },
  before,
}: {
  page: TicketScreenData
  before: string | undefined
}) {
  const [{ entries, earlier }, open, inside, t] = await Promise.all([
    threadOf(ticket.id, before),
    filesOf("ticket_page", ticket.id),
    filesOf("ticket", ticket.id),
    getTranslations("tickets.page"),
  ])
  const names = await sentenceNames(entries)
  const place = `/tickets/${ticket.id}`
  return (
    <Section title={t("thread")} size="small" className="mt-6">
      {earlier && (
        <div className="mb-3">
          <ButtonLink href={`${place}?before=${earlier}`}>{t("earlier")}</ButtonLink>
        </div>
      )}
      <ol>
        {entries.map((entry) => {
          if (entry.is === "reply")
            return <ReplyEntry key={entry.key} entry={entry.reply} files={open} />
          if (entry.is === "note") return <NoteEntry key={entry.key} entry={entry} files={inside} />
          return <Happened key={entry.key} event={entry.event} names={names} />
        })}
      </ol>
      {before && (
        <div className="mt-4">
          <ButtonLink href={place}>{t("latest")}</ButtonLink>
        </div>
      )}
    </Section>
  )
}

async function sentenceNames(entries: readonly ThreadEntry[]) {
  const [people, { departments }, states, times] = await Promise.all([
    namesIn(entries),
    organisation(db()),
    getTranslations("states"),
    when(),
  ])
  const levels = ["high", "medium", "low"] as const
  return {
    person: (id: unknown) => people.get(Number(id)) ?? "",
    department: (id: unknown) => departments.get(Number(id))?.name ?? "",
    priority: (code: unknown) => states(levels.find((level) => level === code) ?? "medium"),
    moment: (at: unknown) => (typeof at === "string" ? exactTime(times, new Date(at)) : ""),
  }
}

async function Happened({
  event,
  names,
}: {
  event: ThreadEvent
  names: Awaited<ReturnType<typeof sentenceNames>>
}) {
  const [t, times] = await Promise.all([getTranslations("tickets"), when()])
  const { personId, name, face } = event
  return (
    <li className="border-b border-line-soft py-2">
      <ol>
        <TimelineRow
          {...(personId && name && { person: { id: personId, name, face } })}
          when={exactTime(times, event.at)}
          dateTime={event.at.toISOString()}
        >
          {ticketSentence(event, t, names)}
        </TimelineRow>
      </ol>
    </li>
  )
}
