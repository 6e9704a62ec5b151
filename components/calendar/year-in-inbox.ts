import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"

/** A year whose public holidays aren't known yet; what is to be done about it has its page. */
export const workYearScreen: RecordScreen = {
  title: async () => (await getTranslations("calendar"))("title"),
  sentence: async ({ data }) =>
    (await getTranslations("calendar"))("year.waits", { year: String(data.year) }),
}
