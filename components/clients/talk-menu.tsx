import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/clients/client-address"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Popover } from "@/components/ui/popover"
import type { ClientFilter } from "@/lib/clients/inputs"

/** 导出: the records of the clients as they are seen; and where records come in from a file. */
export async function TalkMenu({
  filter,
  importable,
}: {
  filter: ClientFilter
  importable: boolean
}) {
  const [t, words, list] = await Promise.all([
    getTranslations("tasks.export"),
    getTranslations("tasks.import"),
    getTranslations("clients.list"),
  ])
  const address = addressOf({ ...filter, after: undefined })
  const query = address.includes("?") ? `${address.slice(address.indexOf("?"))}&` : "?"
  return (
    <>
      <button
        type="button"
        popoverTarget="client-export"
        aria-label={t("label")}
        title={t("label")}
        className="inline-grid size-button place-items-center rounded-field text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <Icon name="download" />
      </button>
      <Popover id="client-export" label={t("label")} place="top-24 right-4">
        <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{list("exportNote")}</p>
        {["xlsx", "csv"].map((file) => (
          <a
            key={file}
            href={`/clients/export${query}file=${file}`}
            download
            className="flex h-8 items-center gap-2 rounded-chip px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
            {file.toUpperCase()}
          </a>
        ))}
        {importable && (
          <Link
            href="/clients/import"
            className="mt-1 flex h-8 items-center gap-2 border-t border-line-soft px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name="upload" size={14} />
            {words("clients")}
          </Link>
        )}
      </Popover>
    </>
  )
}
