import { and, asc, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { people, personDuties, staffImportChanges } from "@/db/schema/people"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { settingsIn } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { insertGroup } from "./creating"
import type { GroupRow } from "./group"
import { bringIn, putMembers } from "./joining"
import { words } from "./words"

/** What the company has one of, whatever it is called by now. */
const key = "casual"

async function findCasual(on: Ctx["tx"]): Promise<GroupRow | null> {
  const [row] = await on.select().from(groups).where(eq(groups.directKey, key))
  return row ?? null
}

/** The company's 闲聊群 with everybody in it, run by 平台管理. Only the first call makes it. */
async function makeCasual(ctx: Ctx): Promise<void> {
  const { company } = await settingsIn(ctx.tx)
  const { name, about } = words[company.locale].casual
  const made = await insertGroup(ctx, {
    kind: "casual",
    directKey: key,
    joinRule: "open",
    name,
    about,
  })
  if (!made) return
  const rows = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.id))
  const ids = rows.map(({ id }) => id)
  const running = await ctx.tx
    .select({ id: personDuties.personId })
    .from(personDuties)
    .where(eq(personDuties.duty, "platform"))
  const managers = running.map(({ id }) => id).filter((id) => ids.includes(id))
  await putMembers(ctx, made, managers, { role: "manager" })
  await putMembers(ctx, made, ids)
  emit(ctx, {
    type: "group.created",
    recordId: made.id,
    data: { kind: made.kind, personIds: ids, by: "company" },
  })
}

/** For companies that were here before groups were. Several processes may ask at once. */
export async function ensureCasual(): Promise<void> {
  const [anybody] = await db().select({ id: people.id }).from(people).limit(1)
  if (anybody && !(await findCasual(db())))
    await writeAsSystem("groups.casual", (ctx) => makeCasual(ctx))
}

/** Newcomers are in it from their first day. Who left it stays out. */
async function welcome(ctx: Ctx, personIds: () => Promise<number[]>): Promise<void> {
  const casual = await findCasual(ctx.tx)
  if (!casual) await makeCasual(ctx)
  else if (casual.archivedAt === null) await bringIn(ctx, casual, await personIds(), "casual")
}

export const welcomePerson = (ctx: Ctx, event: NewEvent): Promise<void> =>
  welcome(ctx, async () => [event.recordId])

export const welcomeImported = (ctx: Ctx, event: NewEvent): Promise<void> =>
  welcome(ctx, async () => {
    const rows = await ctx.tx
      .select({ id: people.id, before: staffImportChanges.before })
      .from(staffImportChanges)
      .innerJoin(people, eq(people.id, staffImportChanges.personId))
      .where(and(eq(staffImportChanges.importId, event.recordId), isNull(people.disabledAt)))
      .orderBy(asc(people.id))
    return rows.flatMap(({ id, before }) => (before === null ? [id] : []))
  })
