import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/meetings/meeting-address"
import { buttonClass } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Popover } from "@/components/ui/popover"
import type { MeetingFilter } from "@/lib/meetings/inputs"

const line = "flex h-8 items-center gap-2 rounded-chip px-2 text-control hover:bg-hover max-md:h-11"

/** 导出: the list as it is seen in the columns of template T2; 导入 beside it for who may. */
export async function ExportMeetings({
  filter,
  importable,
}: {
  filter: MeetingFilter
  importable: boolean
}) {
  const t = await getTranslations("meetings.sheets")
  const address = addressOf({ ...filter, after: undefined })
  const query = address.includes("?") ? `${address.slice(address.indexOf("?"))}&` : "?"
  return (
    <>
      {importable && (
        <a href="/meetings/import" className={`${buttonClass({})} max-md:hidden`}>
          <Icon name="upload" />
          {t("import")}
        </a>
      )}
      <button type="button" popoverTarget="meetings-export" className={buttonClass({})}>
        <Icon name="download" />
        {t("export")}
      </button>
      <Popover id="meetings-export" label={t("export")} place="top-24 right-4">
        <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{t("note")}</p>
        {["xlsx", "csv"].map((file) => (
          <a key={file} href={`/meetings/export${query}file=${file}`} download className={line}>
            <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
            {file.toUpperCase()}
          </a>
        ))}
      </Popover>
    </>
  )
}
