import { getTranslations } from "next-intl/server"
import { DepartmentTree } from "@/components/people/department-tree"
import { DirectoryFilters } from "@/components/people/directory-filters"
import { DirectoryHead } from "@/components/people/directory-head"
import { DirectoryList } from "@/components/people/directory-list"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { KeyFooter } from "@/components/ui/key-footer"
import { ListKeys } from "@/components/ui/list-keys"
import { Still } from "@/components/ui/still"
import { TreeKeys } from "@/components/ui/tree-keys"
import type { DirectoryFilter } from "@/lib/people/directory-filter"
import { directoryPage } from "@/lib/people/directory-page"
import type { PersonActor } from "@/lib/platform/actor"

/** 员工: departments at the left, their people beside them. */
export async function DirectoryScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: DirectoryFilter
}) {
  const [t, words, shown] = await Promise.all([
    getTranslations("people.directory"),
    liveWords(),
    directoryPage(actor, filter),
  ])
  return (
    <LiveRegion topics={[`person:${actor.personId}`, "home:everyone"]} words={words}>
      <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
        <Still className="contents">
          <DepartmentTree actor={actor} shown={shown} />
        </Still>
        <div className="flex min-w-0 flex-1 flex-col md:min-h-0">
          <Still className="contents">
            <DirectoryHead shown={shown} />
            <DirectoryFilters filter={shown.filter} />
          </Still>
          <DirectoryList actor={actor} shown={shown} />
          <KeyFooter
            keys={[
              { keys: ["J", "K"], word: t("keys.move") },
              { keys: ["↵"], word: t("keys.open") },
              { keys: ["←", "→", "↑", "↓"], word: t("keys.tree") },
              { keys: ["?"], word: t("keys.all") },
            ]}
          >
            {t("count", { name: shown.name, count: shown.page.total })}
          </KeyFooter>
        </div>
      </div>
      <ListKeys group={t("keys.list")} down={t("keys.down")} up={t("keys.up")} />
      <TreeKeys />
    </LiveRegion>
  )
}
