import { engine } from "@/db/engine"
import { announceTopics } from "@/lib/platform/live-announcing"
import { tellEverywhere, tellTopics } from "@/lib/platform/live-telling"
import type { Progress } from "./reading"

declare global {
  // Receipts of a group go out together, whichever copy of this module gathered them.
  var __qibuReadings: Map<number, Move[]> | undefined
}

/** How far reading moved in a stream, or in one of its threads. */
type Move = Pick<Progress, "threadId" | "from" | "to">

const pause = 1_000

/**
 * Somebody has read: their other pages count the stream anew, and whoever sees receipts in the group hears
 * how far, once a second for all readers together. Nothing is kept.
 */
export async function tellOfReading({ groupId, personId, ...move }: Progress): Promise<void> {
  const { threadId, from, to } = move
  if (threadId === null) await tellOwn(personId)
  if (from >= to) return
  const waiting = readings().get(groupId)
  if (waiting) waiting.push(move)
  else {
    readings().set(groupId, [move])
    setTimeout(() => void sendReadings(groupId), pause).unref()
  }
}

function readings() {
  globalThis.__qibuReadings ??= new Map()
  return globalThis.__qibuReadings
}

async function sendReadings(groupId: number): Promise<void> {
  const moves = readings().get(groupId) ?? []
  readings().delete(groupId)
  await tellEverywhere({ topic: `group:${groupId}`, name: "reading", data: { moves } })
}

/** What only counts and lists of one's own follow. */
export async function tellOwn(personId: number): Promise<void> {
  const topics = [`own:${personId}`]
  tellTopics(topics)
  if (engine().kind === "postgres") await engine().write((tx) => announceTopics(tx, topics))
}

/** Somebody has the group before them, or no longer; whoever isn't there doesn't hear it. */
export const tellPresence = (
  groupId: number,
  person: { id: number; name: string },
  left: boolean,
): Promise<void> =>
  tellEverywhere({ topic: `group:${groupId}`, name: "here", data: { person, left } })

/** Somebody types. */
export const tellTyping = (groupId: number, person: { id: number; name: string }): Promise<void> =>
  tellEverywhere({ topic: `group:${groupId}`, name: "typing", data: { person } })
