import { getLocale, getTranslations } from "next-intl/server"
import { cache } from "react"
import { db } from "@/db/engine"
import { lastCheck } from "@/lib/audit/checking"
import { momentsIn } from "@/lib/audit/moments"
import { namesOf } from "@/lib/people/finding"
import { saidOf } from "@/lib/platform/naming"
import { settings } from "@/lib/platform/settings"

/** Words for codes, times to the second and names, as several parts of the page need them. */
export const auditTerms = cache(async () => {
  const [t, locale, { company }] = await Promise.all([
    getTranslations("audit"),
    getLocale(),
    settings(),
  ])
  const moments = momentsIn(locale, company.timeZone)
  const said = (code: string) => saidOf(code, locale) ?? t("record")
  /** `#12` is somebody chosen, anything else was typed. */
  const nameOf = async (typed: string) => {
    const id = Number(/^#(\d{1,15})$/.exec(typed)?.[1] ?? Number.NaN)
    return (Number.isNaN(id) ? null : (await namesOf(db(), [id])).get(id)) ?? typed
  }
  const checked = async () => {
    const last = await lastCheck()
    if (!last) return { sentence: t("appendOnly"), broken: false }
    const { whole, seal, reason, sealId, eventId } = last.data
    const at = moments.full(last.at)
    if (whole === true)
      return { sentence: t("checkedWhole", { when: at, seal: String(seal || "—") }), broken: false }
    const code = reason === "event_missing" || reason === "seal_missing" ? reason : "changed"
    const where = t(`broken.${code}`, { seal: String(sealId), event: String(eventId) })
    return { sentence: t("checkedBroken", { when: at, where }), broken: true }
  }
  return { locale, moments, said, nameOf, checked }
})
