import { getTranslations } from "next-intl/server"
import { MinutesObjections } from "@/components/meetings/minutes-objections"
import { Recording } from "@/components/meetings/recording"
import { stateLook } from "@/components/shell/state-look"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { toneBar } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import type { MinutesPage } from "@/lib/meetings/minutes-page"
import type { MeetingPage } from "@/lib/meetings/page"

/** In time or not, how the resolutions stand, who hasn't read, versions. */
export async function MinutesSide({ page, minutes }: { page: MeetingPage; minutes: MinutesPage }) {
  const t = await getTranslations("meetings.sheet")
  return (
    <aside className="w-full max-w-84 max-xl:mt-6 max-md:px-4 print:hidden">
      <InTime page={page} minutes={minutes} />
      <Standing minutes={minutes} />
      <Readers page={page} minutes={minutes} />
      <MinutesObjections meeting={page.meeting.id} objections={minutes.objections} />
      {page.recording && (
        <Recording meeting={page.meeting} recording={page.recording} size="small" />
      )}
      <Section title={t("versions")} count={minutes.versions.length} size="small">
        <Versions page={page} minutes={minutes} />
      </Section>
    </aside>
  )
}

async function InTime({
  page: { meeting, noteTaker },
}: {
  page: MeetingPage
  minutes: MinutesPage
}) {
  const [t, live, times] = await Promise.all([
    getTranslations("meetings.sheet"),
    getTranslations("meetings.live"),
    when(),
  ])
  const { minutesPublishedAt: at, endedAt, minutesDueAt } = meeting
  if (!at || !endedAt || !minutesDueAt) return null
  const minutes = Math.max(0, Math.round((+at - +endedAt) / 60_000))
  const time =
    minutes >= 60
      ? live("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : live("mins", { minutes })
  const good = at <= minutesDueAt
  return (
    <div className="text-control">
      <p className="text-ink-2">{t("by", { name: noteTaker.name, at: times.moment(at) })}</p>
      <p className={`flex items-center gap-1.5 ${good ? "text-done" : "text-support"}`}>
        <Icon name={good ? "check" : "state-late"} size={14} />
        {t(good ? "onTime" : "tooLate", { time })}
      </p>
    </div>
  )
}

const order = ["done", "doing", "need_support", "todo"] as const

async function Standing({ minutes: { states } }: { minutes: MinutesPage }) {
  const [t, words] = await Promise.all([
    getTranslations("meetings.sheet"),
    getTranslations("states"),
  ])
  const all = [...states.values()]
  const counts = order.flatMap((state) => {
    const count = all.filter((task) => task.state === state).length
    return count > 0 ? [{ state, count }] : []
  })
  return (
    <Section
      title={t("resolutions")}
      count={all.length}
      size="small"
      aside={t("made", { count: all.length })}
    >
      <div aria-hidden className="flex h-1.5 gap-0.5">
        {counts.map(({ state, count }) => (
          <span
            key={state}
            className={toneBar[stateLook[state].tone]}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-3 text-meta text-ink-2">
        {counts.map(({ state, count }) => (
          <span key={state}>
            {words(state)} {count}
          </span>
        ))}
      </p>
    </Section>
  )
}

async function Readers({
  page: { people },
  minutes: { readers },
}: {
  page: MeetingPage
  minutes: MinutesPage
}) {
  const t = await getTranslations("meetings.sheet")
  const unread = people.filter(({ id }) => !readers.has(id))
  return (
    <Section
      title={t("readers")}
      count={people.length}
      size="small"
      aside={t("readCount", { count: people.length - unread.length })}
    >
      <ul>
        {unread.map((person) => (
          <li
            key={person.id}
            className="flex h-8 items-center gap-2 border-b border-line-soft text-control"
          >
            <Face person={person} size={20} />
            {person.name}
            {person.attendance === "absent" && (
              <span className="text-meta text-support">{t("absentMark")}</span>
            )}
            <span className="ml-auto text-meta text-ink-3">{t("unread")}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function Versions({
  page: { meeting },
  minutes,
}: {
  page: MeetingPage
  minutes: MinutesPage
}) {
  const [t, times] = await Promise.all([getTranslations("meetings.sheet"), when()])
  return (
    <ul>
      {minutes.versions.map((version) => (
        <li
          key={version.number}
          className="flex min-h-8 items-center gap-2 border-b border-line-soft text-control"
        >
          <Link
            href={`/meetings/${meeting.id}/minutes?version=${version.number}`}
            aria-current={version.number === minutes.shown.number ? "true" : undefined}
            className="aria-[current]:font-semibold hover:underline"
          >
            {t("version", { n: version.number })}
          </Link>
          <span className="min-w-0 flex-1 truncate text-meta text-ink-2">{version.note}</span>
          {version.number > 1 && (
            <Link
              href={`/meetings/${meeting.id}/minutes?version=${version.number}&changes=1`}
              aria-label={t("changesIn", { n: version.number })}
              className="link one-word text-meta"
            >
              {t("changes")}
            </Link>
          )}
          <span className="text-meta text-ink-2">
            {version.by} {times.feed(version.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}
