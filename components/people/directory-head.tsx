import { getTranslations } from "next-intl/server"
import { directoryAddress } from "@/components/people/directory-address"
import { ExportList } from "@/components/ui/export-list"
import { PageHead } from "@/components/ui/page-head"
import { directoryViews } from "@/lib/people/directory-filter"
import type { DirectoryPage } from "@/lib/people/directory-page"

/** The department's name and its people's views, each with its number. */
export async function DirectoryHead({ shown }: { shown: DirectoryPage }) {
  const { filter, here, name } = shown
  const t = await getTranslations("people.directory")
  const views = directoryViews.filter((view) => view !== "left" || filter.view === "left")
  return (
    <PageHead
      title={name}
      tabsLabel={t("views")}
      tabs={views.map((view) => ({
        href: directoryAddress({ ...filter, view, after: undefined }),
        label: t(`view.${view}`),
        count: here[view],
        current: filter.view === view,
      }))}
    >
      <ExportList
        id="people-export"
        path="/people/export"
        list={directoryAddress({ ...filter, after: undefined })}
      />
    </PageHead>
  )
}
