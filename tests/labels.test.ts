import { and, eq } from "drizzle-orm"
import { afterEach, beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { clearances, people, sensitivities } from "@/db/schema/people"
import { taskCoworkers } from "@/db/schema/tasks"
import { listInbox, unreadCount } from "@/lib/notifications/queries"
import { clearPeople } from "@/lib/people/clearing"
import { labelledCount, labelledOf } from "@/lib/people/labelled"
import {
  addSensitivity,
  changeSensitivity,
  closeSensitivity,
  findSensitivity,
  type Sensitivity,
} from "@/lib/people/sensitivities"
import { unclear } from "@/lib/people/unclearing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { endAll } from "@/lib/platform/live"
import { allowedTopics, guardStreams } from "@/lib/platform/live-authority"
import { changeTopics, openStream } from "@/lib/platform/live-response"
import { openSession } from "@/lib/platform/session"
import { actorOfSession } from "@/lib/platform/session-row"
import { write, writeAsSystem } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { formChoices } from "@/lib/tasks/choices"
import { openTaskCount } from "@/lib/tasks/counting"
import { createTask, type NewTask } from "@/lib/tasks/creating"
import { editTask } from "@/lib/tasks/editing"
import { canSee } from "@/lib/tasks/policy"
import { listTasks } from "@/lib/tasks/queries"
import { findTask } from "@/lib/tasks/task"
import { taskPage } from "@/lib/tasks/task-page"
import { as, everybody } from "./personas"
import { type Heard, hearStream, streamId } from "./sse"
import { beginWithWorld } from "./world"

const now = new Date()
const bounds = { timeZone: "Asia/Shanghai", endOfToday: now, endOfWeek: now, now }
const name = "琥珀项目报价底线"
let admin: PersonActor
let finance: Sensitivity
let id = 0

type Acting = Ctx & { actor: PersonActor }
const acting = <T>(actor: PersonActor, run: (ctx: Acting) => Promise<T>) =>
  write(actor, (ctx) => run(Object.assign(ctx, { actor })))

const blank: Omit<NewTask, "name" | "ownerId"> = {
  description: "",
  coworkerIds: [],
  startAt: null,
  dueAt: null,
  priority: "medium",
  departmentId: null,
  sensitivityId: null,
  risk: "",
}

beforeAll(async () => {
  await beginWithWorld()
  guardStreams()
  admin = await as("段立")
  const [label] = await db().select().from(sensitivities).where(eq(sensitivities.name, "财务"))
  if (!label) throw new Error("the sample company has 财务")
  finance = label
  const jin = await as("金朵")
  id = await acting(jin, (ctx) =>
    createTask(ctx, {
      ...blank,
      name,
      ownerId: jin.personId,
      coworkerIds: [],
      departmentId: jin.departmentId,
    }),
  )
})
afterEach(endAll)

const edit = (actor: PersonActor, changes: Partial<NewTask>) =>
  acting(actor, async (ctx) => {
    const task = await findTask(ctx.tx, id)
    if (task) await editTask(ctx, task, task.version, changes)
  })
const task = async () => {
  const found = await findTask(db(), id)
  if (!found) throw new Error("the task is there")
  return found
}

/** Everything that could show somebody that the task is there. */
async function traces(actor: PersonActor) {
  const listed: number[] = []
  for (let after: string | undefined; ; ) {
    const page = await listTasks(actor, { view: "all", sort: "state", after }, bounds)
    listed.push(...page.rows.map((row) => row.id))
    if (page.next === null) break
    after = page.next
  }
  const inbox = await listInbox(actor, "open", true)
  const known = await listInbox(actor, "open", false)
  return {
    list: listed.includes(id),
    search: (await searchFor(actor, name)).found.length > 0,
    link: (await taskPage(actor, id)) !== null,
    live: (await allowedTopics(actor, [`task:${id}`])).size > 0,
    inbox: [...inbox.bundles, ...known.bundles].some(
      (bundle) => bundle.kind === "task" && bundle.recordId === id,
    ),
  }
}

const gone = { list: false, search: false, link: false, live: false, inbox: false }

describe("a record that is given a label", () => {
  test("is there for nobody who isn't cleared, in list, search, link, live and inbox", async () => {
    const [jin, xin] = [await as("金朵"), await as("窦若溪")]
    await edit(jin, { coworkerIds: [xin.personId] })
    const lin = await as("林默")
    await edit(jin, { sensitivityId: finance.id })
    for (const actor of await everybody()) {
      const found = await traces(actor)
      const cleared = actor.clearances.has(finance.id)
      if (!cleared) expect(found, actor.name).toEqual(gone)
      expect(found.list, actor.name).toBe(canSee(actor, await task()))
      expect(found.search, actor.name).toBe(found.list)
      expect(found.live, actor.name).toBe(found.list)
    }
    expect((await traces(xin)).list).toBe(true)
    expect((await traces(lin)).list).toBe(false)
  })

  test("counts for nobody who isn't cleared", async () => {
    const xin = await as("窦若溪")
    await edit(await as("金朵"), { ownerId: xin.personId })
    const [before, unread] = [await openTaskCount(xin), await unreadCount(xin)]
    await write(admin, (ctx) =>
      ctx.tx
        .delete(clearances)
        .where(and(eq(clearances.personId, xin.personId), eq(clearances.sensitivityId, finance.id)))
        .then(() => clearPeople(ctx, finance, [xin.personId])),
    )
    expect(await openTaskCount(await as("窦若溪"))).toEqual(before)
    const blind = { ...xin, clearances: new Set<number>() }
    expect((await openTaskCount(blind)).count).toBeLessThan(before.count)
    expect(await unreadCount(blind)).toBeLessThan(unread)
    await edit(await as("金朵"), { ownerId: (await as("金朵")).personId })
  })

  test("is given only to people who are cleared for it", async () => {
    const jin = await as("金朵")
    const stranger = (await as("陈晨")).personId
    const notCleared = expect.objectContaining({ fields: { owner: "tasks.error.notCleared" } })
    await expect(edit(jin, { ownerId: stranger })).rejects.toEqual(notCleared)
    await expect(edit(jin, { coworkerIds: [stranger] })).rejects.toEqual(notCleared)
    const made = acting(jin, (ctx) =>
      createTask(ctx, { ...blank, name, ownerId: stranger, sensitivityId: finance.id }),
    )
    await expect(made).rejects.toEqual(notCleared)
  })

  test("keeps its label but for its creator and administrators of its home", async () => {
    const clerk = await as("卫立夏")
    expect(clerk.level).toBe("edit")
    await expect(edit(clerk, { sensitivityId: null })).rejects.toEqual(
      expect.objectContaining({ fields: { sensitivity: "tasks.error.label" } }),
    )
    await edit(await as("金朵"), { sensitivityId: null })
    await expect(edit(clerk, { sensitivityId: finance.id })).rejects.toEqual(
      expect.objectContaining({ fields: { sensitivity: "tasks.error.label" } }),
    )
    await edit(await as("金朵"), { sensitivityId: finance.id })
  })
})

describe("somebody who loses a clearance", () => {
  const lose = async (who: PersonActor, to: number | null) =>
    write(admin, (ctx) => unclear(ctx, finance, who.personId, to))

  test("gives what they own under it to somebody who is cleared, or nothing happens", async () => {
    const jin = await as("金朵")
    expect((await labelledOf(db(), finance.id, jin.personId)).length).toBeGreaterThan(0)
    const heir = (sentence: string) => expect.objectContaining({ fields: { to: sentence } })
    await expect(lose(jin, null)).rejects.toEqual(heir("people.sensitivity.error.heir"))
    await expect(lose(jin, jin.personId)).rejects.toEqual(heir("people.sensitivity.error.heir"))
    await expect(lose(jin, (await as("陈晨")).personId)).rejects.toEqual(
      heir("people.sensitivity.error.heirNotCleared"),
    )
    expect((await as("金朵")).clearances.has(finance.id)).toBe(true)
    expect((await task()).ownerId).toBe(jin.personId)
  })

  test("loses all of it at once, in open pages within a second", async () => {
    const jin = await as("金朵")
    const wei = await as("卫立夏")
    const { actor, heard } = await openPage(jin.personId, [`task:${id}`])
    expect((await traces(actor)).list).toBe(true)
    const owned = await labelledOf(db(), finance.id, jin.personId)
    const ownedOf = (kind: string) => owned.filter((record) => record.kind === kind).length
    await lose(jin, wei.personId)
    await expect.poll(() => lost(heard), { timeout: 1_000, interval: 10 }).toEqual([`task:${id}`])
    expect(await traces(await as("金朵"))).toEqual(gone)
    expect((await task()).ownerId).toBe(wei.personId)
    expect(await labelledOf(db(), finance.id, jin.personId)).toEqual([])
    const [said] = await db().select().from(events).where(eq(events.type, "person.uncleared"))
    expect(said?.data).toMatchObject({ to: wei.personId })
    const [told] = await db().select().from(events).where(eq(events.type, "person.took_over"))
    expect(told).toMatchObject({
      recordId: wei.personId,
      data: { from: jin.personId, counts: { task: ownedOf("task"), matter: ownedOf("matter") } },
    })
    await write(admin, (ctx) => clearPeople(ctx, finance, [jin.personId]))
    expect((await traces(await as("金朵"))).list).toBe(true)
  })

  test("helps with none of it any more", async () => {
    const [wei, cao] = [await as("卫立夏"), await as("曹嘉木")]
    await edit(wei, { coworkerIds: [cao.personId] })
    await lose(cao, wei.personId)
    const left = await db()
      .select()
      .from(taskCoworkers)
      .where(and(eq(taskCoworkers.taskId, id), eq(taskCoworkers.personId, cao.personId)))
    expect(left).toEqual([])
    await edit(wei, { name })
  })

  test("can't lose it twice", async () => {
    const [cao, wei] = [await as("曹嘉木"), await as("卫立夏")]
    await expect(lose(cao, wei.personId)).rejects.toMatchObject({
      sentence: "people.sensitivity.error.gone",
    })
  })

  test("whoever isn't cleared learns nothing of what there is: they always name somebody", async () => {
    const [lin, chen] = [await as("林默"), await as("周舟")]
    expect(admin.clearances.has(finance.id)).toBe(false)
    await write(lin, (ctx) => clearPeople(ctx, finance, [chen.personId]))
    expect(await labelledOf(db(), finance.id, chen.personId)).toEqual([])
    const sentence = { to: "people.sensitivity.error.heir" }
    await expect(lose(chen, null)).rejects.toMatchObject({ fields: sentence })
    await write(await as("林默"), (ctx) => unclear(ctx, finance, chen.personId, null))
    expect((await as("周舟")).clearances.has(finance.id)).toBe(false)
  })
})

const lost = (heard: Heard) =>
  heard.events.flatMap(({ event, data }) => (event === "lost" ? [data.topic] : []))

async function openPage(personId: number, topics: string[]) {
  const { sessionId } = await writeAsSystem("test", (ctx) => openSession(ctx, personId, "password"))
  const actor = await actorOfSession(sessionId)
  if (typeof actor === "string") throw new Error(actor)
  const { body } = await openStream(actor, new AbortController().signal)
  const heard = hearStream(body)
  await expect.poll(() => heard.events.length, { timeout: 1_000, interval: 10 }).toBe(1)
  await changeTopics(actor, { stream: streamId(heard), add: topics, remove: [] })
  return { actor, heard }
}

describe("a category", () => {
  test("is the company's own: named in two languages, each name once", async () => {
    const made = await write(admin, (ctx) =>
      addSensitivity(ctx, { name: "人事", nameEn: "Personnel", note: "薪酬与考核" }),
    )
    const again = { name: "人事", nameEn: "HR", note: "" }
    await expect(write(admin, (ctx) => addSensitivity(ctx, again))).rejects.toEqual(
      expect.objectContaining({ fields: { name: "people.sensitivity.error.taken" } }),
    )
    const label = await findSensitivity(db(), made)
    if (!label) throw new Error("it was made")
    await write(admin, (ctx) =>
      changeSensitivity(ctx, label, { name: "薪酬", nameEn: "Pay", note: "" }),
    )
    const [said] = await db().select().from(events).where(eq(events.type, "sensitivity.changed"))
    expect(said?.data).toMatchObject({ before: { name: "人事" }, after: { name: "薪酬" } })
    expect(await labelledCount(db(), made)).toBe(0)
  })

  test("once closed is given to nothing and nobody more, and what has it stays restricted", async () => {
    await write(admin, (ctx) => closeSensitivity(ctx, finance, true))
    const jin = await as("金朵")
    expect((await formChoices(jin)).labels.map((label) => label.name)).not.toContain("财务")
    const made = acting(jin, (ctx) =>
      createTask(ctx, { ...blank, name, ownerId: jin.personId, sensitivityId: finance.id }),
    )
    await expect(made).rejects.toEqual(
      expect.objectContaining({ fields: { sensitivity: "tasks.error.closedLabel" } }),
    )
    const closed = await findSensitivity(db(), finance.id)
    const [chen] = await db().select().from(people).where(eq(people.name, "陈晨"))
    if (!closed || !chen) throw new Error("both are there")
    await expect(write(admin, (ctx) => clearPeople(ctx, closed, [chen.id]))).rejects.toMatchObject({
      sentence: "people.sensitivity.error.closed",
    })
    expect(await traces(await as("陈晨"))).toEqual(gone)
    await edit(await as("卫立夏"), { name })
    await write(admin, (ctx) => closeSensitivity(ctx, closed, false))
  })

  test("whoever clears themselves is looked at twice", async () => {
    const [label] = await db().select().from(sensitivities).where(eq(sensitivities.name, "战略"))
    if (!label) throw new Error("the sample company has 战略")
    await write(admin, (ctx) => clearPeople(ctx, label, [admin.personId]))
    const [said] = await db()
      .select()
      .from(events)
      .where(and(eq(events.type, "person.cleared"), eq(events.recordId, admin.personId)))
    expect(said?.needsReview).toBe(true)
    const told = await db().select().from(bundles).where(eq(bundles.personId, admin.personId))
    expect(told.filter(({ kind }) => kind === "sensitivity")).toEqual([])
  })
})
