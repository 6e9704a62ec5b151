import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import type { PaneWay } from "@/components/inbox/record-screen"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { TaskComment } from "@/components/tasks/task-comment"
import { TaskRecord } from "@/components/tasks/task-record"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { RecordPane } from "@/components/ui/record-pane"
import type { TaskPage } from "@/lib/tasks/task-page"

/** The task beside its list, or beside another that `way` leads back to. */
export async function TaskPane({ page, way }: { page: TaskPage; way?: PaneWay }) {
  const [t, words] = await Promise.all([getTranslations("tasks"), liveWords()])
  const { task, department, can } = page
  return (
    <LiveRegion topics={page.topics} words={words}>
      <ReadHere kind="task" id={task.id} />
      <PrintHead title={t("title")} />
      <RecordPane
        label={task.name}
        path={
          <>
            <Link href="/tasks" className="hover:text-ink">
              {t("title")}
            </Link>
            {department && ` / ${department}`}
          </>
        }
        close={way?.close ?? { href: "/tasks", label: t("close") }}
        actions={
          <>
            {way?.actions}
            {can.edit && (
              <IconLink
                icon="pencil"
                label={t("edit")}
                href={`/tasks/${task.id}/edit`}
                data-shortcut="e"
              />
            )}
            <IconLink
              icon="maximize-2"
              label={t("expand")}
              href={`/tasks/${task.id}`}
              whole
              className="max-md:hidden"
            />
          </>
        }
        foot={can.comment && <TaskComment page={page} focused={way?.reply} />}
      >
        <TaskRecord page={page} />
      </RecordPane>
    </LiveRegion>
  )
}
