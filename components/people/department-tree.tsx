import { getTranslations } from "next-intl/server"
import { treeWords } from "@/components/people/department-words"
import { directoryAddress } from "@/components/people/directory-address"
import { treeOf } from "@/components/people/directory-tree"
import { Icon } from "@/components/ui/icon"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { inside } from "@/components/ui/markup"
import { branch } from "@/components/ui/tree-markup"
import type { DirectoryPage } from "@/lib/people/directory-page"
import { canSeeLeavers } from "@/lib/people/directory-policy"
import type { PersonActor } from "@/lib/platform/actor"

/** The departments, 248 wide; on a phone folded away under a line of its own. */
export async function DepartmentTree({
  actor,
  shown,
}: {
  actor: PersonActor
  shown: DirectoryPage
}) {
  const { filter, company, all, name } = shown
  const [t, words] = await Promise.all([getTranslations("people.directory"), treeWords()])
  return (
    <div className="flex shrink-0 flex-col border-line bg-paper max-md:border-b md:min-h-0 md:w-52 md:border-r xl:w-62">
      <div className="flex h-13 shrink-0 items-center justify-between pr-3 pl-4 max-md:h-12">
        <p className="text-panel">{t("title")}</p>
        <IconLink icon="network" label={t("chart")} href="/people/chart" whole />
      </div>
      <form action="/people" className="shrink-0 px-3 pb-2">
        {filter.department && <input type="hidden" name="department" value={filter.department} />}
        {filter.view !== "active" && <input type="hidden" name="view" value={filter.view} />}
        <label
          data-shortcut="/"
          data-shortcut-label={t("searchButton")}
          className="field-box relative flex h-8 items-center max-md:h-11"
        >
          <Icon name="search" size={14} className="ml-2.5 shrink-0 text-ink-3" />
          <input
            type="search"
            name="q"
            aria-label={t("search")}
            placeholder={t("search")}
            title={t("search")}
            defaultValue={filter.q ?? ""}
            maxLength={100}
            autoComplete="off"
            className="h-full min-w-0 flex-1 bg-transparent px-2 text-control text-ellipsis focus-visible:outline-none max-md:text-field"
          />
        </label>
      </form>
      <input
        id="tree-open"
        type="checkbox"
        className="peer sr-only md:hidden"
        aria-label={t("tree")}
      />
      <label
        htmlFor="tree-open"
        className="flex h-11 items-center gap-2 border-t border-line px-4 text-ui peer-focus-visible:outline-2 peer-focus-visible:-outline-offset-2 peer-focus-visible:outline-focus md:hidden"
      >
        <Icon name="network" className="text-ink-3" />
        {name}
        <Icon name="chevron-down" size={14} className="ml-auto text-ink-3" />
      </label>
      <nav
        aria-label={t("tree")}
        data-tree
        className="tree min-h-0 flex-1 overflow-y-auto pb-2 max-md:hidden max-md:peer-checked:block"
      >
        <div {...inside(branch([treeOf(shown, company)], words))} />
      </nav>
      {canSeeLeavers(actor) && (
        <nav aria-label={t("view.left")} className="shrink-0 border-t border-line p-1.5">
          <Link
            href={directoryAddress({ view: "left" })}
            aria-current={filter.view === "left" ? "page" : undefined}
            className="flex h-8 items-center gap-2.5 rounded-field px-2 text-ui text-ink-2 hover:bg-hover max-md:h-11 aria-[current]:bg-selected aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <Icon name="user-minus" className="text-ink-3" />
            {t("view.left")}
            <span className="ml-auto text-meta text-ink-3">{all.left}</span>
          </Link>
        </nav>
      )}
    </div>
  )
}
