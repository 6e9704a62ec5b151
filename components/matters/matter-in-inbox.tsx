import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { matterSentence } from "@/components/matters/matter-sentence"

/** A matter is too wide for a pane: it opens on its own page. */
export const matterScreen: RecordScreen = {
  sentence: async (item) => matterSentence(item, await getTranslations("matters")),
}
