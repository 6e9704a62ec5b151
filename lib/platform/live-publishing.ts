import { db } from "@/db/engine"
import type { StoredEvent } from "./context"
import { end, frame, hub, recheck, type Stream } from "./live"
import { cursorAfter } from "./live-cursor"
import { tellTopics, tellWhole } from "./live-telling"
import { log } from "./log"
import type { Whole } from "./module"
import { registry } from "./registry"

/** Tells open pages of committed events, each stream once, and rechecks whoever lost access. */
export function publish(events: readonly StoredEvent[]): void {
  const heard = new Map<Stream, Set<string>>()
  for (const event of events)
    for (const topic of spokenTopics(event))
      for (const stream of hub().byTopic.get(topic) ?? []) into(heard, stream, topic)
  const last = events.reduce((most, event) => Math.max(most, event.id), 0)
  const news = (stream: Stream) => {
    const topics = [...(heard.get(stream) ?? [])].filter((topic) => stream.topics.has(topic))
    if (topics.length === 0 || !hub().streams.has(stream.id)) return
    if (!stream.send(frame("change", { topics }, cursorAfter(last)))) end(stream, "slow")
  }
  // Who may have lost access hears that first: a page that read itself again would be sent away
  // with what was being typed on it.
  const doubtful = new Set(events.flatMap(affectedBy))
  for (const stream of new Set([...doubtful, ...heard.keys()]))
    inOrder(stream, doubtful.has(stream) ? () => recheck(stream) : null, () => news(stream))
  for (const event of events) sendWhole(event)
}

/** Topics of an event that pages are told to read again for, at once. */
function spokenTopics(event: StoredEvent): string[] {
  const whole = wholeOf(event)?.topic(event)
  const groups = event.topics.filter((topic) => topic.startsWith("home:group:"))
  if (groups.length > 0) tellSoon(groups)
  return event.topics.filter((topic) => topic !== whole && !groups.includes(topic))
}

const wholeOf = (event: StoredEvent): Whole | undefined => registry().events.get(event.type)?.whole

declare global {
  // Frames leave in the order of their events, whichever copy of this module made them.
  var __qibuWhole: Promise<void> | undefined
  var __qibuSoon: Set<string> | undefined
}

function sendWhole(event: StoredEvent): void {
  const whole = wholeOf(event)
  const topic = whole?.topic(event)
  if (!whole || !topic || !hub().byTopic.has(topic)) return
  const made = whole.frame(db(), event)
  globalThis.__qibuWhole = (globalThis.__qibuWhole ?? Promise.resolve())
    .then(async () => {
      const sent = await made
      if (sent) tellWhole({ topic, ...sent }, cursorAfter(event.id))
    })
    .catch((err) => {
      log.error({ err, event: event.id }, "an event could not be sent whole")
      // Whoever shows the place reads it again.
      tellTopics([topic])
    })
}

const soon = 1_000

/**
 * A busy group would have every page with its count read again and again: such topics are told
 * once a second, however much happens.
 */
function tellSoon(topics: readonly string[]): void {
  if (!globalThis.__qibuSoon) {
    globalThis.__qibuSoon = new Set()
    setTimeout(() => {
      const told = [...(globalThis.__qibuSoon ?? [])]
      globalThis.__qibuSoon = undefined
      tellTopics(told)
    }, soon).unref()
  }
  for (const topic of topics) globalThis.__qibuSoon.add(topic)
}

const busy = new WeakMap<Stream, Promise<void>>()

/** News of one stream leave in the order of their events: a cursor passed over would skip one. */
function inOrder(stream: Stream, first: (() => Promise<void>) | null, then: () => void): void {
  const before = busy.get(stream)
  if (!first && !before) {
    then()
    return
  }
  const turn = Promise.resolve(before).then(first).then(then)
  busy.set(stream, turn)
  void turn.finally(() => {
    if (busy.get(stream) === turn) busy.delete(stream)
  })
}

/**
 * Streams whose permissions an event may have changed: the record's own listeners, and, for
 * events that change access, the people named in `data.personIds`; without it everybody.
 */
function affectedBy(event: StoredEvent): Stream[] {
  const listeners = [...(hub().byTopic.get(`${event.kind}:${event.recordId}`) ?? [])]
  if (!registry().events.get(event.type)?.changesAccess) return listeners
  const named = event.data.personIds
  if (!Array.isArray(named)) return [...hub().streams.values()]
  return [...listeners, ...named.flatMap((id) => [...(hub().byPerson.get(Number(id)) ?? [])])]
}

const into = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
