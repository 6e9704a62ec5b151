import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/matters/matter-address"
import type { Tab } from "@/components/ui/page-head"
import { db } from "@/db/engine"
import type { MatterFilter } from "@/lib/matters/inputs"
import { viewCounts } from "@/lib/matters/queries"
import { homeOf } from "@/lib/matters/scope"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"

const views = ["all", "waiting", "mine", "department"] as const

/** The views as tabs: everything visible, what waits for the own department, one's own, the department's. */
export async function matterTabs(actor: PersonActor, filter: MatterFilter): Promise<Tab[]> {
  const [t, org, counts] = await Promise.all([
    getTranslations("matters.view"),
    organisation(db()),
    viewCounts(actor, views),
  ])
  const department = org.departments.get(homeOf(org, actor))?.name ?? ""
  return views.map((view) => ({
    href: addressOf({ view }),
    label: t(view, { department }),
    count: counts.get(view),
    current: view === filter.view || (view === "all" && filter.view === "matrix"),
  }))
}
