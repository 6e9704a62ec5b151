import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { TaskPane } from "@/components/tasks/task-pane"
import { taskSentence } from "@/components/tasks/task-sentence"
import { TasksToUpdate } from "@/components/tasks/updates-screen"
import { RecordPane } from "@/components/ui/record-pane"
import { taskPage } from "@/lib/tasks/task-page"

/** The daily question about progress: what it asks about can be answered right there. */
export const updateScreen: RecordScreen = {
  pane: async (actor, _, way) => {
    const title = await updateTitle()
    return (
      <RecordPane label={title} path={title} close={way.close} actions={way.actions}>
        <TasksToUpdate actor={actor} />
      </RecordPane>
    )
  },
  title: updateTitle,
  sentence: async (item) => taskSentence(item, await getTranslations("tasks")),
}

async function updateTitle(): Promise<string> {
  return (await getTranslations("tasks.updates"))("title")
}

export const taskScreen: RecordScreen = {
  pane: async (actor, id, way) => {
    const page = await taskPage(actor, id)
    return page && <TaskPane page={page} way={way} />
  },
  sentence: async (item) => taskSentence(item, await getTranslations("tasks")),
}
