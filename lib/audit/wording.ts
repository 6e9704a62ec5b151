import { deviceName } from "@/lib/people/device-name"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import { placeKey, saidOf } from "@/lib/platform/naming"
import { type Change, changesOf, meaningOf } from "./changes"
import { isMark } from "./marks"
import type { AuditEvent } from "./queries"
import { doerOf, sessionFor } from "./sources"
import type { Surroundings } from "./surroundings"
import { words } from "./words"

/** What events say in a language, with the names around them. */
export interface Wording {
  who(event: AuditEvent): string
  action(event: Pick<AuditEvent, "type">): string
  object(event: AuditEvent): string
  /** `仅查看 → 可编辑`: what a row says beside its object; empty for most. */
  detail(event: AuditEvent): string
  source(event: AuditEvent): string
  /** Why it asks for a second look. */
  marks(event: Pick<AuditEvent, "data" | "needsReview">): string
  changes(event: AuditEvent): { field: string; before: string; after: string }[]
}

interface Terms {
  locale: Locale
  around: Surroundings
  moment(at: Date): string
}

export function wording({ locale, around, moment }: Terms): Wording {
  const say = words[locale]
  const value = valueWords({ locale, around, moment })
  const source = (event: AuditEvent) => {
    if (event.actorKind === "system" && !event.address) return say.scheduled
    const { browser } = deviceName(sessionFor(event, around.sessions)?.device ?? null, locale)
    return [browser || say.web, event.address].filter(Boolean).join(locale === "zh" ? "，" : ", ")
  }
  return {
    who: (event) => {
      const doer = doerOf(event)
      if (doer !== null) return around.names.get(doer) ?? `${say.nobody} ${doer}`
      if (event.actorKind !== "guest") return say.system
      return `${say.guest} ${around.guests.get(event.actorId ?? 0) ?? ""}`.trim()
    },
    action: ({ type }) => saidOf(type, locale) ?? say.otherAction,
    object: (event) => objectOf(event, around, locale),
    detail: (event) => detailOf(event, value),
    source,
    marks: ({ data, needsReview }) => {
      const codes = Array.isArray(data.marks) ? data.marks.filter(isMark) : []
      const marks = codes.map((code) => say.mark[code])
      return enumerated(marks.length > 0 || !needsReview ? marks : [say.mark.other], locale)
    },
    changes: (event) =>
      changesOf(event).flatMap((change) => {
        const hidden = !isOpen(event, around)
        const shown = {
          before: value(change, "before", hidden),
          after: value(change, "after", hidden),
        }
        return shown.before || shown.after
          ? [{ field: fieldWord(change.field, locale), ...shown }]
          : []
      }),
  }
}

/** Whether the reader may see what it is about. Things that are no records have nothing to hide. */
const isOpen = (event: AuditEvent, around: Surroundings): boolean =>
  event.kind === "settings" || event.recordId === 0 || around.titles.has(placeKey(event))

/** The title for who may see the record; for everybody else what it is and its number. */
function objectOf(event: AuditEvent, around: Surroundings, locale: Locale): string {
  const title = around.titles.get(placeKey(event))?.title
  if (event.kind === "audit") return words[locale].title
  if (title) return title
  const label = event.kind === "sensitivity" && around.labels.get(event.recordId)
  if (label) return label
  if (event.kind === "department") return around.department(event.recordId)
  const kind = saidOf(event.kind, locale) ?? words[locale].record
  return event.recordId > 0 ? `${kind} #${event.recordId}` : kind
}

/** Where one bare value became another, and which things were touched: the rest stands in the open row. */
function detailOf(event: AuditEvent, value: ValueWords): string {
  const touched = changesOf(event).find(({ field }) => field === "names" || field === "fields")
  if (touched) return value(touched, "after", true)
  if (!("after" in event.data) || typeof event.data.after === "object") return ""
  const [change] = changesOf(event)
  if (!change) return ""
  const [before, after] = [value(change, "before", true), value(change, "after", true)]
  return before && after ? `${before} → ${after}` : after
}

const fieldWord = (field: string, locale: Locale): string =>
  saidOf(`field.${field}`, locale) ?? field

/** `任务 3`: how many of each kind. */
const countsOf = (value: object, locale: Locale): string =>
  Object.entries(value)
    .filter(([, n]) => typeof n === "number" && n > 0)
    .map(([kind, n]) => `${saidOf(`find.${kind}`, locale) ?? saidOf(kind, locale) ?? kind} ${n}`)
    .join(" ")

type ValueWords = (change: Change, side: "before" | "after", hidden: boolean) => string

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const listed = 20

function valueWords({ locale, around, moment }: Terms): ValueWords {
  const say = words[locale]
  const one = (meaning: string, value: unknown, hidden: boolean): string => {
    if (value === null || value === undefined || value === "") return ""
    if (typeof value === "boolean") return value ? say.yes : say.no
    if (typeof value === "number") return numbered(meaning, value)
    if (typeof value === "object") return countsOf(value, locale)
    if (typeof value !== "string") return ""
    if (isoMoment.test(value)) return moment(new Date(value))
    return (
      saidOf(`value.${value}`, locale) ??
      saidOf(`field.${value}`, locale) ??
      saidOf(value, locale) ??
      (hidden ? say.hidden : value.slice(0, 200))
    )
  }
  const numbered = (meaning: string, id: number): string => {
    if (meaning === "person") return around.names.get(id) ?? `${say.nobody} ${id}`
    if (meaning === "department") return around.department(id)
    if (meaning === "sensitivity") return around.labels.get(id) ?? String(id)
    return meaning === "event" ? `#${id}` : String(id)
  }
  return ({ field, ...sides }, side, hidden) => {
    const values = [sides[side]].flat()
    const shown = values.slice(0, listed).map((value) => one(meaningOf(field), value, hidden))
    const more = values.length > listed ? [`+${values.length - listed}`] : []
    return enumerated([...shown.filter(Boolean), ...more], locale)
  }
}
