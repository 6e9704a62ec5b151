import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"

/** One's own data, in full. */
export async function ownProfile(on: Db, actor: PersonActor) {
  const [row] = await on.select().from(people).where(eq(people.id, actor.personId))
  if (!row) throw new Error("a signed-in person is missing")
  return {
    ...row,
    face: row.faceFileId,
    department: departmentPath(await organisation(on), row.departmentId),
  }
}

export type Profile = Awaited<ReturnType<typeof ownProfile>>
