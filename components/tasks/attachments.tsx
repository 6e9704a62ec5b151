import { getTranslations } from "next-intl/server"
import { AddFiles } from "@/components/tasks/add-files"
import { RemoveButton } from "@/components/tasks/remove-button"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { addMatterFilesAction } from "@/lib/matters/file-actions"
import { filesOf } from "@/lib/platform/files/attaching"
import { pageActor } from "@/lib/platform/session"
import { addFilesAction } from "@/lib/tasks/file-actions"

const ways = {
  task: { add: addFilesAction, remove: "file" },
  matter: { add: addMatterFilesAction, remove: "matterFile" },
} as const

/** 附件: the files that hang on a record; whoever sees it may open them. */
export async function Attachments({
  kind,
  id,
  mayAdd,
  mayRemove,
  className,
}: {
  kind: keyof typeof ways
  id: number
  mayAdd: boolean
  /** What others sent, too. */
  mayRemove: boolean
  className?: string
}) {
  const [t, files, { personId }] = await Promise.all([
    getTranslations("tasks.files"),
    filesOf(kind, id),
    pageActor(),
  ])
  if (files.length === 0 && !mayAdd) return null
  const { add, remove } = ways[kind]
  return (
    <Section
      title={t("title")}
      count={files.length || undefined}
      size="small"
      className={className}
    >
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
            {(mayRemove || file.ownerId === personId) && (
              <RemoveButton
                does={remove}
                id={id}
                which={file.id}
                label={t("remove", { name: file.name })}
                className="opacity-0 group-focus-within/file:opacity-100 group-hover/file:opacity-100 max-md:opacity-100"
              />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <AddFiles
          id={id}
          action={add}
          words={{ add: t("add"), failed: t("failed"), sending: t.raw("sending") }}
        />
      )}
    </Section>
  )
}
