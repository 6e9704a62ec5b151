export const queries = ({
  many,
  one,
  One,
  Many,
}) => `import { asc, eq, inArray, sql } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { ${many} } from "@/db/schema/${many}"
import { departments, people, sensitivities } from "@/db/schema/people"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import type { ${One}Filter } from "./inputs"
import { canEdit, canSee } from "./policy"
import { find${One} } from "./${one}"

const pageSize = 50

/** One page, latest first. What the actor may not see has no row, no count, no trace. */
export async function list${Many}(actor: PersonActor, filter: ${One}Filter) {
  const after = decodeCursor(filter.after)
  const ids = visibleIds(actor, "${one}", {
    limit: pageSize + 1,
    ...(after && { after: { sortKey: after.key, id: after.id } }),
  })
  const rows = await db()
    .select({
      id: ${many}.id,
      name: ${many}.name,
      updatedAt: ${many}.updatedAt,
      sortKey: ${many}.sortKey,
      owner: people.name,
      department: departments.name,
    })
    .from(${many})
    .innerJoin(people, eq(people.id, ${many}.ownerId))
    .leftJoin(departments, eq(departments.id, ${many}.departmentId))
    .where(sql\`\${${many}.id} in (\${ids})\`)
    .orderBy(asc(${many}.sortKey), asc(${many}.id))
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    rows: shown,
    next: last ? encodeCursor({ key: last.sortKey, id: last.id }) : null,
  }
}

export type ${One}ListRow = Awaited<ReturnType<typeof list${Many}>>["rows"][number]

/** One with names and what the actor may do, or null when it isn't theirs to see. */
export const ${one}Page = cache(async (actor: PersonActor, id: number) => {
  const ${one} = await find${One}(db(), id)
  if (!${one} || !canSee(actor, ${one})) return null
  const { departmentId, sensitivityId } = ${one}
  const [[owner], [home], [label]] = await Promise.all([
    db().select({ id: people.id, name: people.name }).from(people).where(eq(people.id, ${one}.ownerId)),
    db().select({ name: departments.name }).from(departments).where(inArray(departments.id, [departmentId ?? 0])),
    db().select({ name: sensitivities.name, nameEn: sensitivities.nameEn }).from(sensitivities).where(inArray(sensitivities.id, [sensitivityId ?? 0])),
  ])
  return {
    ${one},
    owner: owner ?? { id: ${one}.ownerId, name: "" },
    department: home?.name ?? null,
    sensitivity: label ?? null,
    can: { edit: canEdit(actor, ${one}) },
  }
})

export type ${One}Page = NonNullable<Awaited<ReturnType<typeof ${one}Page>>>
`

export const choices = () => `import { inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { canHome } from "./policy"

/** What the form offers: departments this person may use, labels they are cleared for. */
export async function formChoices(actor: PersonActor) {
  const org = await organisation(db())
  const homes = [...org.departments.values()]
    .filter((department) => canHome(actor, department.id))
    .map((department) => ({ value: department.id, label: departmentPath(org, department.id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "zh-CN"))
  const labels = await db()
    .select()
    .from(sensitivities)
    .where(inArray(sensitivities.id, [0, ...actor.clearances]))
  return { homes, labels }
}
`

export const seed = ({ One, Many, zh }) => `import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { departments, people } from "@/db/schema/people"
import { actorsOf } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { create${One} } from "./creating"

/** The sample company's first one: 研发部's, made by its head. */
export async function seed${Many}(now: Date): Promise<void> {
  const [home] = await db().select().from(departments).where(eq(departments.name, "研发部"))
  const [head] = await db().select({ id: people.id }).from(people).where(eq(people.name, "周舟"))
  const [actor] = await actorsOf(db(), head ? [head.id] : [])
  if (!home || !actor) throw new Error("the sample company has no 研发部 or no 周舟")
  await write(
    actor,
    (ctx) =>
      create${One}(Object.assign(ctx, { actor }), {
        name: "${zh}样例",
        description: "",
        department: home.id,
        sensitivity: null,
      }),
    { now },
  )
}
`

export const proof = ({ many, one, One, Many }) => `import { beforeAll, expect, test } from "vitest"
import type { PersonActor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/refusal"
import { write } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { create${One} } from "./creating"
import { edit${One} } from "./editing"
import { list${Many}, ${one}Page } from "./queries"
import { seen${One} } from "./${one}"

const nowhere = { description: "", department: null, sensitivity: null }
let engineer: PersonActor
let intern: PersonActor
let id = 0

const make = (actor: PersonActor, fields: Parameters<typeof create${One}>[1]) =>
  write(actor, (ctx) => create${One}(Object.assign(ctx, { actor }), fields))

const rename = (actor: PersonActor, version: number, name: string) =>
  write(actor, async (ctx) => {
    const ${one} = await seen${One}(ctx, { id })
    if (!${one}) throw new Refusal("not_found")
    return edit${One}(Object.assign(ctx, { actor }), ${one}, version, { ...nowhere, name })
  })

beforeAll(async () => {
  await beginWithWorld()
  engineer = await as("Q011")
  intern = await as("Q013")
  id = await make(engineer, { ...nowhere, name: "核对清单" })
})

test("whoever creates one finds it in the list, on its page and in the search", async () => {
  expect((await list${Many}(engineer, {})).rows.map((row) => row.id)).toContain(id)
  expect((await ${one}Page(engineer, id))?.can).toEqual({ edit: true })
  const { found } = await searchFor(engineer, "核对清单", { limit: 5 })
  expect(found.map(({ href }) => href)).toContain(\`/${many}/\${id}\`)
})

test("without a home it is its owner's alone", async () => {
  expect((await list${Many}(intern, {})).rows.map((row) => row.id)).not.toContain(id)
  expect(await ${one}Page(intern, id)).toBeNull()
})

test("a department takes one only from its own people", async () => {
  const elsewhere = { ...nowhere, name: "越界", department: (await as("Q002")).departmentId }
  await expect(make(engineer, elsewhere)).rejects.toThrow(Refusal)
})

test("of two who edit the same version, the second hears of it", async () => {
  expect(await rename(engineer, 1, "核对清单 A")).toBe(2)
  await expect(rename(engineer, 1, "核对清单 B")).rejects.toThrow(Refusal)
})
`
