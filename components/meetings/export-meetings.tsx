import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/meetings/meeting-address"
import { buttonClass } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { fileOf, SheetMenu } from "@/components/ui/sheet-menu"
import type { MeetingFilter } from "@/lib/meetings/inputs"

/** 导出: the list as it is seen in the columns of template T2; 导入 beside it for who may. */
export async function ExportMeetings({
  filter,
  importable,
}: {
  filter: MeetingFilter
  importable: boolean
}) {
  const t = await getTranslations("meetings.sheets")
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
      <SheetMenu
        id="meetings-export"
        label={t("export")}
        note={t("note")}
        place="top-24 right-4"
        href={fileOf("/meetings/export", addressOf({ ...filter, after: undefined }))}
      />
    </>
  )
}
