import { asc, eq, gt, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { Grant } from "@/lib/platform/actor"

const everyone: readonly Grant[] = [{ principal: "everyone", level: "view" }]
/** Who left is looked after by those who look after accounts. */
const accounts: readonly Grant[] = [
  { principal: "duty:hr", level: "view" },
  { principal: "duty:platform", level: "view" },
]

const columns = {
  id: people.id,
  name: people.name,
  staffNo: people.staffNo,
  pinyin: people.pinyin,
  initials: people.initials,
  email: people.email,
  post: people.post,
  level: people.level,
  departmentId: people.departmentId,
  managerId: people.managerId,
  hiredOn: people.hiredOn,
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

/** A colleague, as the directory shows one, whoever asks: `canSee` comes next. */
export async function findPerson(db: Db, id: number) {
  // Out of an address comes any number, and none.
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  return row ? asKnown(row) : null
}

/** Some people in the order of their ids, who left among them. */
export async function peopleAfter(db: Db, id: number, limit: number): Promise<Person[]> {
  const rows = db.select(columns).from(people).where(gt(people.id, id))
  return (await rows.orderBy(asc(people.id)).limit(limit)).map(asKnown)
}

/** Everybody in the company may see who works there; who left is seen by 人事 and 平台管理 only. */
export const asKnown = <R extends { disabledAt: Date | null }>(row: R) => ({
  ...row,
  grants: row.disabledAt ? accounts : everyone,
  sensitivityId: null,
})

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

type Findable = Pick<Person, "name" | "pinyin" | "initials" | "staffNo" | "email" | "post">

/**
 * What a search finds somebody by. Not the phone number: words are found by their beginnings, so
 * a number could be guessed figure by figure.
 */
export const personText = (person: Findable): string =>
  [
    person.name,
    person.pinyin,
    person.pinyin.replaceAll(" ", ""),
    person.initials,
    person.staffNo,
    person.email,
    person.post,
  ].join(" ")
