import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"

const told = ["asked", "released", "refused", "failed"] as const

/** A request opens on its own page. */
export const outwardScreen: RecordScreen = {
  sentence: async ({ type }) => {
    const t = await getTranslations("outward")
    return t(`event.${told.find((kind) => type === `outward.${kind}`) ?? "other"}`)
  },
}
