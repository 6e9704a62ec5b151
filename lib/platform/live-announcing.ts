import { z } from "zod"
import { engine, type Tx } from "@/db/engine"
import { thisProcess } from "./this-process"

/** What one process tells the others when a transaction commits. */
export const announcement = z.object({
  from: z.string(),
  /** Ids of events: the others read the rows themselves. */
  events: z.array(z.number().int()).optional(),
  /** Topics that changed without an event. */
  topics: z.array(z.string()).optional(),
  /** Something of the moment, for the pages of one topic. */
  whole: z.object({ topic: z.string(), name: z.string(), data: z.unknown() }).optional(),
})

/** Something of the moment that is kept nowhere: somebody types, somebody has read. */
export type Passing = NonNullable<z.infer<typeof announcement>["whole"]>

// PostgreSQL takes at most 8,000 bytes. Ids have at most 16 digits, topics some 30 characters.
const eventsAtOnce = 400
const topicsAtOnce = 150

/** Tells other processes of events, once this transaction commits. Nothing on SQLite. */
export async function announceEvents(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const events of pieces(ids, eventsAtOnce)) await say(tx, { events })
}

/** The same for topics that changed without an event. */
export async function announceTopics(tx: Tx, all: readonly string[]): Promise<void> {
  for (const topics of pieces(all, topicsAtOnce)) await say(tx, { topics })
}

/** Tells other processes something of the moment; at most 7,000 bytes. */
export const announceWhole = (tx: Tx, whole: Passing): Promise<void> => say(tx, { whole })

const say = (tx: Tx, what: { events: number[] } | { topics: string[] } | { whole: Passing }) =>
  engine().announce(tx, { from: thisProcess(), ...what })

function pieces<T>(all: readonly T[], size: number): T[][] {
  const found: T[][] = []
  for (let at = 0; at < all.length; at += size) found.push(all.slice(at, at + size))
  return found
}
