import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { meetingSentence } from "@/components/meetings/meeting-sentence"

/** A meeting is too wide for a pane: it opens on its own page. */
export const meetingScreen: RecordScreen = {
  sentence: async (item) => meetingSentence(item, await getTranslations("meetings")),
}
