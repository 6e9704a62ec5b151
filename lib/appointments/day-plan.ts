import { addDays, clockIn, instantOf, minutesOf } from "@/lib/calendar/zones"
import type { ShownEntry } from "./entries"
import type { BusyTogether } from "./together"

/** Something that takes a stretch of a day, in minutes of its clock. */
export interface Block {
  entry?: ShownEntry
  busy?: BusyTogether
  from: number
  until: number
  /** Its place beside what happens at the same time, of so many. */
  lane: number
  lanes: number
}

export interface DayPlan {
  day: string
  /** Without a place among the hours: whole days, and deadlines. */
  above: { entry?: ShownEntry; busy?: BusyTogether }[]
  blocks: Block[]
}

interface Timed {
  start: Date
  end: Date | null
  allDay?: boolean
}

const DAY = 86_400_000
/** An entry that is shorter couldn't be read or pressed. */
const least = 25

const isAbove = ({ start, end, allDay }: Timed) => !end || allDay || +end - +start >= DAY

/** What lies on which day, and where. */
export function planDays(
  days: readonly string[],
  entries: readonly ShownEntry[],
  busy: readonly BusyTogether[],
  timeZone: string,
): DayPlan[] {
  const all = [
    ...entries.map((entry) => ({ entry, at: entry })),
    ...busy.map((span) => ({ busy: span, at: span })),
  ]
  return days.map((day) => {
    const start = instantOf(timeZone, day, "00:00")
    const end = instantOf(timeZone, addDays(day, 1), "00:00")
    const here = all.filter(({ at }) =>
      at.end ? at.start < end && at.end > start : at.start >= start && at.start < end,
    )
    const blocks = here
      .filter(({ at }) => !isAbove(at))
      .map(({ at, ...what }) => {
        const { from, until } = minutesIn(at, start, end, timeZone)
        return { ...what, from, until: "entry" in what ? Math.max(until, from + least) : until }
      })
    const above = here.filter(({ at }) => isAbove(at)).map(({ at: _, ...what }) => what)
    return { day, above, blocks: side(blocks) }
  })
}

function minutesIn(at: Timed, start: Date, end: Date, timeZone: string) {
  const from = at.start <= start ? 0 : minutesOf(clockIn(timeZone, at.start))
  const until = !at.end || at.end >= end ? 1_440 : minutesOf(clockIn(timeZone, at.end))
  return { from, until }
}

/** Puts what happens at the same time side by side. */
function side(blocks: Omit<Block, "lane" | "lanes">[]): Block[] {
  const sorted = blocks.toSorted((a, b) => a.from - b.from || b.until - a.until)
  const found: Block[] = []
  let cluster: Block[] = []
  let end = -1
  const close = () => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane)) + 1
    for (const block of cluster) found.push({ ...block, lanes })
    cluster = []
  }
  for (const block of sorted) {
    if (block.from >= end) close()
    const taken = new Set(cluster.filter(({ until }) => until > block.from).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    cluster.push({ ...block, lane, lanes: 1 })
    end = Math.max(end, block.until)
  }
  close()
  return found
}

/** The hour that a grid begins with when it is opened: the office's, or what is there before. */
export const firstShown = (plans: readonly DayPlan[]): number =>
  Math.min(8, ...plans.flatMap(({ blocks }) => blocks.map(({ from }) => Math.floor(from / 60))))
