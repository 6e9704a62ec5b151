import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import type { MinutesContent } from "./minutes-content"
import { isChanged, type Piece, textDifference, valueDifference } from "./text-difference"

type Topic = MinutesContent["topics"][number]
type Moment = (at: Date) => string

export interface ChangedPoint {
  id: number
  speaker: Piece[]
  text: Piece[]
}

export interface ChangedResolution {
  id: number
  number: string
  text: Piece[]
  owner: Piece[]
  due: Piece[]
}

/** What one version of minutes has otherwise than another: only what differs, in its place. */
export interface MinutesDifference {
  facts: {
    name: "title" | "place" | "host" | "noteTaker" | "present" | "late" | "absent"
    text: Piece[]
  }[]
  topics: {
    id: number
    number: number
    title: Piece[]
    points: ChangedPoint[]
    resolutions: ChangedResolution[]
  }[]
  remark: Piece[]
  /** How many rows differ. */
  count: number
}

/** @param moment writes a time for the reader, in whose language names stand one after another */
export function minutesDifference(
  before: MinutesContent,
  after: MinutesContent,
  moment: Moment,
  locale: Locale,
): MinutesDifference {
  const facts = factsOf(before, after, locale)
  const topics = pairs(before.topics, after.topics)
    .map(([was, is]) => topicOf(was, is, moment))
    .filter(({ title, points, resolutions }) =>
      Boolean(isChanged(title) || points.length || resolutions.length),
    )
  const remark = textDifference(before.remark, after.remark)
  const rows = topics.flatMap(({ title, points, resolutions }) => [
    ...(isChanged(title) ? [title] : []),
    ...points,
    ...resolutions,
  ])
  return {
    ...{ facts, topics },
    remark: isChanged(remark) ? remark : [],
    count: facts.length + rows.length + (isChanged(remark) ? 1 : 0),
  }
}

const namesFor = (locale: Locale) => (people: readonly { name: string; reason?: string }[]) =>
  enumerated(
    people.map(({ name, reason }) => (reason ? `${name} (${reason})` : name)),
    locale,
  )

const lateIn = ({ present }: MinutesContent) => present.filter(({ late }) => late)

function factsOf(
  before: MinutesContent,
  after: MinutesContent,
  locale: Locale,
): MinutesDifference["facts"] {
  const names = namesFor(locale)
  return (
    [
      { name: "title", text: textDifference(before.title, after.title) },
      { name: "place", text: valueDifference(before.place, after.place) },
      { name: "host", text: valueDifference(before.host.name, after.host.name) },
      { name: "noteTaker", text: valueDifference(before.noteTaker.name, after.noteTaker.name) },
      { name: "present", text: textDifference(names(before.present), names(after.present)) },
      { name: "late", text: textDifference(names(lateIn(before)), names(lateIn(after))) },
      { name: "absent", text: textDifference(names(before.absent), names(after.absent)) },
    ] as const
  ).filter(({ text }) => isChanged(text))
}

function topicOf(before: Topic | undefined, after: Topic | undefined, moment: Moment) {
  const shown = after ?? before
  return {
    ...{ id: shown?.id ?? 0, number: shown?.number ?? 0 },
    title: textDifference(before?.title ?? "", after?.title ?? ""),
    points: pairs(before?.points ?? [], after?.points ?? [])
      .map(([was, is]) => ({
        id: (is ?? was)?.id ?? 0,
        speaker: valueDifference(was?.speaker?.name ?? "", is?.speaker?.name ?? ""),
        text: textDifference(was?.text ?? "", is?.text ?? ""),
      }))
      .filter(({ speaker, text }) => isChanged(speaker) || isChanged(text)),
    resolutions: pairs(before?.resolutions ?? [], after?.resolutions ?? [])
      .map(([was, is]) => ({
        ...{ id: (is ?? was)?.id ?? 0, number: (is ?? was)?.number ?? "" },
        text: textDifference(was?.text ?? "", is?.text ?? ""),
        owner: valueDifference(was?.owner?.name ?? "", is?.owner?.name ?? ""),
        due: valueDifference(dueOf(was, moment), dueOf(is, moment)),
      }))
      .filter(({ text, owner, due }) => [text, owner, due].some(isChanged)),
  }
}

const dueOf = (row: { dueAt: Date | null } | undefined, moment: Moment): string =>
  row?.dueAt ? moment(row.dueAt) : ""

/** Rows of two versions that are the same row, in the order of the later one. */
function pairs<T extends { id: number }>(
  before: readonly T[],
  after: readonly T[],
): [T | undefined, T | undefined][] {
  const was = new Map(before.map((each) => [each.id, each]))
  const kept = new Set(after.map(({ id }) => id))
  return [
    ...after.map((each): [T | undefined, T] => [was.get(each.id), each]),
    ...before.filter(({ id }) => !kept.has(id)).map((each): [T, undefined] => [each, undefined]),
  ]
}
