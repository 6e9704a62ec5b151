import { eq } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { departments, people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { actorsOf } from "@/lib/platform/organisation"

/** Hires somebody into a department, which is founded when it is new. @returns their id */
export async function aPerson(
  staffNo: string,
  more: { department?: string; locale?: "zh" | "en"; email?: string; name?: string } = {},
): Promise<number> {
  const {
    department = "办公室",
    locale = null,
    email = `${staffNo}@qimu.example`,
    name = staffNo,
  } = more
  const createdAt = new Date()
  return engine().write(async ({ db: tx }) => {
    const [known] = await tx.select().from(departments).where(eq(departments.name, department))
    const [home] = known
      ? [known]
      : await tx.insert(departments).values({ name: department, createdAt }).returning()
    const person = { staffNo, name, pinyin: staffNo, initials: staffNo, email, locale, createdAt }
    const [row] = await tx
      .insert(people)
      .values({ ...person, departmentId: home?.id ?? 0, level: "edit" })
      .returning({ id: people.id })
    return row?.id ?? 0
  })
}

/** Somebody as they act. */
export async function actor(personId: number): Promise<PersonActor> {
  const [found] = await actorsOf(db(), [personId])
  if (!found) throw new Error("nobody with this id works here")
  return found
}
