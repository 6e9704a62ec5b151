/** So many working days from today at a time, or minutes from now (before it when negative). */
export type Moment = { days: number; clock: string } | { minutes: number }

export const on = (days: number, clock: string): Moment => ({ days, clock })

/** How a task went on after the minutes were out. */
export type Went = "done" | "need_support" | number

export interface SampleTopic {
  title: string
  goal: string
  minutes: number
  presenter?: string
  /** Minutes that it took. */
  took?: number
  points?: readonly (readonly [speaker: string, text: string])[]
  resolutions?: readonly (readonly [text: string, owner: string, due: Moment, went?: Went])[]
}

export interface SampleMeeting {
  /** Others follow it by this. */
  key: string
  follows?: string
  title: string
  group?: string
  label?: string
  host: string
  noteTaker: string
  people: string
  place: string
  online?: string
  /** People of other companies: `王敏 wang.min@yuanshan.example`, a comma apart. */
  outsiders?: string
  start: Moment
  /** Minutes. */
  lasts: number
  booked: Moment
  /** How it comes again, as `writeRecurrence` writes it but for the weekday, which is its own. */
  weekly?: { interval: number; count?: number }
  stays?: "draft" | "published" | "live" | "ended" | { cancelled: string }
  answers?: readonly (readonly [name: string, answer: "yes" | "no" | "maybe", reason?: string])[]
  absent?: Readonly<Record<string, string>>
  late?: readonly string[]
  /** Minutes after the end at which the minutes were out. */
  written?: number
  /** Points that read otherwise at first; `after` minutes. */
  corrected?: {
    note: string
    after: number
    points: readonly (readonly [was: string, is: string])[]
  }
  /** Who objected, and how it was answered: minutes after the first version. */
  objected?: {
    by: string
    after: number
    what: string
    why: string
    answered: { after: number; outcome: "corrected" | "kept"; answer: string }
  }
  /** There is something to listen to. */
  recorded?: true
  topics: readonly SampleTopic[]
}
