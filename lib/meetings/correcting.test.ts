import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { people, sensitivities } from "@/db/schema/people"
import { clearPeople } from "@/lib/people/clearing"
import { writeAsSystem } from "@/lib/platform/write"
import { at, known, meet, on, published, who } from "@/tests/meetings"
import { ended, publish, resolve, rewrite, tasksFor } from "@/tests/minutes"
import { beginWithWorld } from "@/tests/world"
import { lastVersion } from "./minutes-content"
import { markMinutesRead, readersOf } from "./minutes-reading"
import { handNotesOver } from "./note-taking"
import { publishMinutes } from "./publishing-minutes"
import { resolutionReport } from "./report"
import { removeResolution, restoreResolution, saveResolution } from "./resolutions"
import { endMeeting, startMeeting } from "./running"

const change = (run: Parameters<ReturnType<typeof engine>["write"]>[0]) => engine().write(run)

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})

const reported = async (id: number) => {
  const { rows } = await resolutionReport(who("柯南星"), null, at("17:00"))
  return rows.filter(({ meetingId }) => meetingId === id).map(({ text }) => text)
}

describe("a resolution that is struck out of published minutes", () => {
  const struck = async () => {
    const id = await ended()
    const row = await resolve(id)
    await resolve(id, { text: "发通知" })
    await publish(id)
    await on("许诺", id, (ctx, meeting) => removeResolution(ctx, meeting, row))
    return { id, row }
  }

  test("stands in every report as in the minutes, until the correction is published", async () => {
    const { id } = await struck()
    expect((await reported(id)).toSorted()).toEqual(["发通知", "补用例"])
    await publish(id, at("13:00"))
    expect(await reported(id)).toEqual(["发通知"])
  })

  test("comes back when it was struck out by mistake, with the task it had", async () => {
    const { id, row } = await struck()
    await on("许诺", id, (ctx, meeting) => restoreResolution(ctx, meeting, row))
    await publish(id, at("13:00"))
    expect(await reported(id)).toHaveLength(2)
    expect(await tasksFor(id)).toHaveLength(2)
  })

  test("isn't emptied instead: a row that is a task says what it is", async () => {
    const id = await ended()
    const row = await resolve(id)
    await publish(id)
    await on("许诺", id, (ctx, meeting) =>
      saveResolution(ctx, meeting, { row, version: 2, text: "", ownerId: null, dueAt: null }),
    )
    await expect(publish(id, at("13:00"))).rejects.toMatchObject({
      fields: { [`resolution-${row}`]: "meetings.error.noText" },
    })
    await rewrite(id, row, { text: "补两条用例", owner: "陈晨", due: at("18:00") })
    await publish(id, at("13:00"))
    expect((await tasksFor(id)).map(({ name }) => name)).toEqual(["补两条用例"])
  })
})

describe("an owner who has left", () => {
  const leaves = (name: string, at: Date | null) =>
    change(({ db: tx }) =>
      tx
        .update(people)
        .set({ disabledAt: at })
        .where(eq(people.id, who(name).personId)),
    )

  test("doesn't stand in the way of correcting something else, but is given nothing new", async () => {
    const id = await ended()
    await resolve(id, { owner: "高远" })
    await publish(id)
    await leaves("高远", at("12:30"))
    const next = await resolve(id, { text: "发通知" })
    await publish(id, at("13:00"))
    await rewrite(id, next, { owner: "高远" })
    await expect(publish(id, at("14:00"))).rejects.toMatchObject({
      fields: { [`resolution-${next}`]: "meetings.error.ownerLeft" },
    })
    await leaves("高远", null)
  })
})

test("minutes under a label that was closed since are published, and their tasks have it", async () => {
  const labels = await db().select().from(sensitivities)
  const open = labels.find(({ closedAt }) => closedAt === null)
  if (!open) throw new Error("the sample company has labels")
  const label = open.id
  const all = ["柯南星", "许诺", "周舟", "方圆", "陈晨"].map((name) => who(name).personId)
  await writeAsSystem("test", (ctx) => clearPeople(ctx, open, all))
  await meet("柯南星", "许诺", "周舟", "方圆", "陈晨")
  const id = await published({ sensitivityId: label })
  await on("柯南星", id, startMeeting, at("10:00"))
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  await resolve(id)
  await change(({ db: tx }) =>
    tx
      .update(sensitivities)
      .set({ closedAt: at("11:30") })
      .where(eq(sensitivities.id, label)),
  )
  await publish(id)
  expect(await tasksFor(id)).toMatchObject([{ sensitivityId: label }])
})

test("whoever takes the notes over after the end wasn't absent", async () => {
  const id = await ended()
  await on("柯南星", id, (ctx, meeting) => handNotesOver(ctx, meeting, who("林默").personId))
  await on("林默", id, (ctx, meeting) => publishMinutes(ctx, meeting, { number: 0, note: "" }))
  const absent = (await lastVersion(db(), id))?.content.absent.map(({ name }) => name)
  expect(absent).toContain("周舟")
  expect(absent).not.toContain("林默")
})

test("a correction is unread for everybody", async () => {
  const id = await ended()
  await publish(id)
  await on("周舟", id, markMinutesRead)
  expect([...(await readersOf(db(), await known(id)))]).toEqual([who("周舟").personId])
  await resolve(id)
  await publish(id, at("13:00"))
  expect(await readersOf(db(), await known(id))).toEqual(new Set())
})
