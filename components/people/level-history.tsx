import { getLocale, getTranslations } from "next-intl/server"
import { Fragment } from "react"
import { Face } from "@/components/ui/face"
import { when } from "@/lib/calendar/when"
import type { LevelLine } from "@/lib/people/level-history"

/** 更改记录: who, when, before → after, why. */
export async function LevelHistory({ lines }: { lines: LevelLine[] }) {
  const [t, w] = await Promise.all([getTranslations("people.levels"), when()])
  const months = Map.groupBy(lines, ({ at }) => w.month(at))
  return (
    <section
      aria-labelledby="level-history"
      className="h-full w-full border-line max-lg:border-t lg:w-76 lg:overflow-y-auto lg:border-l"
    >
      <h2
        id="level-history"
        className="flex h-13 items-center border-b border-line px-5 text-panel max-md:px-4"
      >
        {t("history")}
      </h2>
      {lines.length === 0 && <p className="px-5 py-3 text-control text-ink-3">{t("noHistory")}</p>}
      {[...months].map(([month, inMonth]) => (
        <Fragment key={month}>
          <h3 className="px-5 pt-3 text-meta text-ink-3 max-md:px-4">{month}</h3>
          <ul>
            {inMonth.map((line) => (
              <HistoryLine key={line.key} line={line} />
            ))}
          </ul>
        </Fragment>
      ))}
      <p className="px-5 py-3 text-meta text-ink-3">{t("historyFoot")}</p>
    </section>
  )
}

async function HistoryLine({ line }: { line: LevelLine }) {
  const [t, w, locale] = await Promise.all([getTranslations("people.levels"), when(), getLocale()])
  const word = (level: LevelLine["before"]) => (level ? t(level) : t("nobody"))
  const reason = line.imported ? t("byImport") : line.reason
  const from =
    locale === "zh" ? `${line.name} ${word(line.before)}` : `${line.name}: ${word(line.before)}`
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2.5 border-b border-line-soft px-5 py-3 text-control max-md:px-4">
      {line.by ? <Face person={line.by} size={20} /> : <span />}
      <span className="font-semibold">{line.by?.name ?? t("bySystem")}</span>
      <time className="text-meta text-ink-2" dateTime={line.at.toISOString()}>
        {w.moment(line.at)}
      </time>
      <span className="col-span-2 col-start-2 text-ink-2">
        {from} → <b className="text-ink">{word(line.after)}</b>
      </span>
      {reason && (
        <span className="col-span-2 col-start-2 text-meta text-ink-2">
          {t("reasonOf", { reason })}
        </span>
      )}
    </li>
  )
}
