"use client"

import { useState } from "react"
import type { Colleague, MeetingFormData, TopicStart } from "@/components/meetings/form-types"
import { mostTopics } from "@/lib/meetings/topic-fields"

export interface TopicRow extends TopicStart {
  /** Its own while the form stands, so that rows keep what is typed when they move. */
  key: number
}

const emptyTopic = { title: "", goal: "", minutes: 10, presenter: "" }

/** What the form knows of itself while it is filled in: for the sum, the rules, free and busy. */
export function useBooking(data: MeetingFormData) {
  const { start, known, me } = data
  const [times, setTimes] = useState({ start: start.start, end: start.end, turn: 0 })
  const [host, setHost] = useState<Colleague[]>(start.host)
  const [noteTaker, setNoteTaker] = useState<Colleague[]>(start.noteTaker)
  const [people, setPeople] = useState({ list: start.people, turn: 0 })
  const [reason, setReason] = useState("")
  const [repeat, setRepeat] = useState(data.repeat.start.repeat)
  const [outside, setOutsiders] = useState(start.outsiders)
  const { named, sum, ...agenda } = useAgenda(start.topics)
  const minutes = Math.round((Date.parse(`${times.end}Z`) - Date.parse(`${times.start}Z`)) / 60_000)
  return {
    ...{ times, host, noteTaker, people, reason, minutes, sum, named },
    known,
    repeats: repeat !== "none",
    /** How many people of other companies: each has an address. */
    outsiders: outside.split("@").length - 1,
    over: Math.max(0, sum - minutes),
    everybody: unique([...(host.length > 0 ? host : [me]), ...noteTaker, ...people.list]),
    hostName: host[0]?.name ?? me.name,
    noteTakerName: noteTaker[0]?.name ?? host[0]?.name ?? me.name,
    ...{ setHost, setNoteTaker, setReason, setRepeat, setOutsiders },
    setStart: (next: string) => setTimes(withStart(times, next)),
    setEnd: (next: string) => setTimes({ ...times, end: next }),
    /** Puts both elsewhere: the fields begin anew with them. */
    moveTo: (from: string, until: string) =>
      setTimes({ start: from, end: until, turn: times.turn + 1 }),
    changePeople: (list: Colleague[]) => setPeople({ list, turn: people.turn }),
    addPeople: (more: Colleague[]) =>
      setPeople({ list: unique([...people.list, ...more]), turn: people.turn + 1 }),
    ...agenda,
  }
}

/** The rows of the agenda. */
function useAgenda(start: readonly TopicStart[]) {
  const [topics, setTopics] = useState<TopicRow[]>(() =>
    (start.length > 0 ? start : [emptyTopic]).map((topic, key) => ({ ...topic, key })),
  )
  const [nextKey, setNextKey] = useState(topics.length)
  const named = topics.filter(({ title, goal }) => title !== "" || goal !== "")
  return {
    ...{ topics, named, sum: named.reduce((all, topic) => all + topic.minutes, 0) },
    changeTopic: (key: number, change: Partial<TopicStart>) =>
      setTopics(topics.map((topic) => (topic.key === key ? { ...topic, ...change } : topic))),
    addTopic: () => {
      setTopics([...topics, { ...emptyTopic, key: nextKey }])
      setNextKey(nextKey + 1)
    },
    /** An agenda of a template; rows that are there but empty give way. */
    takeTopics: (more: Pick<TopicStart, "title" | "goal" | "minutes">[]) => {
      const added = more.map((topic, at) => ({ ...emptyTopic, ...topic, key: nextKey + at }))
      setTopics([...named, ...added].slice(0, mostTopics))
      setNextKey(nextKey + more.length)
    },
    removeTopic: (key: number) => setTopics(topics.filter((topic) => topic.key !== key)),
    moveTopic: (key: number, by: -1 | 1) => setTopics(moved(topics, key, by)),
  }
}

export type Booking = ReturnType<typeof useBooking>

const unique = (all: readonly Colleague[]): Colleague[] => [
  ...new Map(all.map((person) => [person.id, person])).values(),
]

/** The end goes along when the start is put elsewhere. */
function withStart(
  { start, end, turn }: { start: string; end: string; turn: number },
  next: string,
) {
  const lasts = Date.parse(`${end}Z`) - Date.parse(`${start}Z`)
  const until = new Date(Date.parse(`${next}Z`) + lasts)
  const goes = lasts > 0 && !Number.isNaN(until.getTime())
  return { start: next, end: goes ? until.toISOString().slice(0, 16) : end, turn }
}

function moved(topics: readonly TopicRow[], key: number, by: -1 | 1): TopicRow[] {
  const at = topics.findIndex((topic) => topic.key === key)
  const other = topics[at + by]
  const topic = topics[at]
  if (!other || !topic) return [...topics]
  return topics.map((each) => (each === topic ? other : each === other ? topic : each))
}
