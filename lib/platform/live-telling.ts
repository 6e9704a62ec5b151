import { end, frame, hub, recheck } from "./live"
import { cursorAfter } from "./live-cursor"

/** Tells open pages that topics changed without an event, each stream once. */
export function tellTopics(topics: readonly string[]): void {
  const heard = new Map<string, string[]>()
  for (const topic of topics)
    for (const { id } of hub().byTopic.get(topic) ?? [])
      heard.set(id, [...(heard.get(id) ?? []), topic])
  for (const [id, changed] of heard) {
    const stream = hub().streams.get(id)
    if (stream && !stream.send(frame("change", { topics: changed }))) end(stream, "slow")
  }
}

/** After a gap in what was heard: everything is read again, and every permission looked at. */
export function resetStreams(): void {
  const id = cursorAfter(0)
  for (const stream of [...hub().streams.values()]) {
    if (!stream.send(frame("reset", {}, id))) end(stream, "slow")
    else void recheck(stream)
  }
}
