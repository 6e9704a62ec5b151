import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import type { Tab } from "@/components/ui/page-head"
import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import type { TaskFilter } from "@/lib/tasks/inputs"

/** The views as tabs: one's own, those one helps with, the department's, everything visible. */
export async function taskTabs(actor: PersonActor, filter: TaskFilter): Promise<Tab[]> {
  const [t, org] = await Promise.all([getTranslations("tasks.view"), organisation(db())])
  const department = filter.department ?? actor.departmentId
  const views = [
    { view: "mine", label: t("mine") },
    { view: "helping", label: t("helping") },
    { view: "created", label: t("created") },
    { view: "department", label: org.departments.get(department)?.name ?? "" },
    ...(actor.leads.size > 0 ? [{ view: "risks" as const, label: t("risks") }] : []),
    { view: "all" as const, label: t("all") },
  ] as const
  return views.map(({ view, label }) => ({
    href: addressOf({
      view,
      as: filter.as,
      department: view === "department" ? filter.department : undefined,
    }),
    label,
    current: view === filter.view,
  }))
}
