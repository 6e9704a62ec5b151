import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GroupAct } from "@/components/groups/group-act"
import { MarkAnnouncementRead } from "@/components/groups/mark-announcement-read"
import { NamedFace } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { hasReadAnnouncement, readersOf } from "@/lib/groups/announcing"
import type { PersonActor } from "@/lib/platform/actor"

/** Who has read the announcement and when, and who hasn't. Opening the page is reading it. */
export async function AnnouncementReaders({
  actor,
  groupId,
  id,
}: {
  actor: PersonActor
  groupId: number
  id: number
}) {
  const [t, times, seen, done] = await Promise.all([
    getTranslations("groups.announcement"),
    when(),
    readersOf(db(), groupId, id),
    hasReadAnnouncement(db(), id, actor.personId),
  ])
  return (
    <Section
      title={t("reading")}
      aside={
        !done && (
          <>
            <MarkAnnouncementRead groupId={groupId} id={id} />
            <noscript>
              <GroupAct act="read" fields={{ groupId, announcementId: id }}>
                {t("readMark")}
              </GroupAct>
            </noscript>
          </>
        )
      }
    >
      <div className="grid items-start gap-x-8 md:grid-cols-2">
        <Column
          title={t("unread", { count: seen.unread })}
          rest={seen.unread - seen.waiting.length}
        >
          {seen.waiting.map((person) => (
            <li key={person.id} className="flex min-h-8 items-center text-control">
              <NamedFace person={person} />
            </li>
          ))}
        </Column>
        <Column title={t("read", { count: seen.read })} rest={seen.read - seen.readers.length}>
          {seen.readers.map(({ at, ...person }) => (
            <li key={person.id} className="flex min-h-8 items-center gap-3 text-control">
              <NamedFace person={person} />
              <time dateTime={at.toISOString()} className="ml-auto text-meta text-ink-3">
                {`${times.feed(at) === times.clock(at) ? "" : `${times.feed(at)} `}${times.clock(at)}`}
              </time>
            </li>
          ))}
        </Column>
      </div>
    </Section>
  )
}

async function Column({
  title,
  rest,
  children,
}: {
  title: string
  rest: number
  children: ReactNode
}) {
  const t = await getTranslations("groups.announcement")
  return (
    <div className="min-w-0 pt-2.5">
      <h3 className="mb-1 text-control font-semibold">{title}</h3>
      <ul>{children}</ul>
      {rest > 0 && <p className="py-1 text-meta text-ink-3">{t("andMore", { count: rest })}</p>}
    </div>
  )
}
