import { ancestry, type Organisation } from "@/lib/platform/organisation"
import type { ChartFilter } from "./chart-filter"
import { openBelow } from "./department-tree"

/** The company itself, above all departments. */
export const company = 0

/** About so many nodes are drawn, whatever is asked for; what is opened by hand comes first. */
const mostDrawn = 400
/** Departments that one has below it in the picture. */
export const mostBelow = 100

export const below = (org: Organisation, id: number): number[] =>
  openBelow(org, id === company ? null : id)

/** From the company down to a department. */
export const pathTo = (org: Organisation, at: number | undefined): number[] =>
  at && org.departments.has(at) ? [company, ...ancestry(org, at).reverse()] : [company]

/** Whether a reach opens a department by itself. */
function reaches(org: Organisation, { to }: ChartFilter, id: number): boolean {
  if (to === "company") return false
  if (id === company || to === "people") return true
  return to === "teams" && (org.children.get(id)?.length ?? 0) > 0
}

/** Whether somebody wants to see what is below a department. */
export const wanted = (org: Organisation, filter: ChartFilter, id: number): boolean =>
  filter.open.includes(id) || (reaches(org, filter, id) && !filter.shut.includes(id))

/**
 * The departments that are drawn open, level by level until the picture is full.
 * @param sizes people directly in each department
 */
export function openedDepartments(
  org: Organisation,
  filter: ChartFilter,
  sizes: ReadonlyMap<number, number>,
): { open: Set<number>; bounded: boolean } {
  const way = new Set(pathTo(org, filter.at).slice(0, -1))
  const open = new Set<number>()
  let drawn = 1
  let bounded = false
  let level = [company]
  while (level.length > 0) {
    const next: number[] = []
    for (const id of level) {
      if (!wanted(org, filter, id) && !way.has(id)) continue
      const children = below(org, id).slice(0, mostBelow)
      const cost = children.length + Math.min(sizes.get(id) ?? 0, 50)
      const byHand = filter.open.includes(id) || way.has(id)
      if (drawn + cost > mostDrawn && !byHand) {
        bounded = true
        continue
      }
      drawn += cost
      open.add(id)
      next.push(...children)
    }
    level = next
  }
  return { open, bounded }
}

/** The address's answer to a press on a handle. */
export function toggled(
  org: Organisation,
  filter: ChartFilter,
  id: number,
  isOpen: boolean,
): ChartFilter {
  const without = (list: number[]) => list.filter((one) => one !== id)
  const by = reaches(org, filter, id)
  return {
    ...filter,
    open: isOpen || by ? without(filter.open) : [...without(filter.open), id],
    shut: isOpen && by ? [...without(filter.shut), id] : without(filter.shut),
  }
}
