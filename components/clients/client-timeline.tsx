import { getLocale, getTranslations } from "next-intl/server"
import { clientSentence } from "@/components/clients/client-sentence"
import { RelatedEntry } from "@/components/clients/related-entry"
import { SaidEntry } from "@/components/clients/said-entry"
import { TalkEntry } from "@/components/clients/talk-entry"
import { LinkedText } from "@/components/shell/linked-text"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { TimelineRow } from "@/components/ui/timeline"
import { when } from "@/lib/calendar/when"
import { canCorrect } from "@/lib/clients/communication"
import type { ClientPage } from "@/lib/clients/page"
import { filesIn, namesIn, type TimelineEvent, timelineOf } from "@/lib/clients/timeline"
import type { PersonActor } from "@/lib/platform/actor"
import { saidOf } from "@/lib/platform/said-of"

type Names = Awaited<ReturnType<typeof namesIn>>
type Files = Awaited<ReturnType<typeof filesIn>>

/** 往来: talks, tasks, files and what else there is about the client, in one line of time. */
export async function ClientTimeline({
  actor,
  page: { client },
  after,
}: {
  actor: PersonActor
  page: ClientPage
  after: string | undefined
}) {
  const { entries, next } = await timelineOf(actor, client.id, after)
  const [t, locale, names, files] = await Promise.all([
    getTranslations("clients"),
    getLocale(),
    namesIn(entries),
    filesIn(client.id, entries),
  ])
  const person = (id: number) => names.get(id) ?? { id, name: "" }
  return (
    <Section title={t("timeline")} size="small" className="mt-6">
      {entries.length === 0 && <p className="text-control text-ink-3">{t("noTimeline")}</p>}
      <ol className="space-y-3">
        {entries.map((entry) => {
          if (entry.is === "event")
            return (
              <EventEntry key={`e${entry.event.id}`} {...{ event: entry.event, names, files }} />
            )
          if (entry.is === "record")
            return (
              <RelatedEntry
                key={`${entry.record.kind}${entry.record.id}`}
                record={entry.record}
                kind={saidOf(entry.record.kind, locale)}
              />
            )
          if (entry.is === "said") return <SaidEntry key={`m${entry.said.id}`} said={entry.said} />
          const { record } = entry
          const edit = `/clients/${client.id}/record?communication=${record.id}`
          return (
            <TalkEntry
              key={`t${record.id}`}
              record={record}
              owner={person(record.ownerId)}
              edit={canCorrect(actor, client, record) ? edit : undefined}
            />
          )
        })}
      </ol>
      <div className="mt-4 flex gap-2">
        {after && <ButtonLink href={`/clients/${client.id}`}>{t("latest")}</ButtonLink>}
        {next && (
          <ButtonLink href={`/clients/${client.id}?after=${next}`}>{t("earlier")}</ButtonLink>
        )}
      </div>
    </Section>
  )
}

async function Outside() {
  const t = await getTranslations("guests")
  return <span className="mr-1 text-outside">{t("badgeOver")}</span>
}

/** Who did it, from here or from outside; nobody where the portal did. */
function doerOf({ personId, name, face, guestId, guest }: TimelineEvent) {
  if (personId && name) return { person: { id: personId, name, face } }
  return guestId && guest ? { person: { id: `guest:${guestId}`, name: guest, face: null } } : {}
}

async function EventEntry({
  event,
  names,
  files,
}: {
  event: TimelineEvent
  names: Names
  files: Files
}) {
  const [t, times] = await Promise.all([getTranslations("clients"), when()])
  const { guest, data } = event
  const sent = Array.isArray(data.fileIds) ? data.fileIds : []
  return (
    <TimelineRow
      {...doerOf(event)}
      when={times.feed(event.at)}
      dateTime={event.at.toISOString()}
      note={files.flatMap(({ id, name: file }) =>
        sent.includes(id) ? (
          <a key={id} href={`/files/${id}`} className="link mr-3 inline-flex items-center gap-1">
            <Icon name="paperclip" size={12} />
            {file}
          </a>
        ) : (
          []
        ),
      )}
    >
      {guest && <Outside />}
      <LinkedText
        text={clientSentence(event, t, {
          person: (id) => names.get(Number(id))?.name ?? "",
          date: (at) => (typeof at === "string" ? times.date(new Date(at)) : ""),
        })}
      />
      {event.note && (
        <span className="mt-0.5 block border-l-2 border-line pl-2 text-pretty whitespace-pre-line text-ink-2">
          <LinkedText text={event.note} />
        </span>
      )}
    </TimelineRow>
  )
}
