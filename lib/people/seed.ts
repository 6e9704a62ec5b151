import { db } from "@/db/engine"
import { clearances, credentials, people, sensitivities } from "@/db/schema/people"
import { addDays, dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { importStaff } from "./importing"
import { hashPassword } from "./passwords"
import { sampleCompany } from "./sample-company"
import { firstLevels } from "./sample-levels"
import { existingStaff } from "./staff-book"
import { readStaffFile } from "./staff-file"
import { checkStaffRows, type StaffOutcome } from "./staff-rows"

/** Of every account of the sample company. */
export const samplePassword = "Qibu-demo-2026"

interface Cleared {
  name: string
  nameEn: string
  departments: readonly string[]
  people: readonly string[]
}

/** Who is cleared for what: departments whole, and people by staff number. */
const cleared: readonly Cleared[] = [
  { name: "财务", nameEn: "Finance", departments: ["财务部", "总经办"], people: [] },
  {
    name: "战略",
    nameEn: "Strategy",
    departments: ["总经办"],
    people: ["Q010", "Q016", "Q030", "Q040"],
  },
]

/** A portal that nobody belongs to yet. */
export const isEmpty = async (): Promise<boolean> =>
  (await db().select({ id: people.id }).from(people).limit(1)).length === 0

/** Reads the staff file and hashes the password: what takes time and needs no database. */
export async function prepareSampleStaff(now: Date, timeZone: string) {
  const file = sampleCompany(addDays(dayIn(timeZone, now), -5))
  const read = await readStaffFile(new TextEncoder().encode(file))
  const rows = read.rows.map((row) => {
    const level = firstLevels.get(row.cells.name ?? "")
    return level ? { ...row, cells: { ...row.cells, level } } : row
  })
  const passwordHash = await hashPassword(samplePassword)
  return { rows, passwordHash }
}

type Prepared = Awaited<ReturnType<typeof prepareSampleStaff>>

/**
 * The sample company's people, through the same import as any company's.
 * @returns false, and nothing is written, when there are people already
 */
export async function seedPeople(ctx: Ctx, { rows, passwordHash }: Prepared): Promise<boolean> {
  const there = await existingStaff(ctx.tx)
  if (there.staff.length > 0) return false
  const checked = checkStaffRows(rows, there)
  await importStaff(ctx, checked, { fileName: "栖木软件-员工.csv" })
  const staff = await ctx.tx.select({ id: people.id, staffNo: people.staffNo }).from(people)
  await ctx.tx.insert(credentials).values(
    staff.map(({ id }) => ({
      personId: id,
      passwordHash,
      passwordSetAt: ctx.now,
      passwordExempt: true,
    })),
  )
  await seedSensitivities(ctx, staff, checked.outcomes)
  await organisationChanged(ctx)
  return true
}

type Staff = readonly { id: number; staffNo: string }[]

async function seedSensitivities(
  ctx: Ctx,
  staff: Staff,
  outcomes: readonly StaffOutcome[],
): Promise<void> {
  const departmentOf = new Map(
    outcomes.map((row) => [row.staffNo, row.kind === "error" ? "" : (row.values.department ?? "")]),
  )
  for (const { people: named, departments: homes, ...names } of cleared) {
    const holders = staff.filter(
      ({ staffNo }) => named.includes(staffNo) || homes.includes(departmentOf.get(staffNo) ?? ""),
    )
    await addSensitivity(
      ctx,
      names,
      holders.map(({ id }) => id),
    )
  }
}

async function addSensitivity(
  ctx: Ctx,
  { name, nameEn }: { name: string; nameEn: string },
  holders: readonly number[],
) {
  const [row] = await ctx.tx
    .insert(sensitivities)
    .values({ name, nameEn, createdAt: ctx.now })
    .returning({ id: sensitivities.id })
  const sensitivityId = row?.id ?? refuse("conflict")
  emit(ctx, { type: "sensitivity.added", recordId: sensitivityId, data: { name } })
  await ctx.tx.insert(clearances).values(holders.map((personId) => ({ personId, sensitivityId })))
  for (const personId of holders)
    emit(ctx, {
      type: "person.cleared",
      recordId: personId,
      data: { sensitivityId, personIds: [personId] },
    })
}
