import { db } from "@/db/engine"
import { screenAhead } from "@/lib/platform/screening/screening"
import { findMeeting } from "./meeting"
import { type Outside, textOutside } from "./outside-text"
import { guestsReadIt } from "./read-outside"

/** What takes its time to know of a meeting that is published with people of other companies. */
export async function publishingAhead(id: number): Promise<void> {
  const meeting = await findMeeting(db(), id)
  if (meeting && meeting.outsiders.length > 0) await screenAhead(textOutside(meeting, false))
}

/** The same of a form that changes one. */
export async function editingAhead(input: Outside & { id: number }): Promise<void> {
  const meeting = await findMeeting(db(), input.id)
  if (meeting) await screenAhead(textOutside(input, await guestsReadIt(db(), meeting)))
}
