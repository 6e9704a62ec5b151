import { sql } from "drizzle-orm"
import type { SQLiteColumn } from "drizzle-orm/sqlite-core"
import { breath, mapSlowly } from "@/db/breath"
import { idsIn, insertMany, parts, valuesTable } from "@/db/bulk"
import {
  duties,
  knownDevices,
  levels,
  passwordLinks,
  people,
  personDuties,
  sessions,
} from "@/db/schema/people"
import { indexMany } from "@/lib/platform/bulk-index"
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
  const rows = await mapSlowly(planned, ({ after }) =>
    rowOf(ctx, after, departmentIds.get(after.department) ?? refuse("conflict")),
  )
  await putPeople(ctx, rows, ids)
  await writeManagers(ctx, planned, ids)
  await writeDuties(ctx, planned, ids)
  await endSessions(ctx, planned)
  const records = await mapSlowly(rows, (row) =>
    asKnown({ ...row, id: ids.get(row.staffNo) ?? refuse("conflict") }),
  )
  await indexMany(ctx.tx, "person", records)
}

/** Two people may exchange addresses in one file: none may stand in the other's way meanwhile. */
async function freeAddresses(ctx: Ctx, planned: readonly PlannedPerson[]): Promise<void> {
  const moving = planned.flatMap(({ id, before, after }) =>
    id !== null && before?.email !== after.email ? [id] : [],
  )
  if (moving.length > 0)
    await ctx.tx
      .update(people)
      .set({ email: sql`'moving:' || ${people.id}` })
      .where(sql`${people.id} in ${idsIn(moving)}`)
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

const written = [
  "name",
  "pinyin",
  "initials",
  "email",
  "phone",
  "department_id",
  "post",
  "level",
  "hired_on",
  "birthday",
]
const overwritten = sql.raw(written.map((column) => `${column} = excluded.${column}`).join(", "))

async function putPeople(ctx: Ctx, rows: ReturnType<typeof rowOf>[], ids: Ids): Promise<void> {
  const stored = await insertMany<typeof people, { id: number; staff_no: string }>(
    ctx.tx,
    people,
    rows,
    {
      // Who left before left then.
      tail: sql`on conflict (staff_no) do update set ${overwritten}, version = ${people.version} + 1, disabled_at =
      case when excluded.disabled_at is null then null else coalesce(${people.disabledAt}, excluded.disabled_at) end`,
      returning: ["id", "staff_no"],
    },
  )
  for (const { id, staff_no } of stored) ids.set(staff_no, Number(id))
}

async function writeManagers(ctx: Ctx, planned: readonly PlannedPerson[], ids: Ids): Promise<void> {
  const pairs = planned
    .filter(({ before, after }) => (before?.manager ?? "") !== after.manager)
    .map(({ after }): [number, number | null] => [
      ids.get(after.staffNo) ?? refuse("conflict"),
      after.manager === "" ? null : (ids.get(after.manager) ?? refuse("conflict")),
    ])
  for (const part of parts(pairs)) {
    await ctx.tx
      .update(people)
      .set({ managerId: sql`pair.column2` })
      .from(sql`${valuesTable(part, ["bigint", "bigint"])} as pair`)
      .where(sql`${people.id} = pair.column1`)
    await breath()
  }
}

async function writeDuties(ctx: Ctx, planned: readonly PlannedPerson[], ids: Ids): Promise<void> {
  const changed = planned.filter(({ before, after }) => (before?.duties ?? "") !== after.duties)
  const had = changed.flatMap(({ id }) => (id === null ? [] : [id]))
  if (had.length > 0)
    await ctx.tx.delete(personDuties).where(sql`${personDuties.personId} in ${idsIn(had)}`)
  const given = changed.flatMap(({ after }) => {
    const personId = ids.get(after.staffNo) ?? refuse("conflict")
    return duties
      .filter((duty) => after.duties.split(";").includes(duty))
      .map((duty) => ({ personId, duty }))
  })
  await insertMany(ctx.tx, personDuties, given)
}

/** Whoever left can't come in again: not by an open page, a link on paper, or a known browser. */
async function endSessions(ctx: Ctx, planned: readonly PlannedPerson[]): Promise<void> {
  const left = planned.flatMap(({ id, after }) =>
    id !== null && after.status === "left" ? [id] : [],
  )
  for (const part of parts(left)) {
    const theirs = (column: SQLiteColumn) => sql`${column} in ${idsIn(part)}`
    await ctx.tx
      .update(sessions)
      .set({ endedAt: ctx.now })
      .where(sql`${theirs(sessions.personId)} and ${sessions.endedAt} is null`)
    await ctx.tx.delete(passwordLinks).where(theirs(passwordLinks.personId))
    await ctx.tx.delete(knownDevices).where(theirs(knownDevices.personId))
    await breath()
  }
}
