import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import { Icon } from "@/components/ui/icon"
import { Popover } from "@/components/ui/popover"
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
  const importable = canCreate(actor)
  const address = addressOf({ ...filter, as: "list", after: undefined })
  const query = address.includes("?") ? `${address.slice(address.indexOf("?"))}&` : "?"
  return (
    <>
      <button
        type="button"
        popoverTarget="task-export"
        aria-label={t("label")}
        title={t("label")}
        className="inline-grid size-button place-items-center rounded-field text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <Icon name="download" />
      </button>
      <Popover id="task-export" label={t("label")} place="top-36 right-4">
        <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{t("note")}</p>
        {["xlsx", "csv"].map((file) => (
          <a
            key={file}
            href={`/tasks/export${query}file=${file}`}
            download
            className="flex h-8 items-center gap-2 rounded-chip px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
            {file.toUpperCase()}
          </a>
        ))}
        {importable && (
          // Loaded anew: beside the list its address would be taken for a task's.
          <a
            href="/tasks/import"
            className="mt-1 flex h-8 items-center gap-2 border-t border-line-soft px-2 text-control hover:bg-hover max-md:h-11"
          >
            <Icon name="upload" size={14} />
            {words("title")}
          </a>
        )}
      </Popover>
    </>
  )
}
