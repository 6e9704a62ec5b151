import { getTranslations } from "next-intl/server"
import { fileOf, SheetButton, SheetMenu } from "@/components/ui/sheet-menu"

/** 导出 of a list that has no template: as it is filtered and as its reader sees it. */
export async function ExportList({
  id,
  path,
  list,
  place = "top-24 right-4",
}: {
  id: string
  /** Where the file is to be had. */
  path: string
  /** The list's own address. */
  list: string
  place?: string
}) {
  const t = await getTranslations("shell.export")
  return (
    <>
      <SheetButton id={id} label={t("label")} />
      <SheetMenu
        {...{ id, place }}
        label={t("label")}
        note={t("asSeen")}
        href={fileOf(path, list)}
      />
    </>
  )
}
