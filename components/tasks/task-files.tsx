import { getTranslations } from "next-intl/server"
import { AddFiles } from "@/components/tasks/add-files"
import { RemoveButton } from "@/components/tasks/remove-button"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { filesOf } from "@/lib/platform/files/attaching"
import { pageActor } from "@/lib/platform/session"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 附件: the files that hang on a task; whoever sees it may open them. */
export async function TaskFiles({ page: { task, can } }: { page: TaskPage }) {
  const [t, files, { personId }] = await Promise.all([
    getTranslations("tasks.files"),
    filesOf("task", task.id),
    pageActor(),
  ])
  if (files.length === 0 && !can.report) return null
  return (
    <Section title={t("title")} count={files.length || undefined} size="small">
      <ul>
        {files.map((file) => (
          <li key={file.id} className="group/file flex min-h-8 items-center gap-2.5 text-control">
            <Icon
              name={file.type.startsWith("image/") ? "image" : "file-text"}
              size={14}
              className="text-ink-3"
            />
            <a href={`/files/${file.id}`} className="min-w-0 truncate hover:underline max-md:py-3">
              {file.name}
            </a>
            <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
            {(can.edit || file.ownerId === personId) && (
              <RemoveButton
                does="file"
                id={task.id}
                which={file.id}
                label={t("remove", { name: file.name })}
                className="opacity-0 group-focus-within/file:opacity-100 group-hover/file:opacity-100 max-md:opacity-100"
              />
            )}
          </li>
        ))}
      </ul>
      {can.report && (
        <AddFiles
          id={task.id}
          words={{ add: t("add"), failed: t("failed"), sending: t.raw("sending") }}
        />
      )}
    </Section>
  )
}
