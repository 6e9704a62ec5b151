import { engine } from "@/db/engine"
import { end, frame, hub, recheck } from "./live"
import { announceWhole, type Passing } from "./live-announcing"
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

/** Sends something whole to the pages of one topic, encoded once. @param id their new cursor */
export function tellWhole({ topic, name, data }: Passing, id?: string): void {
  const streams = hub().byTopic.get(topic)
  if (!streams) return
  const bytes = new TextEncoder().encode(frame(name, { topic, data }, id))
  for (const stream of [...streams]) if (!stream.send(bytes)) end(stream, "slow")
}

/** The same in every process. Nothing is kept: who isn't there doesn't hear it. */
export async function tellEverywhere(passing: Passing): Promise<void> {
  tellWhole(passing)
  if (engine().kind === "postgres") await engine().write((tx) => announceWhole(tx, passing))
}
