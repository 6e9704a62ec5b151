import type { NewEvent } from "@/lib/platform/context"
import type { Whole } from "@/lib/platform/module"
import { viewOf } from "./view"

/** Messages are the exception: they travel whole to who has their group open. */
export const toItsGroup: Whole = {
  topic: (event: NewEvent) => `group:${event.data?.groupId}`,
  frame: async (db, event) => {
    const view = await viewOf(db, event.recordId)
    return (
      view && { name: "message", data: { message: view, fresh: event.type === "message.sent" } }
    )
  },
}
