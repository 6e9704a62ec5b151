import { getLocale, getTranslations } from "next-intl/server"
import { AttendanceAfterwards } from "@/components/meetings/attendance-list"
import { MinutesPublish } from "@/components/meetings/minutes-publish"
import { PlainMinutes } from "@/components/meetings/plain-minutes"
import { RemarkForm } from "@/components/meetings/remark-form"
import { TopicMinutes } from "@/components/meetings/topic-minutes"
import { pickerWords } from "@/components/people/picker-words"
import { writingHelp } from "@/components/shell/writing-help"
import { comingDays } from "@/lib/calendar/coming-days"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import type { MeetingPage, TopicOnPage } from "@/lib/meetings/page"
import { namedIn } from "@/lib/meetings/partakers"
import { writtenSpeaker } from "@/lib/meetings/speaker"
import { words } from "@/lib/meetings/words"
import type { PersonActor } from "@/lib/platform/actor"

/** The minutes as they are written: per topic what was said and what was resolved. */
export async function MinutesEditor({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const { meeting, topics, noteTaker, can } = page
  const t = await getTranslations("meetings.live")
  return (
    <section aria-label={t("minutes")}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2">
        <h2 className="text-panel">{t("minutes")}</h2>
        <span className="text-meta text-ink-2">{t("noteTaker", { name: noteTaker.name })}</span>
        <MinutesPublish page={page} />
      </div>
      {can.lead && meeting.state === "ended" && <AttendanceAfterwards actor={actor} page={page} />}
      {!can.write && <p className="mt-3 text-control text-ink-2">{t("readOnly")}</p>}
      {topics.map((topic) => (
        <Topic
          key={topic.id}
          me={actor.personId}
          page={page}
          topic={topic}
          running={topic.id === meeting.topicId}
        />
      ))}
      {can.write && <Below page={page} />}
    </section>
  )
}

/** 备注; and where there is no script, forms that add rows. */
async function Below({ page }: { page: MeetingPage }) {
  const { meeting, topics } = page
  const [t, plain, live] = await Promise.all([
    getTranslations("meetings.sheet"),
    getTranslations("meetings.plain"),
    getTranslations("meetings.live"),
  ])
  return (
    <>
      <RemarkForm
        id={meeting.id}
        remark={meeting.remark}
        words={{ remark: t("remark"), save: plain("save") }}
      />
      <noscript>
        <PlainMinutes
          id={meeting.id}
          topics={topics.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${title}`,
          }))}
          speakers={speakersIn(page, live.raw("outside"))}
          words={{
            topic: plain("topic"),
            speaker: plain("speaker"),
            point: plain("point"),
            addPoint: plain("addPoint"),
            resolution: plain("resolution"),
            owner: plain("owner"),
            due: plain("due"),
            addResolution: plain("addResolution"),
          }}
        />
      </noscript>
    </>
  )
}

async function Topic({
  me,
  page,
  topic,
  running,
}: {
  me: number
  page: MeetingPage
  topic: TopicOnPage
  running: boolean
}) {
  const { meeting, points, resolutions, person, can } = page
  const [t, locale, help, pick, times, picks] = await Promise.all([
    getTranslations("meetings.live"),
    getLocale(),
    writingHelp(),
    pickerWords(),
    when(),
    duePicks(),
  ])
  const used = Math.round(topic.spent / 60)
  const aside = running
    ? t("running")
    : used > 0
      ? t("took", { minutes: used })
      : t("waiting", { minutes: topic.minutes })
  return (
    <TopicMinutes
      meeting={meeting.id}
      me={me}
      topic={{ id: topic.id, number: topic.number, title: topic.title, running, aside }}
      points={points
        .filter(({ topicId }) => topicId === topic.id)
        .map((point) => ({ ...point, speaker: writtenSpeaker(point) }))
        .map(({ id, version, text, speaker }) => ({ id, version, text, speaker }))}
      resolutions={resolutions
        .filter(({ topicId }) => topicId === topic.id)
        .map(({ id, version, text, ownerId, dueAt, withdrawn }) => ({
          ...{ id, version, text, withdrawn, due: times.field(dueAt) },
          owner: ownerId === null ? null : person(ownerId),
        }))}
      speakers={speakersIn(page, t.raw("outside"))}
      mayWrite={can.write}
      help={help}
      picks={picks}
      words={{ ...words[locale].live, pick }}
    />
  )
}

/** Whoever may have said something: colleagues, then those of other companies. */
const speakersIn = ({ people, meeting }: MeetingPage, mark: string) => [
  ...people.map(({ id, name }) => ({ value: String(id), label: name })),
  ...meeting.outsiders.map(({ id, name }) => ({
    value: writtenSpeaker({ personId: null, outsiderId: id }),
    label: namedIn({ name, outside: true }, mark),
  })),
]

/** End of today, noon of the next working day, end of the one after. */
async function duePicks() {
  const [calendar, times] = await Promise.all([companyCalendar(), when()])
  const days = comingDays(calendar, times.now, 4)
  const moments = [days[0]?.end, days[1]?.noon, days[3]?.end]
  return moments.flatMap((at) =>
    at && at > times.now
      ? [
          {
            value: times.field(at),
            label: times.moment(at).includes(":")
              ? times.moment(at)
              : `${times.date(at)} ${times.clock(at)}`,
          },
        ]
      : [],
  )
}
