import { getTranslations } from "next-intl/server"

/** What the columns of a list of tasks are called. */
export async function Columns() {
  const t = await getTranslations("tasks.field")
  return (
    <div className="task-columns grid h-7 items-center gap-x-3 px-gutter text-meta whitespace-nowrap text-ink-3 max-md:hidden">
      <span />
      <span>{t("name")}</span>
      <span className="home">{t("home")}</span>
      <span>{t("progress")}</span>
      <span>{t("coworkers")}</span>
      <span className="justify-self-end">{t("due")}</span>
    </div>
  )
}
