import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { staffImports } from "@/db/schema/people"
import type { Grant } from "@/lib/platform/actor"

const forHr: readonly Grant[] = [
  { principal: "duty:hr", level: "admin" },
  { principal: "duty:platform", level: "admin" },
]

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>

export async function findImport(db: Db, id: number) {
  const [row] = await db.select().from(staffImports).where(eq(staffImports.id, id))
  return row ? { ...row, grants: forHr, sensitivityId: null } : null
}
