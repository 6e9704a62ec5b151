import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/matters/matter-address"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Popover } from "@/components/ui/popover"
import type { MatterFilter } from "@/lib/matters/inputs"

/** 导出: the register as it is seen; and where matters come in from a file. */
export async function SheetMenu({
  filter,
  importable,
}: {
  filter: MatterFilter
  importable: boolean
}) {
  const [t, words, matters] = await Promise.all([
    getTranslations("tasks.export"),
    getTranslations("tasks.import"),
    getTranslations("matters"),
  ])
  const address = addressOf({ ...filter, after: undefined })
  const query = address.includes("?") ? `${address.slice(address.indexOf("?"))}&` : "?"
  return (
    <>
      <button
        type="button"
        popoverTarget="matter-export"
        aria-label={t("label")}
        title={t("label")}
        className="inline-grid size-button place-items-center rounded-field text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <Icon name="download" />
      </button>
      <Popover id="matter-export" label={t("label")} place="top-24 right-4">
        <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{matters("exportNote")}</p>
        {["xlsx", "csv"].map((file) => (
          <a
            key={file}
            href={`/matters/export${query}file=${file}`}
            download
            className="flex h-8 items-center gap-2 rounded-chip px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
            {file.toUpperCase()}
          </a>
        ))}
        {importable && (
          <Link
            href="/matters/import"
            className="mt-1 flex h-8 items-center gap-2 border-t border-line-soft px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name="upload" size={14} />
            {words("matters")}
          </Link>
        )}
      </Popover>
    </>
  )
}
