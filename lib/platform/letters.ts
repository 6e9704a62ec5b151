import { z } from "zod"
import { db } from "@/db/engine"
import { outsideTemplates } from "./guest-mails"
import { type Reader, templates } from "./mail-templates"
import { wantedBy } from "./notify"
import { actorsOf } from "./organisation"
import { settings } from "./settings"

interface ToWrite {
  personId: number | null
  channel: "email" | "push"
  template: string
  payload: string
}

const ofCategory = z.object({ category: z.string() })

/**
 * What a delivery says, written at the moment of sending.
 * @returns null when there is nothing to say any more, or nobody to say it to
 */
export async function letterFor({ personId, channel, template, payload }: ToWrite) {
  const { company } = await settings()
  if (personId === null) {
    const written = await outsideTemplates[template]?.(payload, company.timeZone)
    return written ? { ...written, company: company.name } : null
  }
  // Who has chosen otherwise meanwhile is spared what waited for the end of their quiet hours.
  const told = template === "event" ? ofCategory.safeParse(JSON.parse(payload)) : null
  if (told?.success && !(await wantedBy(db(), personId, told.data.category))[channel]) return null
  // Somebody who has left gets no mail any more.
  const [actor] = await actorsOf(db(), [personId])
  if (!actor) return null
  const reader: Reader = {
    actor,
    locale: actor.locale ?? company.locale,
    timeZone: company.timeZone,
  }
  const letter = await templates[template]?.(payload, reader)
  const to = { name: actor.name, locale: reader.locale }
  return letter ? { letter, to, company: company.name } : null
}
