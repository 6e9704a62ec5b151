import type { Organisation } from "@/lib/platform/organisation"

/** Departments directly below one, or below the company, in the order they were founded. */
export function departmentsBelow(org: Organisation, parentId: number | null): number[] {
  const ids =
    parentId === null
      ? [...org.departments.values()].filter((each) => each.parentId === null).map(({ id }) => id)
      : [...(org.children.get(parentId) ?? [])]
  return ids.toSorted((a, b) => a - b)
}

/** Those of them that aren't dissolved: what a picture of the company shows. */
export const openBelow = (org: Organisation, parentId: number | null): number[] =>
  departmentsBelow(org, parentId).filter((id) => !org.departments.get(id)?.closed)

/** A department and all below it, or all of the company, each before those below it. */
export function inTreeOrder(org: Organisation, departmentId: number | null): number[] {
  const below = departmentsBelow(org, departmentId).flatMap((id) => inTreeOrder(org, id))
  return departmentId === null ? below : [departmentId, ...below]
}

/** Every department's sum at once, in one walk. */
export function sumsBelow(
  org: Organisation,
  of: (departmentId: number) => number,
): Map<number, number> {
  const sums = new Map<number, number>()
  for (const id of inTreeOrder(org, null).toReversed()) {
    const below = org.children.get(id) ?? []
    sums.set(
      id,
      below.reduce((sum, child) => sum + (sums.get(child) ?? 0), of(id)),
    )
  }
  return sums
}
