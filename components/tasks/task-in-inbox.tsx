import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { TaskPane } from "@/components/tasks/task-pane"
import { taskSentence } from "@/components/tasks/task-sentence"
import { taskPage } from "@/lib/tasks/queries"

export const taskScreen: RecordScreen = {
  pane: async (actor, id, way) => {
    const page = await taskPage(actor, id)
    return page && <TaskPane page={page} way={way} />
  },
  sentence: async (item) => taskSentence(item, await getTranslations("tasks")),
}
