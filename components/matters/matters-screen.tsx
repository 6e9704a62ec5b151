import { getTranslations } from "next-intl/server"
import { MatrixScreen } from "@/components/matters/matrix-screen"
import { MatterFilters } from "@/components/matters/matter-filters"
import { MatterList } from "@/components/matters/matter-list"
import { matterTabs } from "@/components/matters/matter-tabs"
import { MattersFiles } from "@/components/matters/matters-files"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { ButtonLink } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import type { MatterFilter } from "@/lib/matters/inputs"
import { canCreate } from "@/lib/matters/policy"
import { listMatters } from "@/lib/matters/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** 跨部门事项, as a register or as a matrix of departments. */
export async function MattersScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: MatterFilter
}) {
  const [t, words, tabs, limits] = await Promise.all([
    getTranslations("matters"),
    liveWords(),
    matterTabs(actor, filter),
    bounds(),
  ])
  const page = filter.view === "matrix" ? null : await listMatters(actor, filter, limits)
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <Still>
        <PageHead title={t("title")} tabs={tabs} tabsLabel={t("views")}>
          <MattersFiles filter={filter} importable={canCreate(actor)} />
          {canCreate(actor) && (
            <ButtonLink href="/matters/new" tone="primary" icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </PageHead>
        <MatterFilters filter={filter} page={page} />
      </Still>
      <PrintHead title={t("title")} />
      {page ? (
        <MatterList actor={actor} filter={filter} page={page} />
      ) : (
        <MatrixScreen actor={actor} department={filter.department} now={limits.now} />
      )}
    </LiveRegion>
  )
}
