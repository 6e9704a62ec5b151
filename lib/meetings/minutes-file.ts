import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { noOrigin, type Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { cleanName } from "@/lib/platform/files/file-names"
import { settings } from "@/lib/platform/settings"
import { write } from "@/lib/platform/write"
import { findMeeting } from "./meeting"
import { minutesForm } from "./minutes-form"
import { minutesPage } from "./minutes-page"
import { canSee } from "./policy"

/**
 * Published minutes as a .docx, said to be exported.
 * @param version the last unless another is asked for
 * @returns null when they aren't the actor's to see, or there are none
 */
export async function minutesFile(
  actor: PersonActor,
  meetingId: number,
  version?: number,
  origin: Origin = noOrigin,
) {
  const meeting = await findMeeting(db(), meetingId)
  if (!meeting || !canSee(actor, meeting)) return null
  const minutes = await minutesPage(actor, meeting, version)
  if (!minutes) return null
  const { company } = await settings()
  const form = minutesForm(minutes.content, {
    ...{ number: meeting.minutesNumber, version: minutes.shown.number },
    ...{ locale: actor.locale ?? company.locale, timeZone: company.timeZone },
  })
  // Its library is large: only who asks for a document loads it.
  const { minutesDocument } = await import("./minutes-document")
  const bytes = await minutesDocument(form)
  const data = { number: minutes.shown.number }
  await write(
    actor,
    async (ctx) => emit(ctx, { type: "meeting.minutes_exported", recordId: meetingId, data }),
    { origin },
  )
  return { name: cleanName(`${form.title}.docx`), bytes }
}
