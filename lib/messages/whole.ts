import type { NewEvent } from "@/lib/platform/context"
import type { Whole } from "@/lib/platform/module"
import { viewOf } from "./view"

/** Messages are the exception: they travel whole to who has their group open. */
export const toItsGroup: Whole = {
  topic: (event: NewEvent) => `group:${event.data?.groupId}`,
  frame: async (db, event) => {
    const message = await viewOf(db, event.recordId)
    if (!message) return null
    // What it answers stands in the stream with how many answers there are.
    const root = message.threadId === null ? null : await viewOf(db, message.threadId)
    const fresh = event.type === "message.sent"
    return { name: "message", data: { message, ...(root && { root }), fresh } }
  },
}
