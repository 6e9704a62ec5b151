import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GroupHead } from "@/components/groups/group-head"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Empty } from "@/components/ui/empty"
import { FileName } from "@/components/ui/file-name"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import { groupPage } from "@/lib/groups/queries"
import { type FileSaid, filesSaidIn } from "@/lib/messages/files-said"
import type { PersonActor } from "@/lib/platform/actor"

/** 文件 of a group: whatever was sent in it, the newest first, each with the way to its message. */
export async function GroupFiles({
  actor,
  groupId,
  before,
  above,
}: {
  actor: PersonActor
  groupId: number
  before: number | undefined
  /** What belongs to the group's files and wasn't sent in a message. */
  above: ReactNode
}) {
  const [page, t, words] = await Promise.all([
    groupPage(actor, groupId),
    getTranslations("messages.files"),
    liveWords(),
  ])
  if (!page) notFound()
  const { rows, earlier } = await filesSaidIn(groupId, { before })
  return (
    <LiveRegion topics={[`group:${groupId}`, `home:group:${groupId}`]} words={words}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GroupHead actor={actor} group={page.group} tab="files" />
        <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-3">
          {before === undefined && above}
          {rows.length === 0 && !above && <Empty title={t("none")}>{t("noneHint")}</Empty>}
          <ul aria-label={t("title")} className="max-w-240">
            {rows.map((file) => (
              <FileRow key={file.id} file={file} groupId={groupId} />
            ))}
          </ul>
          {earlier !== null && (
            <Link
              href={`/groups/${groupId}/files?before=${earlier}`}
              className="link mt-3 inline-block"
            >
              {t("earlier")}
            </Link>
          )}
        </div>
      </div>
    </LiveRegion>
  )
}

async function FileRow({ file, groupId }: { file: FileSaid; groupId: number }) {
  const [t, time] = await Promise.all([getTranslations("messages.files"), when()])
  const picture = file.type.startsWith("image/")
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line-soft text-control">
      <a
        href={`/files/${file.id}`}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 hover:bg-hover"
      >
        <Icon name={picture ? "image" : "paperclip"} className="text-ink-3" />
        <span className="min-w-0 flex-1">
          <FileName>{file.name}</FileName>
        </span>
        <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
      </a>
      <span className="w-20 shrink-0 truncate text-meta text-ink-2 max-md:hidden">
        {file.guest ?? file.author}
      </span>
      <Link
        href={`/groups/${groupId}?message=${file.messageId}`}
        title={t("toMessage")}
        className="link w-28 shrink-0 text-right text-meta"
      >
        {time.feed(file.at)}
      </Link>
    </li>
  )
}
