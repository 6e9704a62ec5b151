import type { GroupRow } from "../group"

/** So many working days from today at a time, or minutes ago. */
export type Moment = { days: number; clock: string } | { minutesAgo: number }

interface SampleAnnouncement {
  at: Moment
  by: string
  topic: string
  body: string
  ordinaryMinutes?: number
  urgentMinutes?: number
  /** Who read it, and how long after. */
  read: readonly (readonly [who: string, minutes: number])[]
}

export interface SampleGroup {
  kind: Exclude<GroupRow["kind"], "direct">
  name: string
  about: string
  made: Moment
  /** Runs it. */
  by: string
  /** Besides those who come with a department. */
  members: readonly string[]
  joinRule?: GroupRow["joinRule"]
  /** A department's path: the group follows it. */
  department?: string
  /** Run it too. */
  managers?: readonly string[]
  onCall?: readonly string[]
  announcements?: readonly SampleAnnouncement[]
  /** Who came in or went by themselves. */
  comings?: readonly { at: Moment; who: string; does: "join" | "leave" }[]
  requests?: readonly {
    at: Moment
    who: string
    note: string
    granted?: { at: Moment; by: string }
  }[]
}

export const on = (days: number, clock: string): Moment => ({ days, clock })
