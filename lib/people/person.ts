import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { Grant } from "@/lib/platform/actor"

const everyone: readonly Grant[] = [{ principal: "everyone", level: "view" }]

const columns = {
  id: people.id,
  name: people.name,
  staffNo: people.staffNo,
  pinyin: people.pinyin,
  initials: people.initials,
  email: people.email,
  phone: people.phone,
  post: people.post,
  level: people.level,
  departmentId: people.departmentId,
  managerId: people.managerId,
  disabledAt: people.disabledAt,
  face: people.faceFileId,
}

const byId = prepared((db) =>
  db
    .select(columns)
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
)

/** A colleague, as the directory shows one. Everybody in the company may see who works there. */
export async function findPerson(db: Db, id: number) {
  const [row] = await byId(db).execute({ id })
  return row ? asKnown(row) : null
}

export const asKnown = <R extends object>(row: R) => ({
  ...row,
  grants: everyone,
  sensitivityId: null,
})

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** What a search finds somebody by. The phone number is found by, never shown. */
export const personText = (person: Person): string =>
  [
    person.name,
    person.pinyin,
    person.pinyin.replaceAll(" ", ""),
    person.initials,
    person.staffNo,
    person.email,
    person.phone,
    person.post,
  ].join(" ")
