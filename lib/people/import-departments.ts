import { insertMany } from "@/db/bulk"
import { departments } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { StaffBook } from "./staff-book"

/**
 * Makes the departments that paths name and nobody made yet.
 * @returns every department's id by path, and the new ones in the order made
 */
export async function makeDepartments(ctx: Ctx, book: StaffBook, paths: readonly string[]) {
  const ids = new Map([...book.departments].map(([path, { id }]) => [path, id]))
  const made: number[] = []
  const missing = Map.groupBy(missingPaths(ids, paths), (path) => path.split("/").length)
  for (const depth of [...missing.keys()].toSorted((a, b) => a - b))
    made.push(...(await makeLevel(ctx, ids, missing.get(depth) ?? [])))
  return { ids, made }
}

function missingPaths(ids: ReadonlyMap<string, number>, paths: readonly string[]): string[] {
  const wanted = new Set<string>()
  for (const path of paths) {
    const parts = path.split("/")
    for (const depth of parts.keys()) wanted.add(parts.slice(0, depth + 1).join("/"))
  }
  return [...wanted].filter((path) => !ids.has(path))
}

async function makeLevel(
  ctx: Ctx,
  ids: Map<string, number>,
  paths: readonly string[],
): Promise<number[]> {
  const placed = paths.map((path) => {
    const cut = path.lastIndexOf("/")
    return {
      path,
      name: path.slice(cut + 1),
      parentId: cut < 0 ? null : (ids.get(path.slice(0, cut)) ?? null),
    }
  })
  const rows = await insertMany<
    typeof departments,
    { id: number; name: string; parent_id: number | null }
  >(
    ctx.tx,
    departments,
    placed.map(({ name, parentId }) => ({ name, parentId, createdAt: ctx.now })),
    { returning: ["id", "name", "parent_id"] },
  )
  const made = new Map(rows.map((row) => [`${row.parent_id ?? ""}/${row.name}`, row.id]))
  for (const { path, name, parentId } of placed) {
    const id = made.get(`${parentId ?? ""}/${name}`) ?? refuse("conflict")
    ids.set(path, id)
  }
  return rows.map(({ id }) => Number(id))
}
