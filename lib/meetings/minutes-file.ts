import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import type { Export } from "@/lib/platform/exporting"
import { cleanName } from "@/lib/platform/files/file-names"
import { lookThrough, maskedRows } from "@/lib/platform/screening/rows"
import { settings } from "@/lib/platform/settings"
import { findMeeting } from "./meeting"
import { type MinutesForm, minutesForm } from "./minutes-form"
import { minutesPage } from "./minutes-page"
import { canSee } from "./policy"

export interface MinutesFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Published minutes as a .docx.
 * @param version the last unless another is asked for
 * @returns null when they aren't the actor's to see, or there are none
 */
export async function minutesFile(
  actor: PersonActor,
  meetingId: number,
  version?: number,
): Promise<Export<MinutesFile> | null> {
  const meeting = await findMeeting(db(), meetingId)
  if (!meeting || !canSee(actor, meeting)) return null
  const minutes = await minutesPage(actor, meeting, version)
  if (!minutes) return null
  const { company } = await settings()
  const form = minutesForm(minutes.content, {
    ...{ number: meeting.minutesNumber, version: minutes.shown.number },
    ...{ locale: actor.locale ?? company.locale, timeZone: company.timeZone },
  })
  const data = { number: minutes.shown.number }
  return {
    said: { type: "meeting.minutes_exported", recordId: meetingId, data },
    look: () => lookThrough(pages(form)),
    make: async (masked) => documentOf(masked ? await maskedForm(form) : form),
  }
}

async function* pages(form: MinutesForm) {
  yield [textsIn(form)]
}

async function documentOf(form: MinutesForm): Promise<MinutesFile> {
  // Its library is large: only who asks for a document loads it.
  const { minutesDocument } = await import("./minutes-document")
  return { name: cleanName(`${form.title}.docx`), bytes: await minutesDocument(form) }
}

/** All that is written in it, and the same form with other texts in the same order. */
function textsIn(form: MinutesForm): string[] {
  const texts: string[] = []
  written(form, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

async function maskedForm(form: MinutesForm): Promise<MinutesForm> {
  const [masked = []] = await maskedRows([textsIn(form)])
  const next = masked.values()
  return written(form, () => next.next().value ?? "")
}

function written(form: MinutesForm, put: (text: string) => string): MinutesForm {
  return {
    ...form,
    title: put(form.title),
    facts: form.facts.map((pairs) => pairs.map(([name, value]) => [name, put(value)] as const)),
    topics: form.topics.map(put),
    points: form.points.map(({ topic, said }) => ({
      topic: put(topic),
      said: said.map(({ speaker, text }) => ({ speaker: put(speaker), text: put(text) })),
    })),
    resolutions: form.resolutions.map(({ number, text, owner, due }) => ({
      ...{ number, due },
      ...{ text: put(text), owner: put(owner) },
    })),
    remark: put(form.remark),
  }
}
