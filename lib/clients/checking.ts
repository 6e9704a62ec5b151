import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { organisation, subtree } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

/** Whether somebody belongs to a department or to one below it. */
async function belongsTo(db: Db, personId: number, departmentId: number): Promise<boolean> {
  const home = await homeOf(db, personId)
  return home !== null && subtree(await organisation(db), departmentId).includes(home)
}

export async function homeOf(db: Db, personId: number): Promise<number | null> {
  const [row] = await db
    .select({ departmentId: people.departmentId })
    .from(people)
    .where(eq(people.id, personId))
  return row?.departmentId ?? null
}

/** @throws Refusal when the responsible person isn't of the responsible department */
export async function requireHome(db: Db, ownerId: number, departmentId: number, field: string) {
  if (!(await belongsTo(db, ownerId, departmentId)))
    refuse("invalid", { fields: { [field]: "clients.error.elsewhere" } })
}
