import { asc, eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { numberOf } from "./numbers"

export type MatterRow = typeof matters.$inferSelect
export type MatterPart = typeof matterParts.$inferSelect

/** A matter with the departments' parts, and with what decides who sees it. */
export interface Matter extends MatterRow {
  parts: readonly MatterPart[]
  grants: readonly Grant[]
}

const byId = prepared((db) =>
  db
    .select()
    .from(matters)
    .where(eq(matters.id, sql.placeholder("id")))
    .prepare(),
)
const partsOf = prepared((db) =>
  db
    .select()
    .from(matterParts)
    .where(eq(matterParts.matterId, sql.placeholder("id")))
    .orderBy(asc(matterParts.askedAt), asc(matterParts.departmentId))
    .prepare(),
)

/** The matter, whoever asks: `canSee` comes next. */
export async function findMatter(db: Db, id: number): Promise<Matter | null> {
  // Out of an address comes any number, and none.
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  return row ? withGrants(row, await partsOf(db).execute({ id })) : null
}

/** Those named in it, and the people of the departments concerned. */
function withGrants(row: MatterRow, parts: readonly MatterPart[]): Matter {
  const grants = new Map<Grant["principal"], Grant["level"]>()
  if (row.supportFromId !== null) grants.set(`person:${row.supportFromId}`, "view")
  for (const part of parts) {
    grants.set(`person:${part.ownerId}`, "view")
    grants.set(`department:${part.departmentId}`, "admin")
  }
  grants.set(`department:${row.departmentId}`, "admin")
  for (const id of [row.ownerId, row.creatorId]) grants.set(`person:${id}`, "edit")
  return {
    ...row,
    parts,
    grants: [...grants].map(([principal, level]) => ({ principal, level })),
  }
}

/** For actions: the matter that an input names, if it is the actor's to see. */
export async function seenMatter(ctx: Ctx, input: { id: number }): Promise<Matter | null> {
  const matter = await findMatter(ctx.tx, input.id)
  return matter && sees(ctx.actor, matter) ? matter : null
}

/** Number and description: how a matter is called wherever it is named. */
export const titleOf = ({ id, description }: { id: number; description: string }): string =>
  `${numberOf(id)} ${description}`

/** Matters as lists of records of every kind name them. */
export async function titledMatters(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: matters.id, description: matters.description })
    .from(matters)
    .where(inArray(matters.id, [...ids]))
  return new Map(rows.map((row) => [row.id, { title: titleOf(row), href: `/matters/${row.id}` }]))
}
