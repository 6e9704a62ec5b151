import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tickets/ticket-address"
import type { Tab } from "@/components/ui/page-head"
import type { PersonActor } from "@/lib/platform/actor"
import type { TicketFilter } from "@/lib/tickets/inputs"
import { viewCounts } from "@/lib/tickets/queries"

const counted = ["open", "owed", "mine", "department"] as const

/** The views as tabs; what has ended is looked for, not counted. */
export async function ticketTabs(actor: PersonActor, filter: TicketFilter): Promise<Tab[]> {
  const [t, counts] = await Promise.all([
    getTranslations("tickets.list.view"),
    viewCounts(actor, counted),
  ])
  return [
    ...counted.map((view) => ({
      href: addressOf({ view }),
      label: t(view),
      count: counts.get(view),
      current: view === filter.view,
    })),
    { href: addressOf({ view: "ended" }), label: t("ended"), current: filter.view === "ended" },
  ]
}
