import { getTranslations } from "next-intl/server"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { addressOf } from "@/components/tickets/ticket-address"
import { TicketFilters } from "@/components/tickets/ticket-filters"
import { TicketList } from "@/components/tickets/ticket-list"
import { ticketTabs } from "@/components/tickets/ticket-tabs"
import { ButtonLink } from "@/components/ui/button"
import { ExportList } from "@/components/ui/export-list"
import { PageHead } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import type { PersonActor } from "@/lib/platform/actor"
import type { TicketFilter } from "@/lib/tickets/inputs"
import { canCreate } from "@/lib/tickets/policy"
import { listTickets } from "@/lib/tickets/queries"

/** 客户需求工单: what waits for a first word comes first. */
export async function TicketsScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: TicketFilter
}) {
  const [t, words, tabs, page] = await Promise.all([
    getTranslations("tickets"),
    liveWords(),
    ticketTabs(actor, filter),
    listTickets(actor, filter),
  ])
  const list = addressOf({ ...filter, after: undefined })
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <Still>
        <PageHead title={t("title")} tabs={tabs} tabsLabel={t("list.views")}>
          <ExportList id="ticket-export" path="/tickets/export" list={list} />
          <ButtonLink href="/tickets/settings" tone="quiet" icon="settings-2">
            {t("list.settings")}
          </ButtonLink>
          {canCreate(actor) && (
            <ButtonLink href="/tickets/new" tone="primary" icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </PageHead>
        <TicketFilters actor={actor} filter={filter} />
      </Still>
      <PrintHead title={t("title")} />
      <TicketList actor={actor} filter={filter} page={page} />
    </LiveRegion>
  )
}
