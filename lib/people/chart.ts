import { db } from "@/db/engine"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { type Organisation, organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import type { ChartFilter } from "./chart-filter"
import { below, company, mostBelow, openedDepartments, pathTo } from "./chart-opened"
import { type ChartPerson, type Leader, mostRows, named, peopleOf, topPerson } from "./chart-people"
import { inTreeOrder, sumsBelow } from "./department-tree"
import { shownIn } from "./directory-scope"
import { headcounts } from "./headcount"
import { findMatching } from "./people-matching"

export interface ChartNode {
  id: number
  name: string
  head: Leader | null
  /** Everybody in it and below it. */
  count: number
  /** Whether there is anything to open. */
  opens: boolean
  open: boolean
  /** On the way from the company to the chosen department. */
  onPath: boolean
  chosen: boolean
  below: ChartNode[]
  /** Its own people, where they are shown. */
  people: ChartPerson[]
  /** People and departments that have no room. */
  more: number
}

/** The company as a tree, opened as far as the address says. */
export async function organisationChart(actor: PersonActor, asked: ChartFilter) {
  const [org, { company: firm }] = await Promise.all([organisation(db()), settings()])
  const now = { org, today: dayIn(firm.timeZone, new Date()) }
  const counts = await headcounts(db(), now)
  const sizes = new Map([...counts].map(([id, { active }]) => [id, active]))
  const found = asked.q ? await placeOf(actor, asked.q, now) : null
  const filter = found ? { ...asked, at: found.at, open: [...asked.open, found.at] } : asked
  const { open, bounded } = openedDepartments(org, filter, sizes)
  const drawn = [...open].flatMap((id) => below(org, id).slice(0, mostBelow))
  const heads = drawn.flatMap((id) => org.departments.get(id)?.headId ?? [])
  const [top, leaders, people] = await Promise.all([
    topPerson(),
    named(heads),
    peopleOf([...open].filter((id) => id !== company)),
  ])
  const sums = sumsBelow(org, (id) => sizes.get(id) ?? 0)
  const path = new Set(pathTo(org, filter.at))
  const made = { org, open, sums, sizes, leaders, people, path, at: filter.at ?? null }
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const root = { ...nodeOf(company, made), name: firm.name, head: top, count: all }
  return {
    root,
    filter,
    bounded,
    today: now.today,
    missing: asked.q !== "" && !found,
    foundPerson: found?.personId ?? null,
    size: { people: all, departments: standing(org).length, levels: deepest(org) + 2 },
    org,
  }
}

export type Chart = Awaited<ReturnType<typeof organisationChart>>

interface Made {
  org: Organisation
  open: ReadonlySet<number>
  sums: ReadonlyMap<number, number>
  sizes: ReadonlyMap<number, number>
  leaders: ReadonlyMap<number, Leader>
  people: ReadonlyMap<number, ChartPerson[]>
  path: ReadonlySet<number>
  at: number | null
}

function nodeOf(id: number, made: Made): ChartNode {
  const { org, open, sums, sizes, leaders, people, path, at } = made
  const department = org.departments.get(id)
  const children = below(org, id)
  const headId = department?.headId ?? null
  const isOpen = open.has(id)
  // Whoever leads a department with others below it stands in its node already.
  const own = (people.get(id) ?? []).filter((row) => children.length === 0 || row.id !== headId)
  const shown = isOpen ? headFirst(own, headId).slice(0, mostRows) : []
  const drawn = isOpen ? children.slice(0, mostBelow) : []
  const size = sizes.get(id) ?? 0
  const ownSize = Math.max(own.length, size - (children.length > 0 && headId !== null ? 1 : 0))
  return {
    id,
    name: department?.name ?? "",
    head: leaders.get(headId ?? 0) ?? null,
    count: sums.get(id) ?? 0,
    opens: children.length > 0 || size > 0,
    open: isOpen,
    onPath: path.has(id),
    chosen: at === id,
    below: drawn.map((child) => nodeOf(child, made)),
    people: shown,
    more: isOpen ? children.length - drawn.length + Math.max(0, ownSize - shown.length) : 0,
  }
}

const headFirst = (rows: readonly ChartPerson[], headId: number | null): ChartPerson[] => [
  ...rows.filter(({ id }) => id === headId),
  ...rows.filter(({ id }) => id !== headId),
]

const standing = (org: Organisation): number[] =>
  inTreeOrder(org, null).filter((id) => !org.departments.get(id)?.closed)

const deepest = (org: Organisation): number =>
  standing(org).reduce((most, id) => Math.max(most, pathTo(org, id).length - 1), 0)

/** The department that a query names, or that of the first person it finds. */
async function placeOf(
  actor: PersonActor,
  query: string,
  now: { org: Organisation; today: string },
): Promise<{ at: number; personId: number | null } | null> {
  const typed = query.toLowerCase()
  const byName = standing(now.org).find((id) =>
    now.org.departments.get(id)?.name.toLowerCase().includes(typed),
  )
  if (byName) return { at: byName, personId: null }
  const [person] = await findMatching(db(), { actor, org: now.org, query }, shownIn("active", now))
  return person ? { at: person.departmentId, personId: person.id } : null
}
