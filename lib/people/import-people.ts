import { and, inArray, isNull, sql } from "drizzle-orm"
import { duties, levels, people, personDuties, sessions } from "@/db/schema/people"
import { indexMany } from "@/lib/platform/bulk-index"
import { chunksOf, numberPairs } from "@/lib/platform/bulk-insert"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { PlannedPerson } from "./import-plan"
import { asKnown } from "./person"
import { namePinyin } from "./pinyin"
import type { StaffValues } from "./staff-conflicts"

type Ids = Map<string, number>

/**
 * Writes new and changed people, their managers and duties, and makes them findable.
 * @param ids known people by staff number; the new ones are added
 */
export async function writePeople(
  ctx: Ctx,
  planned: readonly PlannedPerson[],
  ids: Ids,
  departmentIds: ReadonlyMap<string, number>,
): Promise<void> {
  await freeAddresses(ctx, planned)
  const rows = planned.map(({ after }) =>
    rowOf(ctx, after, departmentIds.get(after.department) ?? refuse("conflict")),
  )
  for (const part of chunksOf(rows, 16)) await putPeople(ctx, part, ids)
  await writeManagers(ctx, planned, ids)
  await writeDuties(ctx, planned, ids)
  await endSessions(ctx, planned)
  const records = rows.map((row) =>
    asKnown({ ...row, id: ids.get(row.staffNo) ?? refuse("conflict") }),
  )
  await indexMany(ctx.tx, "person", records)
}

/** Two people may exchange addresses in one file: none may stand in the other's way meanwhile. */
async function freeAddresses(ctx: Ctx, planned: readonly PlannedPerson[]): Promise<void> {
  const moving = planned.flatMap(({ id, before, after }) =>
    id !== null && before?.email !== after.email ? [id] : [],
  )
  for (const part of chunksOf(moving, 1))
    await ctx.tx
      .update(people)
      .set({ email: sql`'moving:' || ${people.id}` })
      .where(inArray(people.id, part))
}

function rowOf(ctx: Ctx, values: StaffValues, departmentId: number) {
  const { full, initials, syllables } = namePinyin(values.name)
  return {
    staffNo: values.staffNo,
    name: values.name,
    pinyin: syllables.join(" ") || full,
    initials,
    email: values.email,
    phone: values.phone || null,
    departmentId,
    post: values.post,
    level: levels.find((level) => level === values.level) ?? refuse("invalid"),
    hiredOn: values.hiredOn || null,
    birthday: values.birthday || null,
    createdAt: ctx.now,
    disabledAt: values.status === "left" ? ctx.now : null,
  }
}

async function putPeople(ctx: Ctx, rows: ReturnType<typeof rowOf>[], ids: Ids): Promise<void> {
  const stored = await ctx.tx
    .insert(people)
    .values(rows)
    .onConflictDoUpdate({
      target: people.staffNo,
      set: {
        name: sql`excluded.name`,
        pinyin: sql`excluded.pinyin`,
        initials: sql`excluded.initials`,
        email: sql`excluded.email`,
        phone: sql`excluded.phone`,
        departmentId: sql`excluded.department_id`,
        post: sql`excluded.post`,
        level: sql`excluded.level`,
        hiredOn: sql`excluded.hired_on`,
        birthday: sql`excluded.birthday`,
        // Who left before left then.
        disabledAt: sql`case when excluded.disabled_at is null then null
          else coalesce(${people.disabledAt}, excluded.disabled_at) end`,
        version: sql`${people.version} + 1`,
      },
    })
    .returning({ id: people.id, staffNo: people.staffNo })
  for (const { id, staffNo } of stored) ids.set(staffNo, id)
}

async function writeManagers(ctx: Ctx, planned: readonly PlannedPerson[], ids: Ids): Promise<void> {
  const pairs = planned
    .filter(({ before, after }) => (before?.manager ?? "") !== after.manager)
    .map(({ after }): [number, number | null] => [
      ids.get(after.staffNo) ?? refuse("conflict"),
      after.manager === "" ? null : (ids.get(after.manager) ?? refuse("conflict")),
    ])
  for (const part of chunksOf(pairs, 2))
    await ctx.tx
      .update(people)
      .set({ managerId: sql`pair.column2` })
      .from(sql`${numberPairs(part)} as pair`)
      .where(sql`${people.id} = pair.column1`)
}

async function writeDuties(ctx: Ctx, planned: readonly PlannedPerson[], ids: Ids): Promise<void> {
  const changed = planned.filter(({ before, after }) => (before?.duties ?? "") !== after.duties)
  const had = changed.flatMap(({ id }) => (id === null ? [] : [id]))
  for (const part of chunksOf(had, 1))
    await ctx.tx.delete(personDuties).where(inArray(personDuties.personId, part))
  const given = changed.flatMap(({ after }) => {
    const personId = ids.get(after.staffNo) ?? refuse("conflict")
    return duties
      .filter((duty) => after.duties.split(";").includes(duty))
      .map((duty) => ({ personId, duty }))
  })
  for (const part of chunksOf(given, 2)) await ctx.tx.insert(personDuties).values(part)
}

async function endSessions(ctx: Ctx, planned: readonly PlannedPerson[]): Promise<void> {
  const left = planned.flatMap(({ id, after }) =>
    id !== null && after.status === "left" ? [id] : [],
  )
  for (const part of chunksOf(left, 2))
    await ctx.tx
      .update(sessions)
      .set({ endedAt: ctx.now })
      .where(and(inArray(sessions.personId, part), isNull(sessions.endedAt)))
}
