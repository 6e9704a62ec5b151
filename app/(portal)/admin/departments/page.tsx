import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DepartmentsScreen } from "@/components/people/departments-screen"
import { DutiesScreen } from "@/components/people/duties-screen"
import { LevelsScreen } from "@/components/people/levels-screen"
import { canGiveDuties, canSeeDepartments, canSeeLevels } from "@/lib/people/departments-policy"
import type { PersonActor } from "@/lib/platform/actor"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.departments"))("title") }
}

/** What of it is whose: the tree, one's own people's levels, duties. */
const tabsOf = (actor: PersonActor) => [
  ...(canSeeDepartments(actor) ? (["tree"] as const) : []),
  ...(canSeeLevels(actor) ? (["levels"] as const) : []),
  ...(canGiveDuties(actor) ? (["duties"] as const) : []),
]

const idIn = (text: unknown): number | undefined =>
  typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : undefined

export default async function DepartmentsPage({ searchParams }: PageProps<"/admin/departments">) {
  const [t, actor, query] = await Promise.all([
    getTranslations("people.departments.tabs"),
    pageActor(),
    searchParams,
  ])
  const allowed = tabsOf(actor)
  const tab = query.tab === undefined ? allowed[0] : allowed.find((each) => each === query.tab)
  if (!tab) notFound()
  const tabs =
    allowed.length > 1
      ? {
          tabsLabel: t("label"),
          tabs: allowed.map((each) => ({
            href: `/admin/departments${each === "tree" ? "" : `?tab=${each}`}`,
            label: t(each),
            current: each === tab,
          })),
        }
      : {}
  if (tab === "duties") return <DutiesScreen tabs={tabs} />
  const department = idIn(query.department)
  if (tab === "levels")
    return <LevelsScreen actor={actor} tabs={tabs} asked={{ department, from: idIn(query.from) }} />
  return <DepartmentsScreen actor={actor} tabs={tabs} department={department} />
}
