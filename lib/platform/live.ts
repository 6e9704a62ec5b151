/** Why a stream ends; the page shows it and keeps only what the person was typing. */
export type EndReason =
  | "signed_out"
  | "disabled"
  | "expired"
  | "revoked"
  | "suspended"
  | "slow"
  | "stopping"

/** One browser's open connection, shared by its tabs. */
export interface Stream {
  id: string
  /** Who reads it; of a guest's stream 0, and the session is one of theirs. */
  personId: number
  sessionId: number
  guest?: true
  topics: Set<string>
  /** @returns false when the reader is too far behind and must be dropped */
  send(frame: string | Uint8Array): boolean
  close(): void
}

/** Looks again at what a stream may hear, after something changed that. */
export type Recheck = (stream: Stream) => Promise<EndReason | { lost: string[] }>

interface Hub {
  streams: Map<string, Stream>
  byTopic: Map<string, Set<Stream>>
  byPerson: Map<number, Set<Stream>>
  recheck: Recheck | null
}

declare global {
  // Actions, pages and the stream's route are separate copies of this module.
  var __qibuHub: Hub | undefined
}

export function hub(): Hub {
  globalThis.__qibuHub ??= {
    streams: new Map(),
    byTopic: new Map(),
    byPerson: new Map(),
    recheck: null,
  }
  return globalThis.__qibuHub
}

export const frame = (event: string, data: unknown, id?: string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

export function open(stream: Stream): void {
  hub().streams.set(stream.id, stream)
  into(hub().byPerson, stream.personId, stream)
  for (const topic of stream.topics) into(hub().byTopic, topic, stream)
}

export function listenTo(stream: Stream, topic: string): void {
  stream.topics.add(topic)
  into(hub().byTopic, topic, stream)
}

export function stopListening(stream: Stream, topic: string): void {
  stream.topics.delete(topic)
  outOf(hub().byTopic, topic, stream)
}

/** Forgets a stream whose connection is gone. */
export function forgetStream(stream: Stream): void {
  hub().streams.delete(stream.id)
  outOf(hub().byPerson, stream.personId, stream)
  for (const topic of stream.topics) outOf(hub().byTopic, topic, stream)
}

export function end(stream: Stream, reason: EndReason): void {
  stream.send(frame("end", { reason }))
  forgetStream(stream)
  stream.close()
}

export async function recheck(stream: Stream): Promise<void> {
  const found = await hub()
    .recheck?.(stream)
    .catch(() => ({ lost: [...stream.topics] }))
  if (!found) return
  if (typeof found === "string") return end(stream, found)
  // Two looks at one stream may run side by side; what is lost is said once.
  for (const topic of found.lost.filter((lost) => stream.topics.has(lost))) {
    stopListening(stream, topic)
    stream.send(frame("lost", { topic }))
  }
}

/** For SIGTERM: an open stream would keep the process from ending. */
export function endAll(): void {
  for (const stream of [...hub().streams.values()]) end(stream, "stopping")
}

function into<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function outOf<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  set?.delete(value)
  if (set?.size === 0) map.delete(key)
}
