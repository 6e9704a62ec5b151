import { isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { departmentPath, organisation } from "@/lib/platform/organisation"

export type Found = number | "nobody" | "several"

/** People who work here and departments that are open, by how files call them. */
export interface NameBook {
  /** By name, staff number or e-mail. */
  person(name: string): Found
  /** By path (研发部/后端组) or by name. */
  department(name: string): Found
  headOf(departmentId: number): number | null
}

const add = (book: Map<string, Set<number>>, name: string, id: number) => {
  const key = name.toLowerCase()
  book.set(key, (book.get(key) ?? new Set()).add(id))
}

const oneOf = (book: ReadonlyMap<string, ReadonlySet<number>>, name: string): Found => {
  const [id, ...others] = book.get(name.toLowerCase()) ?? []
  if (id === undefined) return "nobody"
  return others.length > 0 ? "several" : id
}

export async function nameBook(on: Db): Promise<NameBook> {
  const [org, staff] = await Promise.all([
    organisation(on),
    on
      .select({ id: people.id, name: people.name, staffNo: people.staffNo, email: people.email })
      .from(people)
      .where(isNull(people.disabledAt)),
  ])
  const [byName, byPlace] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()]
  for (const { id, name, staffNo, email } of staff)
    for (const each of [name, staffNo, email]) add(byName, each, id)
  for (const { id, name, closed } of org.departments.values())
    if (!closed) for (const each of [name, departmentPath(org, id)]) add(byPlace, each, id)
  return {
    person: (name) => oneOf(byName, name),
    department: (name) => oneOf(byPlace, name),
    headOf: (id) => org.departments.get(id)?.headId ?? null,
  }
}
