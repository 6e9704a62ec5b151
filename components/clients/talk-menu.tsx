import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/clients/client-address"
import { fileOf, SheetButton, SheetMenu } from "@/components/ui/sheet-menu"
import type { ClientFilter } from "@/lib/clients/inputs"

/** 导出: the records of the clients as they are seen, and their list; and where records come in from a file. */
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
  const talks = fileOf("/clients/export", addressOf({ ...filter, after: undefined }))
  return (
    <>
      <SheetButton id="client-export" label={t("label")} />
      <SheetMenu
        id="client-export"
        label={t("label")}
        note={list("exportNote")}
        place="top-24 right-4"
        href={talks}
        also={{ note: list("exportList"), href: (file) => `${talks(file)}&of=clients` }}
        importing={importable && { href: "/clients/import", label: words("clients") }}
      />
    </>
  )
}
