import type { NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"

/** Who takes over is told once, however much it is. */
export const tellReceiver = async (_: unknown, event: NewEvent): Promise<readonly Notice[]> => [
  { personIds: [event.recordId], category: "people.handover", needsYou: true },
]
