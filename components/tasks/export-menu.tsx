import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import { fileOf, SheetButton, SheetMenu } from "@/components/ui/sheet-menu"
import { pageActor } from "@/lib/platform/session"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { canCreate } from "@/lib/tasks/policy"

/** 导出: the list as it is seen, as a spreadsheet or as text. */
export async function ExportMenu({ filter }: { filter: TaskFilter }) {
  const [t, words, actor] = await Promise.all([
    getTranslations("tasks.export"),
    getTranslations("tasks.import"),
    pageActor(),
  ])
  const list = addressOf({ ...filter, as: "list", after: undefined })
  return (
    <>
      <SheetButton id="task-export" label={t("label")} />
      <SheetMenu
        id="task-export"
        label={t("label")}
        note={t("note")}
        place="top-36 right-4"
        href={fileOf("/tasks/export", list)}
        importing={canCreate(actor) && { href: "/tasks/import", label: words("title") }}
      />
    </>
  )
}
