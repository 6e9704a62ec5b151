import { z } from "zod"
import { db } from "@/db/engine"
import type { Locale } from "./actor"
import type { Letter } from "./mail-body"
import { type Reader, templates } from "./mail-templates"
import { wantedBy } from "./notify"
import { actorsOf } from "./organisation"
import { registry } from "./registry"
import { settings } from "./settings"

interface ToWrite {
  personId: number | null
  channel: "email" | "push"
  template: string
  payload: string
}

interface Written {
  letter: Letter
  /** Whoever it is written to. */
  name: string
  locale: Locale
  company: string
}

const ofCategory = z.object({ category: z.string() })

/**
 * What a delivery says, written at the moment of sending.
 * @returns null when there is nothing to say any more, or nobody to say it to
 */
export async function letterFor(delivery: ToWrite): Promise<Written | null> {
  const { personId, channel, template, payload } = delivery
  const { company } = await settings()
  if (personId === null) return toStranger(delivery, company.name)
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
  return letter ? { letter, locale: reader.locale, name: actor.name, company: company.name } : null
}

/** Somebody without an account gets what a module writes to them, and nothing else. */
async function toStranger({ template, payload }: ToWrite, company: string) {
  const written = await strangersLetters().get(template)?.(payload)
  return written ? { ...written, company } : null
}

/** How modules write to people who have no account. */
export const strangersLetters = () =>
  new Map(registry().modules.flatMap(({ letters = {} }) => Object.entries(letters)))
