import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"

const told = [
  ...(["invited", "head_asked", "approved", "refused", "admitted", "came", "turned_away"] as const),
  ...(["wrote", "extended", "revoked", "suspended", "taken_over", "reminded", "ended"] as const),
]

/** An invitation opens on its own page. */
export const guestScreen: RecordScreen = {
  sentence: async ({ type }) => {
    const t = await getTranslations("guests")
    return t(`event.${told.find((kind) => type === `guest.${kind}`) ?? "other"}`)
  },
}
