import { getTranslations } from "next-intl/server"
import { ClientFilters } from "@/components/clients/client-filters"
import { ClientList } from "@/components/clients/client-list"
import { clientTabs } from "@/components/clients/client-tabs"
import { TalkMenu } from "@/components/clients/talk-menu"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { ButtonLink } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import type { ClientFilter } from "@/lib/clients/inputs"
import { canCreate } from "@/lib/clients/policy"
import { listClients } from "@/lib/clients/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** 客户: whom one calls next comes first. */
export async function ClientsScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: ClientFilter
}) {
  const { endOfToday } = await bounds()
  const [t, words, tabs, page] = await Promise.all([
    getTranslations("clients"),
    liveWords(),
    clientTabs(actor, filter, endOfToday),
    listClients(actor, filter, endOfToday),
  ])
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <Still>
        <PageHead title={t("title")} tabs={tabs} tabsLabel={t("list.views")}>
          <TalkMenu filter={filter} importable={canCreate(actor)} />
          {canCreate(actor) && (
            <ButtonLink href="/clients/new" tone="primary" icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </PageHead>
        <ClientFilters filter={filter} />
      </Still>
      <PrintHead title={t("title")} />
      <ClientList actor={actor} filter={filter} page={page} />
    </LiveRegion>
  )
}
