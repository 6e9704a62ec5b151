import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { TaskComment } from "@/components/tasks/task-comment"
import { TaskRecord } from "@/components/tasks/task-record"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { TaskPage } from "@/lib/tasks/task-page"

/** A task as a page of its own: what a link opens, and what a phone shows. */
export async function TaskScreen({ page }: { page: TaskPage }) {
  const [t, words] = await Promise.all([getTranslations("tasks"), liveWords()])
  const { task, can } = page
  return (
    <LiveRegion topics={page.topics} words={words}>
      <ReadHere kind="task" id={task.id} />
      <PrintHead title={t("title")} />
      <div className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-gutter text-control text-ink-2 max-md:h-12 max-md:px-2 print:hidden">
        <Link href="/tasks" className="flex h-11 items-center gap-1 hover:text-ink">
          <Icon name="chevron-left" className="md:hidden" />
          {t("title")}
        </Link>
        <span className="ml-auto flex items-center gap-1">
          {can.edit && (
            <ButtonLink href={`/tasks/${task.id}/edit`} icon="pencil" data-shortcut="e">
              {t("edit")}
            </ButtonLink>
          )}
        </span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-180 px-8 pt-6 pb-6 max-md:px-4">
          <TaskRecord page={page} />
        </div>
      </div>
      {can.comment && (
        <div className="shrink-0 border-t border-line px-8 py-3 max-md:bg-paper max-md:px-3 max-md:py-2 print:hidden">
          <div className="max-w-164">
            <TaskComment page={page} />
          </div>
        </div>
      )}
    </LiveRegion>
  )
}
