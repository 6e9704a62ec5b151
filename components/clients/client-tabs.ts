import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/clients/client-address"
import type { Tab } from "@/components/ui/page-head"
import type { ClientFilter } from "@/lib/clients/inputs"
import { viewCounts } from "@/lib/clients/queries"
import type { PersonActor } from "@/lib/platform/actor"

const counted = ["all", "due", "mine", "department"] as const

/** The views as tabs; what is archived is looked for, not counted. */
export async function clientTabs(
  actor: PersonActor,
  filter: ClientFilter,
  endOfToday: Date,
): Promise<Tab[]> {
  const [t, counts] = await Promise.all([
    getTranslations("clients.list.view"),
    viewCounts(actor, counted, endOfToday),
  ])
  return [
    ...counted.map((view) => ({
      href: addressOf({ view }),
      label: t(view),
      count: counts.get(view),
      current: view === filter.view,
    })),
    {
      href: addressOf({ view: "archived" }),
      label: t("archived"),
      current: filter.view === "archived",
    },
  ]
}
