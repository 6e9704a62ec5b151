import { getLocale, getTranslations } from "next-intl/server"
import { MinutesResolutions } from "@/components/meetings/minutes-resolutions"
import { LinkedText } from "@/components/shell/linked-text"
import { when } from "@/lib/calendar/when"
import { type MinutesContent, resolutionsIn } from "@/lib/meetings/minutes-content"
import type { MinutesPage } from "@/lib/meetings/minutes-page"
import { namedIn } from "@/lib/meetings/partakers"
import type { PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** The minutes in T2's form, with what concerns the reader first. */
export async function MinutesSheet({
  actor,
  minutes,
}: {
  actor: PersonActor
  minutes: MinutesPage
}) {
  const t = await getTranslations("meetings.sheet")
  const { content } = minutes
  const own = resolutionsIn(content).filter(({ owner }) => owner?.id === actor.personId)
  return (
    <article
      data-print="no"
      className="w-full max-w-200 border border-line bg-surface px-14 py-9 max-md:border-0 max-md:px-4 max-md:py-5"
    >
      <h1 className="border-b-2 border-ink pb-4 text-center text-title">
        {t("minutes", { title: content.title })}
      </h1>
      <Facts content={content} />
      {own.length > 0 && (
        <section
          aria-label={t("yours")}
          className="mt-4 border-l-2 border-accent bg-accent-wash px-3 py-2 print:hidden"
        >
          <h2 className="text-control font-semibold">{t("yours")}</h2>
          {own.map(({ id, number, text }) => (
            <p key={id} className="text-control">
              {number} {text}
            </p>
          ))}
        </section>
      )}
      {content.topics.map((topic) => (
        <Topic key={topic.id} topic={topic} minutes={minutes} />
      ))}
      {content.remark && (
        <section aria-label={t("remark")} className="mt-5">
          <h2 className="text-panel">{t("remark")}</h2>
          <p className="py-0.5 text-prose whitespace-pre-line">
            <LinkedText text={content.remark} />
          </p>
        </section>
      )}
    </article>
  )
}

async function Facts({ content }: { content: MinutesContent }) {
  const [t, times, locale] = await Promise.all([
    getTranslations("meetings.sheet"),
    when(),
    getLocale(),
  ])
  const { present, absent, startAt, endAt } = content
  const mark = t.raw("outside")
  const came = present.map((each) =>
    each.late ? t("late", { name: namedIn(each, mark) }) : namedIn(each, mark),
  )
  const missed = absent
    .map((each) => ({ name: namedIn(each, mark), reason: each.reason }))
    .map((each) => (each.reason ? t("absentWhy", each) : each.name))
  const people = [
    enumerated(came, locale),
    missed.length > 0 && t("absent", { names: enumerated(missed, locale) }),
  ]
  const facts = [
    [t("field.title"), content.title],
    [t("field.time"), `${times.date(startAt)} ${times.clock(startAt)}–${times.clock(endAt)}`],
    [t("field.place"), content.place || "—"],
    [t("field.host"), content.host.name],
    [t("field.people"), people.filter(Boolean).join(t("between"))],
  ]
  return (
    <dl className="grid gap-x-4 border-b-2 border-ink py-2.5 text-control md:grid-cols-2">
      {facts.map(([name, value], at) => (
        <div
          key={name}
          className={`grid grid-cols-[76px_1fr] py-1 ${at === facts.length - 1 ? "md:col-span-2" : ""}`}
        >
          <dt className="text-ink-2">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

async function Topic({
  topic,
  minutes,
}: {
  topic: MinutesContent["topics"][number]
  minutes: MinutesPage
}) {
  const t = await getTranslations("meetings.sheet")
  const used = Math.round(topic.spent / 60)
  return (
    <section aria-label={topic.title} className="mt-5">
      <h2 className="text-panel">
        {t("topic", { n: topic.number })}
        <span className="ml-3">{topic.title}</span>
        <span className="ml-2 text-meta font-normal text-ink-3">
          {t("used", { used, planned: topic.minutes })}
        </span>
      </h2>
      {topic.points.map((point) => (
        <p key={point.id} className="grid grid-cols-[64px_minmax(0,1fr)] py-0.5 text-prose">
          <span className="text-ink-2">
            {point.speaker?.name}
            {point.speaker?.outside && (
              <small className="block text-meta text-outside">{t("outsideMark")}</small>
            )}
          </span>
          <span>
            <LinkedText text={point.text} />
            {minutes.changed.has(`point-${point.id}`) && (
              <small className="ml-2 text-meta text-support">{t("changed")}</small>
            )}
          </span>
        </p>
      ))}
      {topic.resolutions.length > 0 && (
        <MinutesResolutions resolutions={topic.resolutions} minutes={minutes} />
      )}
    </section>
  )
}
