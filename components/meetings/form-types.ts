import type { RepeatData } from "@/components/appointments/repeat-data"
import type { PickerWords } from "@/components/ui/people-picker"
import type { WritingHelp } from "@/components/ui/use-writing"
import type { words } from "@/lib/meetings/words"
import type { StopWords } from "@/lib/outward/words-stop"
import type { Locale } from "@/lib/platform/actor"

export interface Colleague {
  id: number
  name: string
  face?: number | null
}

export interface TopicStart {
  id?: number
  title: string
  goal: string
  minutes: number
  presenter: string
}

export interface AgendaTemplate {
  id: number
  name: string
  shared: boolean
  topics: { title: string; goal: string; minutes: number }[]
}

interface Choice {
  value: string | number
  label: string
}

type Words = (typeof words)["zh"]

/** What the server hands to the form: choices, words, and the values it begins with. */
export interface MeetingFormData {
  /** Named when one is changed rather than booked. */
  known?: { id: number; version: number; published: boolean }
  repeat: RepeatData
  /** Whether it is one of a series that others have heard of: then a change says which it is about. */
  series: boolean
  /** IANA name: the day that a notice counts by is the company's. */
  timeZone: string
  locale: Locale
  me: Colleague
  groups: Choice[]
  invites: Choice[]
  labels: Choice[]
  follows: Choice[]
  templates: AgendaTemplate[]
  /** Whether the reader may keep templates for everybody. */
  mayShare: boolean
  help: WritingHelp
  /** Somebody from outside was let in to it: they read its agenda, too. */
  guests: boolean
  stop: StopWords
  start: Record<
    | "title"
    | "start"
    | "end"
    | "place"
    | "online"
    | "group"
    | "sensitivity"
    | "follows"
    | "outsiders",
    string
  > & { host: Colleague[]; noteTaker: Colleague[]; people: Colleague[]; topics: TopicStart[] }
  words: Pick<Words, "field" | "form" | "template"> & { pick: PickerWords }
}
