import type { z } from "zod"
import type { Db } from "@/db/database"
import { resolvePerson } from "@/lib/people/finding"
import type { NewAnnouncement } from "./announcing"
import type { NewGroup } from "./creating"
import type { GroupFields, newAnnouncement } from "./inputs"

/** Names or chosen ids as people, each once. @throws Refusal at `field` for who can't be found */
export async function readPeople(
  db: Db,
  names: readonly string[],
  field: string,
): Promise<number[]> {
  const ids = new Set<number>()
  for (const name of names) ids.add(await resolvePerson(db, name, field))
  return [...ids]
}

export async function readNewGroup(
  db: Db,
  { department, members, ...fields }: GroupFields,
): Promise<NewGroup> {
  return {
    ...fields,
    departmentId: department,
    memberIds: await readPeople(db, members, "members"),
  }
}

export const readAnnounced = ({
  topic,
  body,
  ordinaryHours,
  urgentMinutes,
}: z.output<typeof newAnnouncement>): NewAnnouncement => ({
  topic,
  body,
  ordinaryMinutes: ordinaryHours === null ? null : Math.round(ordinaryHours * 60),
  urgentMinutes,
})
