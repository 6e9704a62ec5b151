import { and, inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Organisation } from "@/lib/platform/organisation"
import { inTreeOrder } from "./department-tree"
import type { DirectoryFilter } from "./directory-filter"
import { canSeeRights } from "./directory-policy"
import {
  type PersonRow,
  type Place,
  peopleInOrder,
  type Standing,
  standingOf,
} from "./directory-rows"
import { allowedView, type Now, shownIn, withPost } from "./directory-scope"
import { type Headcount, headcounts } from "./headcount"
import { type LeaveNow, leavesOn } from "./leave-now"
import { findMatching, nameMatch } from "./people-matching"

export const pageSize = 50

/**
 * One page of the directory: department by department as in the tree, each with its head first.
 * @param counts every view's people by department, if they are known already
 */
export async function listDirectory(
  actor: PersonActor,
  filter: DirectoryFilter,
  now: Now,
  counts?: ReadonlyMap<number, Headcount>,
) {
  const { org, today } = now
  const view = allowedView(actor, filter.view)
  const order = inTreeOrder(org, filter.department ?? null)
  const shown = and(shownIn(view, now), withPost(filter.post))
  const hits =
    filter.q || filter.post
      ? await findMatching(db(), { actor, org, query: filter.q ?? "" }, shown)
      : null
  const sizes = hits
    ? new Map(
        [...Map.groupBy(hits, (hit) => hit.departmentId)].map(([id, all]) => [id, all.length]),
      )
    : new Map([...(counts ?? (await headcounts(db(), now)))].map(([id, each]) => [id, each[view]]))
  const after = filter.after ? await standingOf(db(), filter.after, (id) => headOf(org, id)) : null
  const begun = after && order.includes(after.departmentId) ? after : null
  const rows = await peopleInOrder(db(), placesFor(org, order, sizes, begun), {
    where: and(shown, hits ? inArray(people.id, idsIn(hits.map(({ id }) => id))) : undefined),
    after: begun,
    limit: pageSize + 1,
  })
  const page = rows.slice(0, pageSize)
  const ids = page.map(({ id }) => id)
  const away = await leavesOn(db(), ids, today)
  return {
    sizes,
    total: order.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0),
    rows: page.map((row) => asShown(actor, row, { org, query: filter.q, leave: away.get(row.id) })),
    next: rows.length > pageSize ? (ids.at(-1) ?? null) : null,
  }
}

export type DirectoryRow = Awaited<ReturnType<typeof listDirectory>>["rows"][number]

export const headOf = (org: Organisation, departmentId: number): number | null =>
  org.departments.get(departmentId)?.headId ?? null

/** Only so many departments as fill a page, so that a page costs the same in a large company. */
function placesFor(
  org: Organisation,
  order: readonly number[],
  sizes: ReadonlyMap<number, number>,
  after: Standing | null,
): Place[] {
  const places: Place[] = []
  let people = 0
  for (const departmentId of order.slice(after ? order.indexOf(after.departmentId) : 0)) {
    const size = sizes.get(departmentId) ?? 0
    if (size === 0 && departmentId !== after?.departmentId) continue
    places.push({ departmentId, headId: headOf(org, departmentId) })
    // How many of the first one stand before the page isn't known, so it fills nothing.
    if (departmentId !== after?.departmentId) people += size
    if (people > pageSize) break
  }
  return places
}

interface Beside {
  org: Organisation
  query: string | undefined
  leave: LeaveNow | undefined
}

function asShown(actor: PersonActor, row: PersonRow, { org, query, leave }: Beside) {
  return {
    ...row,
    level: canSeeRights(actor, row) ? row.level : null,
    leads: headOf(org, row.departmentId) === row.id,
    leave: leave ?? null,
    found: query ? (nameMatch(query, row)?.characters ?? null) : null,
  }
}
