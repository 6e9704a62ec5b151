import { getTranslations } from "next-intl/server"
import { FindCounts } from "@/components/outward/find-counts"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { db } from "@/db/engine"
import { filesOf } from "@/lib/platform/files/attaching"
import { screenedFiles } from "@/lib/platform/screening/file-finds"
import { unreadStates } from "@/lib/platform/screening/file-states"

/** Files that wait with a request: whoever decides opens them, and sees what was found in each. */
export async function RequestFiles({ id }: { id: number }) {
  const files = await filesOf("outward", id)
  if (files.length === 0) return null
  const [t, stop, screened] = await Promise.all([
    getTranslations("outward.page"),
    getTranslations("outward.stop.unread"),
    screenedFiles(
      db(),
      files.map((file) => file.id),
    ),
  ])
  const found = new Map(screened.map((file) => [file.id, file]))
  return (
    <>
      <h2 className="mt-6 text-control text-ink-2">{t("files")}</h2>
      <ul className="mt-1.5">
        {files.map((file) => {
          const why = unreadStates.find((state) => state === found.get(file.id)?.state)
          return (
            <li key={file.id} className="border-b border-line-soft">
              <a
                href={`/files/${file.id}`}
                className="flex min-h-11 items-center gap-3 py-2 text-control hover:bg-hover"
              >
                <Icon name="file-text" className="text-ink-3" />
                <span className="min-w-0 flex-1 truncate">{file.name}</span>
                <span className="min-w-0 truncate text-meta text-support">
                  <FindCounts finds={found.get(file.id)?.finds ?? {}} />
                  {why && <span className="text-ink-2"> {stop(why)}</span>}
                </span>
                <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
