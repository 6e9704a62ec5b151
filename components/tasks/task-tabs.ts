import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import type { Tab } from "@/components/ui/page-head"
import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { queryOf } from "@/lib/tasks/address"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { viewsOf } from "@/lib/tasks/views"

/** The views as tabs: one's own, those one helps with, the department's, everything visible; then saved ones. */
export async function taskTabs(actor: PersonActor, filter: TaskFilter): Promise<Tab[]> {
  const [t, load, org, saved] = await Promise.all([
    getTranslations("tasks.view"),
    getTranslations("tasks.load"),
    organisation(db()),
    viewsOf(actor),
  ])
  const here = queryOf({ ...filter, after: undefined, from: undefined })
  const chosen = saved.find(({ query }) => query === here)
  const department = filter.department ?? actor.departmentId
  const views = [
    { view: "mine", label: t("mine") },
    { view: "helping", label: t("helping") },
    { view: "created", label: t("created") },
    { view: "department", label: org.departments.get(department)?.name ?? "" },
    ...(actor.leads.size > 0
      ? [
          { view: "risks" as const, label: t("risks") },
          { view: "people" as const, label: load("title") },
        ]
      : []),
    { view: "all" as const, label: t("all") },
  ] as const
  const usual = views.map(({ view, label }) => ({
    href: addressOf({
      view,
      as: view === "people" ? "list" : filter.as,
      department: view === "department" ? filter.department : undefined,
    }),
    label,
    current: view === filter.view && !chosen,
  }))
  const kept = saved.map((view) => ({
    href: view.query ? `/tasks?${view.query}` : "/tasks",
    label: view.name,
    current: view === chosen,
  }))
  return [...usual, ...kept]
}
