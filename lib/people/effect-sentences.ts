import { getTranslations } from "next-intl/server"
import type { Db } from "@/db/database"
import { organisation } from "@/lib/platform/organisation"
import { accessEffects, type Planned } from "./department-effects"
import { namesOf } from "./finding"

const named = 3

/** What a change would do, in sentences, before it is done. */
export async function effectSentences(db: Db, planned: Planned): Promise<string[]> {
  const [t, effects, org] = await Promise.all([
    getTranslations("people.departments.effect"),
    accessEffects(db, planned),
    organisation(db),
  ])
  const comma = t("comma")
  return effects.map(({ gains, departmentIds, people }) => {
    const first = people.slice(0, named).map(({ name }) => name)
    const values = {
      people:
        people.length > named
          ? t("many", { names: first.join(comma), count: people.length })
          : first.join(comma),
      departments: departmentIds.map((id) => org.departments.get(id)?.name ?? "").join(comma),
    }
    return t(gains ? "gains" : "loses", values)
  })
}

/** Who begins and who ceases to lead: they set levels there, whether or not they saw it before. */
export async function headSentences(
  db: Db,
  department: string,
  before: number | null,
  after: number | null,
): Promise<string[]> {
  if (before === after) return []
  const t = await getTranslations("people.departments.effect")
  const names = await namesOf(
    db,
    [before, after].flatMap((id) => id ?? []),
  )
  const said = (key: "leads" | "leadsNot", id: number | null) =>
    id === null ? [] : [t(key, { name: names.get(id) ?? "", department })]
  return [...said("leads", after), ...said("leadsNot", before)]
}
