import { getTranslations } from "next-intl/server"
import { taskSentence } from "@/components/tasks/task-sentence"
import type { InboxItem } from "@/lib/notifications/queries"

/** What one event says in the inbox. Every kind that notifies has its sentences here. */
export async function sentenceOf(item: InboxItem): Promise<string> {
  if (item.type.startsWith("task.")) return taskSentence(item, await getTranslations("tasks"))
  return ""
}
