import type { Db, Tx } from "@/db/database"
import type { events } from "@/db/schema/events"
import type { Actor } from "./actor"

export type StoredEvent = typeof events.$inferSelect

export interface NewEvent {
  /** `task.completed`: declared in the manifest of the module that emits it. */
  type: string
  recordId: number
  /** Codes, ids, before and after. No message bodies, passwords, tokens or restricted titles. */
  data?: Record<string, unknown>
  /** Live topics that hear of it too: pages that show something made of many records. */
  topics?: readonly string[]
  /** Unusual: shown as 待复核 in the audit log. */
  needsReview?: boolean
}

/** Where a change comes from, for the audit log and the logs. */
export interface Origin {
  requestId: string
  address: string | null
  device: string | null
}

/** One change under way: the transaction, who makes it, when, and what happened so far. */
export interface Ctx {
  tx: Db
  actor: Actor
  now: Date
  origin: Origin
  /** Said by `emit`, written down with everything that follows from them once the verbs ran. */
  said: NewEvent[]
  /** Live topics of what changes without an event (an inbox): told once this is committed. */
  heard: Set<string>
  /**
   * A part that may be refused without losing what stands before it (rate counters, denials).
   * Its events are forgotten with it.
   */
  part<T>(run: () => Promise<T>): Promise<T>
}

export const noOrigin: Origin = { requestId: "", address: null, device: null }

/**
 * @param tx the open transaction
 * @param now when it happens, the moment of the call unless something else is said
 */
export function contextOf(tx: Tx, actor: Actor, origin: Origin, now = new Date()): Ctx {
  const ctx: Ctx = {
    tx: tx.db,
    actor,
    now,
    origin,
    said: [],
    heard: new Set(),
    part: async (run) => {
      const before = ctx.said.length
      try {
        return await tx.savepoint(run)
      } catch (error) {
        ctx.said.length = before
        throw error
      }
    },
  }
  return ctx
}
