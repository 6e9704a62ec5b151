import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { ChangedText } from "@/components/meetings/changed-text"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import { type MinutesDifference, minutesDifference } from "@/lib/meetings/minutes-difference"
import type { MinutesPage } from "@/lib/meetings/minutes-page"
import type { Piece } from "@/lib/meetings/text-difference"

/** What a correction corrected, word by word: the version that is shown against the one before. */
export async function MinutesChanges({
  meeting,
  minutes,
}: {
  meeting: number
  minutes: MinutesPage
}) {
  const [t, times, locale] = await Promise.all([
    getTranslations("meetings.sheet"),
    when(),
    getLocale(),
  ])
  const { shown, content, before } = minutes
  if (!before) return null
  const difference = minutesDifference(
    before.content,
    content,
    (at) => `${times.date(at)} ${times.clock(at)}`,
    locale,
  )
  const changed = await marker()
  return (
    <article className="w-full max-w-200 border border-line bg-surface px-14 py-9 max-md:border-0 max-md:px-4 max-md:py-5">
      <h1 className="border-b-2 border-ink pb-4 text-title">
        {t("changesOf", { title: content.title, from: before.number, to: shown.number })}
      </h1>
      <p className="flex flex-wrap items-center gap-x-4 border-b border-line py-2.5 text-control text-ink-2">
        <span>{t("changeCount", { count: difference.count })}</span>
        {shown.note && <span>{t("changeNote", { note: shown.note })}</span>}
        <span>
          {shown.by} {times.feed(shown.at)}
        </span>
        <Link
          href={`/meetings/${meeting}/minutes?version=${shown.number}`}
          className="link ml-auto print:hidden"
        >
          {t("wholeVersion")}
        </Link>
      </p>
      <Facts difference={difference} changed={changed} />
      {difference.topics.map((topic) => (
        <Topic key={topic.id} topic={topic} changed={changed} />
      ))}
      {difference.remark.length > 0 && (
        <section aria-label={t("remark")} className="mt-5">
          <h2 className="text-panel">{t("remark")}</h2>
          <p className="py-1 text-prose">{changed(difference.remark)}</p>
        </section>
      )}
    </article>
  )
}

type Changed = (pieces: readonly Piece[]) => ReactNode

async function marker(): Promise<Changed> {
  const t = await getTranslations("meetings.sheet")
  const words = { added: t("addedMark"), removed: t("removedMark") }
  return (pieces) => <ChangedText pieces={pieces} words={words} />
}

async function Facts({ difference, changed }: { difference: MinutesDifference; changed: Changed }) {
  const t = await getTranslations("meetings.sheet")
  if (difference.facts.length === 0) return null
  return (
    <dl className="border-b border-line py-2 text-control">
      {difference.facts.map(({ name, text }) => (
        <div key={name} className="grid grid-cols-[76px_1fr] py-1">
          <dt className="text-ink-2">{t(`fact.${name}`)}</dt>
          <dd>{changed(text)}</dd>
        </div>
      ))}
    </dl>
  )
}

async function Topic({
  topic: { number, title, points, resolutions },
  changed,
}: {
  topic: MinutesDifference["topics"][number]
  changed: Changed
}) {
  const t = await getTranslations("meetings.sheet")
  return (
    <section className="mt-5">
      <h2 className="text-panel">
        {t("topic", { n: number })}
        <span className="ml-3">{changed(title)}</span>
      </h2>
      {points.map((point) => (
        <p key={point.id} className="grid grid-cols-[64px_minmax(0,1fr)] py-0.5 text-prose">
          <span className="text-ink-2">{changed(point.speaker)}</span>
          <span>{changed(point.text)}</span>
        </p>
      ))}
      {resolutions.map((each) => (
        <p
          key={each.id}
          className="grid grid-cols-[64px_minmax(0,1fr)] border-t border-line-soft py-1 text-prose"
        >
          <span className="text-ink-3">{each.number}</span>
          <span>
            {changed(each.text)}
            <span className="flex flex-wrap gap-x-4 text-control text-ink-2">
              <span>
                {t("columns.owner")} {changed(each.owner)}
              </span>
              <span>
                {t("columns.due")} {changed(each.due)}
              </span>
            </span>
          </span>
        </p>
      ))}
    </section>
  )
}
