import { getTranslations } from "next-intl/server"
import { FileName } from "@/components/ui/file-name"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"

/** Files, the newest first. */
export async function GuestFiles({
  shelf,
  place,
}: {
  shelf: {
    rows: readonly { id: number; name: string; size: number; at: Date }[]
    earlier: number | null
  }
  place: string
}) {
  const [t, time] = await Promise.all([getTranslations("guests.g"), when()])
  if (shelf.rows.length === 0) return <p className="py-3 text-control text-ink-2">{t("noFiles")}</p>
  return (
    <>
      <ul>
        {shelf.rows.map((file) => (
          <li key={file.id} className="border-b border-line-soft">
            <a
              href={`/g/files/${file.id}`}
              className="flex min-h-11 items-center gap-3 py-2 text-control hover:bg-hover"
            >
              <Icon name="file-text" className="text-ink-3" />
              <span className="min-w-0 flex-1">
                <FileName>{file.name}</FileName>
              </span>
              <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
              <span className="shrink-0 text-meta text-ink-3">{time.feed(file.at)}</span>
            </a>
          </li>
        ))}
      </ul>
      {shelf.earlier !== null && (
        <Link href={`${place}?files=${shelf.earlier}`} className="link mt-3 inline-block">
          {t("earlier")}
        </Link>
      )}
    </>
  )
}
