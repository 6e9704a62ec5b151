import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { ancestry, organisation } from "@/lib/platform/organisation"

/** Whom somebody asks: the nearest head above them who isn't themselves; nobody, and 平台管理 decides. */
export async function askedOf(
  db: Db,
  author: PersonActor,
): Promise<{ id: number | null; name: string }> {
  const org = await organisation(db)
  const heads = ancestry(org, author.departmentId).flatMap(
    (id) => org.departments.get(id)?.headId ?? [],
  )
  const id = heads.find((head) => head !== author.personId) ?? null
  if (id === null) return { id, name: "" }
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, id))
  return { id, name: row?.name ?? "" }
}
