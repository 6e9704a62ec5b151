import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import type { MinutesContent } from "./minutes-content"
import { numberOf } from "./minutes-number"
import { namedIn, type Partaker } from "./partakers"
import { templateColumns } from "./template"
import { sheetsWords } from "./words-sheets"

/** Minutes in the form of template T2, for paper: everything as text. */
export interface MinutesForm {
  title: string
  /** Number and version, for the foot of every page. */
  mark: string
  labels: Record<"topics" | "points" | "resolutions" | "owner" | "due" | "remark", string>
  /** Pairs of name and value; those of a pair stand side by side. */
  facts: readonly (readonly (readonly [name: string, value: string])[])[]
  topics: readonly string[]
  points: readonly { topic: string; said: readonly { speaker: string; text: string }[] }[]
  resolutions: readonly { number: string; text: string; owner: string; due: string }[]
  remark: string
  none: string
}

interface About {
  number: number | null
  version: number
  locale: Locale
  timeZone: string
}

export function minutesForm(content: MinutesContent, about: About): MinutesForm {
  const { locale, timeZone } = about
  const words = sheetsWords[locale]
  const label = (at: number) => templateColumns[at]?.[locale] ?? ""
  const moment = (at: Date) => `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}`
  return {
    title: words.titled.replace("{title}", content.title),
    mark: [about.number === null ? "" : numberOf(about.number), words.version]
      .join("  ")
      .replace("{n}", String(about.version)),
    labels: {
      ...{ topics: label(5), points: label(6), resolutions: label(7) },
      ...{ owner: label(8), due: label(9), remark: label(10) },
    },
    facts: factsOf(content, label, moment, locale),
    topics: content.topics.map(
      ({ number, title, minutes }) => `${number}. ${title} (${minutes} min)`,
    ),
    points: content.topics.flatMap(({ number, title, points }) =>
      points.length === 0
        ? []
        : [
            {
              topic: `${number}. ${title}`,
              said: points.map(({ speaker, text }) => ({
                speaker: speaker ? namedIn(speaker, words.outside) : "",
                text,
              })),
            },
          ],
    ),
    resolutions: content.topics.flatMap(({ resolutions }) =>
      resolutions.map(({ number, text, owner, dueAt }) => ({
        ...{ number, text, owner: owner?.name ?? "" },
        due: dueAt ? moment(dueAt) : "",
      })),
    ),
    remark: content.remark,
    none: words.none,
  }
}

function factsOf(
  content: MinutesContent,
  label: (at: number) => string,
  moment: (at: Date) => string,
  locale: Locale,
): MinutesForm["facts"] {
  const words = sheetsWords[locale]
  const { present, absent, startAt, endAt } = content
  const named = (who: Partaker) => namedIn(who, words.outside)
  const came = present.map((each) =>
    each.late ? words.late.replace("{name}", named(each)) : named(each),
  )
  const missed = absent.map((each) =>
    each.reason ? `${named(each)} (${each.reason})` : named(each),
  )
  const people = [
    enumerated(came, locale),
    missed.length > 0 ? words.absent.replace("{names}", enumerated(missed, locale)) : "",
  ]
  const end = moment(endAt)
  const sameDay = moment(startAt).slice(0, 10) === end.slice(0, 10)
  return [
    [[label(0), content.title]],
    [
      [label(1), `${moment(startAt)}-${sameDay ? end.slice(11) : end}`],
      [label(2), content.place || words.none],
    ],
    [
      [label(3), content.host.name],
      [words.noteTaker, content.noteTaker.name],
    ],
    [[label(4), people.filter((each) => each !== "").join(words.between)]],
  ]
}
