import { getLocale, getTranslations } from "next-intl/server"
import { MaterialLink } from "@/components/meetings/material-link"
import { RemoveMaterial } from "@/components/meetings/remove-material"
import type { Material } from "@/lib/meetings/materials"
import type { MeetingPage, TopicOnPage } from "@/lib/meetings/page"
import { enumerated } from "@/lib/platform/enumerated"

/** Background material; whoever prepares the meeting sees who hasn't read it. */
export async function MaterialLine({
  page,
  topic,
  material,
}: {
  page: MeetingPage
  topic: TopicOnPage
  material: Material
}) {
  const [t, locale] = await Promise.all([getTranslations("meetings.page"), getLocale()])
  const { meeting, people, can } = page
  const read = new Set(material.readBy)
  const unread = people.filter(({ id }) => !read.has(id))
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-control">
      <MaterialLink meeting={meeting.id} file={material.fileId} name={material.name} />
      {can.prepare && (
        <span
          className="text-meta text-ink-2"
          title={t("unreadNames", {
            names: enumerated(
              unread.map(({ name }) => name),
              locale,
            ),
          })}
        >
          {t("read", { read: people.length - unread.length, unread: unread.length })}
        </span>
      )}
      {topic.mayAttach && (meeting.state === "draft" || meeting.state === "published") && (
        <RemoveMaterial
          meeting={meeting.id}
          topic={topic.id}
          file={material.fileId}
          word={t("removeMaterial", { name: material.name })}
        />
      )}
    </p>
  )
}
