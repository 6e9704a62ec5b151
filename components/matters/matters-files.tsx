import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/matters/matter-address"
import { fileOf, SheetButton, SheetMenu } from "@/components/ui/sheet-menu"
import type { MatterFilter } from "@/lib/matters/inputs"

/** 导出: the register as it is seen; and where matters come in from a file. */
export async function MattersFiles({
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
  return (
    <>
      <SheetButton id="matter-export" label={t("label")} />
      <SheetMenu
        id="matter-export"
        label={t("label")}
        note={matters("exportNote")}
        place="top-24 right-4"
        href={fileOf("/matters/export", addressOf({ ...filter, after: undefined }))}
        importing={importable && { href: "/matters/import", label: words("matters") }}
      />
    </>
  )
}
