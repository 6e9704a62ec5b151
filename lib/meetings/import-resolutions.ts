import { endOfWorkingDay } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { instantOf } from "@/lib/calendar/zones"
import type { NameBook } from "@/lib/people/name-book"
import { momentIn } from "@/lib/platform/cell-values"
import { dayNamedIn, itemsIn } from "./import-lists"

export interface PlannedResolution {
  text: string
  owner: { id: number; name: string } | null
  dueAt: Date | null
}

const listed = (cell: string): string[] =>
  cell
    .split(/[、,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")

/** The one of a list that belongs to the nth; a list of one belongs to all. */
const nthOf = <T>(list: readonly T[], nth: number, all: number): T | undefined =>
  list.length === all ? list[nth] : list.length === 1 ? list[0] : undefined

/**
 * 决议事项 as resolutions, completed with owner and time: those that a sentence names itself go
 * before those of the columns. What stays open is filled in before the minutes are published.
 * @param day of the meeting
 */
export function resolutionsIn(
  { book, calendar }: { book: NameBook; calendar: WorkCalendar },
  { text, owner, due, day }: { text: string; owner: string; due: string; day: string },
): PlannedResolution[] {
  const items = itemsIn(text)
  const [owners, dues] = [listed(owner), listed(due)]
  return items.map((item, nth) => {
    const named = nthOf(owners, nth, items.length)
    const ownDay = dayNamedIn(item, day)
    const written = ownDay
      ? { day: ownDay, clock: null }
      : momentIn(nthOf(dues, nth, items.length) ?? "")
    return {
      text: item,
      owner: leadingPerson(book, item) ?? (named === undefined ? null : personIn(book, named)),
      dueAt: written ? momentOf(calendar, written) : null,
    }
  })
}

const personIn = (book: NameBook, name: string): PlannedResolution["owner"] => {
  const id = book.person(name)
  return typeof id === "number" ? { id, name } : null
}

/** 「陈晨5月12日前给出…」 begins with who does it. */
function leadingPerson(book: NameBook, sentence: string): PlannedResolution["owner"] {
  for (const length of [4, 3, 2]) {
    const found = personIn(book, sentence.slice(0, length))
    if (found !== null) return found
  }
  return null
}

function momentOf(calendar: WorkCalendar, { day, clock }: { day: string; clock: string | null }) {
  if (clock) return instantOf(calendar.timeZone, day, clock)
  return endOfWorkingDay(calendar, day) ?? instantOf(calendar.timeZone, day, "18:00")
}
