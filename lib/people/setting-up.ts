import type { Db } from "@/db/database"
import { departments, people, personDuties } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { type Settings, writeSetting } from "@/lib/platform/settings"
import { setPassword } from "./new-password"
import { namePinyin } from "./pinyin"
import { type Entered, enter } from "./signing-in"

export interface FirstAdministrator {
  name: string
  staffNo: string
  email: string
  phone: string
  post: string
  birthday: string
  passwordHash: string
}

export interface SetUp {
  company: Settings["company"]
  administrator: FirstAdministrator
  workWeek: Settings["workWeek"]
  /** 总经办, in the company's language. */
  department: string
}

/** Before anybody works here the portal is set up; afterwards never again. */
export async function hasPeople(on: Db): Promise<boolean> {
  const [anybody] = await on.select({ id: people.id }).from(people).limit(1)
  return anybody !== undefined
}

/**
 * Writes the company, its first administrator and the working hours, all at once, and signs the
 * administrator in.
 * @throws Refusal when somebody was faster
 */
export async function setUp(ctx: Ctx, wanted: SetUp, device: string | null): Promise<Entered> {
  if (await hasPeople(ctx.tx)) refuse("not_found")
  await writeSetting(ctx, "company", wanted.company)
  await writeSetting(ctx, "workWeek", wanted.workWeek)
  const id = await firstPerson(ctx, wanted)
  await setPassword(ctx, id, wanted.administrator.passwordHash)
  await ctx.tx.insert(personDuties).values({ personId: id, duty: "platform" })
  await organisationChanged(ctx)
  emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company", "workWeek"] } })
  emit(ctx, { type: "person.added", recordId: id, data: { by: "setup" } })
  return enter(ctx, { id }, device, "setup")
}

async function firstPerson(
  ctx: Ctx,
  { administrator: first, company, department }: SetUp,
): Promise<number> {
  const [home] = await ctx.tx
    .insert(departments)
    .values({ name: department, createdAt: ctx.now })
    .returning({ id: departments.id })
  const { full, initials } = namePinyin(first.name)
  const [row] = await ctx.tx
    .insert(people)
    .values({
      name: first.name,
      staffNo: first.staffNo,
      email: first.email,
      phone: first.phone || null,
      post: first.post,
      birthday: first.birthday || null,
      pinyin: full,
      initials,
      departmentId: home?.id ?? refuse("conflict"),
      level: "admin",
      locale: company.locale,
      createdAt: ctx.now,
    })
    .returning({ id: people.id })
  return row?.id ?? refuse("conflict")
}
