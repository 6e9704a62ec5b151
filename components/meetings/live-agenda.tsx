import { getTranslations } from "next-intl/server"
import { ActForm } from "@/components/meetings/act-form"
import { CarriedList } from "@/components/meetings/carried-list"
import { Pace } from "@/components/meetings/pace"
import { TopicStrip } from "@/components/meetings/topic-strip"
import { TopicTimer } from "@/components/meetings/topic-timer"
import { Icon } from "@/components/ui/icon"
import { when } from "@/lib/calendar/when"
import type { MeetingPage, TopicOnPage } from "@/lib/meetings/page"

/** The topics with the running one opened: its clock, on to the next, five minutes more. */
export async function LiveAgenda({ page }: { page: MeetingPage }) {
  const [t, times] = await Promise.all([getTranslations("meetings.live"), when()])
  const { topics, meeting } = page
  const total = topics.reduce((all, { minutes }) => all + minutes, 0)
  return (
    <aside
      aria-label={t("agenda")}
      className="shrink-0 border-line bg-paper max-lg:border-b lg:w-72 lg:overflow-y-auto lg:border-r"
    >
      <div className="border-b border-line px-5 pt-3.5 pb-4">
        <div className="flex items-baseline justify-between">
          <h2 className="text-panel">
            {t("agenda")} <span className="font-normal text-ink-3">{topics.length}</span>
          </h2>
          <span className="text-meta text-ink-2">{t("total", { minutes: total })}</span>
        </div>
        <TopicStrip topics={topics} running={meeting.topicId} label={t("progress")} />
      </div>
      <ol>
        {topics.map((topic) => (
          <Line key={topic.id} page={page} topic={topic} />
        ))}
      </ol>
      <Pace
        topics={topics.map(({ id, minutes, spent, startedAt }) => ({
          ...{ id, minutes, spent, startedAt: startedAt?.getTime() ?? null },
        }))}
        end={meeting.endAt.getTime()}
        timeZone={times.timeZone}
        words={{ late: t.raw("paceLate"), good: t.raw("paceGood") }}
      />
    </aside>
  )
}

async function Line({ page, topic }: { page: MeetingPage; topic: TopicOnPage }) {
  const t = await getTranslations("meetings")
  const { meeting, can } = page
  if (topic.id === meeting.topicId) return <Running page={page} topic={topic} />
  const used = Math.round(topic.spent / 60)
  const done = topic.spent > 0
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2 border-b border-line px-5 py-3 text-control">
      <span className="text-ink-3">{done ? <Icon name="check" size={14} /> : topic.number}</span>
      <span className={done ? "text-ink-2" : ""}>
        {can.lead ? (
          <ActForm
            does="topic"
            id={meeting.id}
            topic={topic.id}
            word={topic.title}
            label={`${t("live.goTo", { n: topic.number })} ${topic.title}`}
            tone="text"
          />
        ) : (
          topic.title
        )}
        {topic.goal && (
          <small className="block text-meta text-ink-2">
            {t("page.goal", { goal: topic.goal })}
          </small>
        )}
      </span>
      <span className={used > topic.minutes ? "text-support" : "text-ink-2"}>
        {done
          ? t("page.used", { used, planned: topic.minutes })
          : t("page.minutes", { count: topic.minutes })}
      </span>
    </li>
  )
}

async function Running({ page, topic }: { page: MeetingPage; topic: TopicOnPage }) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  const { meeting, topics, can } = page
  const at = topics.findIndex(({ id }) => id === topic.id)
  const [before, next] = [topics[at - 1], topics[at + 1]]
  return (
    <li
      aria-current="step"
      className="border-b border-line bg-surface px-5 py-3.5 shadow-[inset_2px_0_0_var(--color-accent)]"
    >
      <div className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2 text-control">
        <span className="text-ink-3">{topic.number}</span>
        <span className="font-semibold">{topic.title}</span>
        <span className="text-ink-2">{t("page.minutes", { count: topic.minutes })}</span>
      </div>
      {topic.goal && (
        <p className="pl-7 text-meta text-ink-2">{t("page.goal", { goal: topic.goal })}</p>
      )}
      <div className="pl-7">
        {topic.carried && <CarriedList page={page} />}
        <TopicTimer
          key={topic.id}
          minutes={topic.minutes}
          spent={topic.spent}
          startedAt={topic.startedAt?.getTime() ?? null}
          timeZone={times.timeZone}
          words={{
            left: t("live.left"),
            over: t("live.over"),
            ends: t.raw("live.ends"),
          }}
        />
        {can.lead && (
          <div className="mt-3 flex flex-wrap gap-2">
            {next && (
              <ActForm
                does="topic"
                id={meeting.id}
                topic={next.id}
                word={t("live.next")}
                tone="primary"
                icon="arrow-right"
              />
            )}
            <ActForm does="extend" id={meeting.id} topic={topic.id} word={t("live.extend")} />
            {before && (
              <ActForm
                does="topic"
                id={meeting.id}
                topic={before.id}
                word={t("live.previous")}
                tone="quiet"
              />
            )}
          </div>
        )}
      </div>
    </li>
  )
}
