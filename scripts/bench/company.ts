/**
 * `company.ts PEOPLE TASKS [MESSAGES]`: fills the data folder of its environment and writes down in it who
 * is signed in there and where things are, for the processes that measure.
 */
import { writeFileSync } from "node:fs"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { encode } from "next-auth/jwt"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { departments, people, personDuties } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { encodeCursor } from "@/lib/platform/cursor"
import { readEnv } from "@/lib/platform/env"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisationChanged } from "@/lib/platform/organisation"
import { sealEvents } from "@/lib/platform/sealing"
import { secrets } from "@/lib/platform/secrets"
import { openSession } from "@/lib/platform/session"
import { writeSetting } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { seedCompany } from "../seeding/company"
import { dice } from "../seeding/dice"
import { seedTalk } from "../seeding/talking"
import { seedTaskBatch } from "../seeding/task-batch"
import type { Company, SignedIn } from "./measured"
import { talkPlaces } from "./talk-places"

const together = 2_000
const pages = 1_000
const perPage = 50

async function fill(size: number, count: number, messages: number): Promise<Company> {
  await migrate()
  const roll = dice(20_260_101)
  await seedCompany(size, roll)
  const staff = await db()
    .select({ id: people.id, departmentId: people.departmentId })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(people.id)
  const [first, ...others] = staff
  if (!first) throw new Error("nobody was hired")
  const now = Date.now()
  for (let from = 0; from < count; from += together)
    await seedTaskBatch(
      { from, until: Math.min(from + together, count) },
      [first, ...others],
      now,
      roll,
    )
  if (messages > 0) await seedTalk([first.id, ...others.map(({ id }) => id)], messages, now)
  await leadBy(first.id)
  const actors = await actorsOf(
    db(),
    staff.map(({ id }) => id),
  )
  const talk = messages > 0 ? await talkPlaces(actors, signedIn) : null
  return { ...(await whoAndWhere(actors, first.id)), people: size, tasks: count, talk }
}

/** One person who sees every department, so that a page 1,000 is there to be opened, and imports. */
const leadBy = (personId: number) =>
  writeAsSystem("bench", async (ctx) => {
    await ctx.tx.update(departments).set({ headId: personId }).where(isNull(departments.parentId))
    await ctx.tx.insert(personDuties).values({ personId, duty: "hr" })
    await organisationChanged(ctx)
    await writeSetting(ctx, "company", {
      name: "栖木软件",
      timeZone: "Asia/Shanghai",
      locale: "zh",
    })
    emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company"] } })
  })

async function whoAndWhere(actors: readonly PersonActor[], leaderId: number) {
  const leader = actors.find(({ personId }) => personId === leaderId)
  const makers = actors.filter(({ level, leads }) => level === "edit" && leads.size === 0)
  const [member] = makers
  if (!leader || !member) throw new Error("the company has no such people")
  const room = await branchOf(member)
  const inRoom = makers.filter(({ principals }) => principals.has(`department:${room}`))
  return {
    member: await signedInAs(member),
    leader: await signedInAs(leader),
    makers: await signedIn(makers.slice(0, 200)),
    listeners: await signedIn(
      Array.from({ length: 500 }, (_, i) => inRoom[i % inRoom.length] ?? member),
    ),
    room,
    openTask: await someTask(member),
    roomTask: await taskFor(member, room),
    lastPage: await farPage(leader),
  }
}

async function branchOf(actor: PersonActor): Promise<number> {
  const [own] = await db().select().from(departments).where(eq(departments.id, actor.departmentId))
  return own?.parentId ?? actor.departmentId
}

/** A task of one's own department that is under way. */
async function someTask(actor: PersonActor): Promise<number> {
  const [task] = await db()
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.departmentId, actor.departmentId), inArray(tasks.state, ["doing", "todo"])))
    .limit(1)
  if (!task) throw new Error("the department has no task")
  return task.id
}

/** Moves one task to the branch, so that everybody in it may hear of it. */
async function taskFor(actor: PersonActor, departmentId: number): Promise<number> {
  const id = await someTask(actor)
  await writeAsSystem("bench", async (ctx) => {
    await ctx.tx.update(tasks).set({ departmentId }).where(eq(tasks.id, id))
    emit(ctx, { type: "task.edited", recordId: id })
  })
  return id
}

/** Where page 1,000 of what the leader sees begins; null in a small company. */
async function farPage(leader: PersonActor): Promise<string | null> {
  const ids = visibleIds(leader, "task", { limit: (pages - 1) * perPage })
  const rows = await engine().rows<{ record_id: number }>(db(), ids)
  const at = rows[(pages - 1) * perPage - 1]?.record_id
  if (at === undefined) return null
  const [last] = await db()
    .select({ key: tasks.sortKey, id: tasks.id })
    .from(tasks)
    .where(eq(tasks.id, at))
  return last ? encodeCursor(last) : null
}

async function signedInAs(actor: PersonActor): Promise<SignedIn> {
  const [only] = await signedIn([actor])
  if (!only) throw new Error("nobody signed in")
  return only
}

function signedIn(actors: readonly PersonActor[]): Promise<SignedIn[]> {
  return writeAsSystem("bench", async (ctx) => {
    const all: SignedIn[] = []
    for (const { personId, departmentId } of actors) {
      const { token } = await openSession(ctx, personId, "sso")
      const value = await encode({ token: { sid: token }, secret: secrets().authSecret })
      all.push({ personId, departmentId, cookie: `qibu.session=${value}` })
    }
    return all
  })
}

const [size, count, messages] = process.argv.slice(2).map(Number)
const company = await fill(size ?? 200, count ?? 1_000, messages ?? 0)
// A running portal seals as it goes; the start must not have a year of events to catch up with.
await sealEvents()
await engine().close()
writeFileSync(`${readEnv().data}/bench.json`, JSON.stringify(company))
process.send?.("done")
process.disconnect?.()
