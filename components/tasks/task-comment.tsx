import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { writingHelp } from "@/components/shell/writing-help"
import { CommentForm } from "@/components/tasks/comment-form"
import type { TaskPage } from "@/lib/tasks/task-page"

/** The field under a task. */
export async function TaskComment({ page, focused }: { page: TaskPage; focused?: boolean }) {
  const [t, help] = await Promise.all([getTranslations("tasks"), writingHelp()])
  return (
    <CommentForm
      key={page.task.id}
      id={page.task.id}
      label={t("comment")}
      send={t("send")}
      formKey={randomUUID()}
      help={help}
      focused={focused}
      attach={{
        add: t("files.attach"),
        failed: t("files.failed"),
        remove: t.raw("files.remove"),
        sending: t.raw("files.sending"),
      }}
    />
  )
}
