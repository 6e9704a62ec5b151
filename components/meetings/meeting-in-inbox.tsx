import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { meetingSentence } from "@/components/meetings/meeting-sentence"

/** A meeting is too wide for a pane: it opens on its own page. */
export const meetingScreen: RecordScreen = {
  sentence: async (item) => meetingSentence(item, await getTranslations("meetings")),
}

/** 决议周报 of one's own meetings, once a week. */
export const summaryScreen: RecordScreen = {
  title: async () => (await getTranslations("meetings"))("report"),
  sentence: async ({ data }) => {
    const t = await getTranslations("meetings.reports")
    return t("summed", { open: Number(data.open), overdue: Number(data.overdue) })
  },
}

/** 决议周报 of one's department, which somebody sent. */
export const departmentReportScreen: RecordScreen = {
  title: async () => (await getTranslations("meetings"))("report"),
  sentence: async ({ data }) => {
    const t = await getTranslations("meetings.reports")
    return t("partSaid", { due: Number(data.due), overdue: Number(data.overdue) })
  },
}
