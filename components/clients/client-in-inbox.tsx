import { getTranslations } from "next-intl/server"
import { clientSentence } from "@/components/clients/client-sentence"
import type { RecordScreen } from "@/components/inbox/record-screen"

/** A client is too wide for a pane: it opens on its own page. */
export const clientScreen: RecordScreen = {
  sentence: async (item) => clientSentence(item, await getTranslations("clients")),
}
