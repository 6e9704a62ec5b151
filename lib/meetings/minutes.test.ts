import { and, eq } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { meetingResolutions, minutesVersions, resolutionSummaries } from "@/db/schema/meetings"
import { bundles } from "@/db/schema/notifications"
import { Refusal } from "@/lib/platform/refusal"
import { answerNudge, nudgeOf } from "@/lib/tasks/nudging"
import { canAnswerNudge } from "@/lib/tasks/policy"
import { moveTask } from "@/lib/tasks/progressing"
import { findTask } from "@/lib/tasks/task"
import {
  aDraft,
  at,
  contentFor,
  doing,
  inboxOf,
  known,
  meet,
  type Own,
  on,
  who,
} from "@/tests/meetings"
import { ended, live, publish, resolve, rewrite, tasksFor } from "@/tests/minutes"
import { beginWithWorld } from "@/tests/world"
import { markAttendance } from "./attendance"
import { editMeeting } from "./editing"
import { lastVersion, resolutionsIn } from "./minutes-content"
import { handNotesOver } from "./note-taking"
import { nudgeResolutions } from "./nudging"
import { addPoint, savePoint } from "./points"
import { canSee, canWrite } from "./policy"
import { cancelMeeting, publishMeeting } from "./publishing"
import { resolutionReport } from "./report"
import { removeResolution, resolutionsOf, restoreResolution, saveResolution } from "./resolutions"
import { endMeeting, extendTopic, moveToTopic, startMeeting } from "./running"
import { seenResolutions } from "./seen-resolutions"
import { dueStep, nextAtFor } from "./steps"
import { sumUp } from "./summing-up"
import { sweepMeetings } from "./sweeping"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})

describe("running", () => {
  test("topics keep the time that they took, also when one comes back to them", async () => {
    const id = await live()
    const [first, second] = (await known(id)).topics
    if (!first || !second) throw new Error("two topics were booked")
    const go = (topicId: number, clock: string) =>
      on("许诺", id, (ctx, meeting) => moveToTopic(ctx, meeting, topicId), at(clock))
    await go(second.id, "10:17")
    await go(first.id, "10:20")
    await go(second.id, "10:25")
    await on("许诺", id, (ctx, meeting) => extendTopic(ctx, meeting, second.id), at("10:30"))
    await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("10:55"))
    const topics = (await known(id)).topics
    expect(topics.map(({ spent, minutes }) => [spent / 60, minutes])).toEqual([
      [22, 20],
      [33, 35],
    ])
  })

  test("whoever wasn't marked by the end was absent", async () => {
    const id = await ended()
    expect((await known(id)).people.every(({ attendance }) => attendance === "absent")).toBe(true)
  })

  test("note-taking is handed over in the middle, and the new one may write at any level", async () => {
    const id = await live()
    expect(canWrite(who("方圆"), await known(id))).toBe(false)
    await on("许诺", id, (ctx, meeting) => handNotesOver(ctx, meeting, who("方圆").personId))
    expect(canWrite(who("方圆"), await known(id))).toBe(true)
    expect(await inboxOf("方圆", id)).toMatchObject({ needsYou: true })
  })
})

describe("several people write at once", () => {
  test("each row saves by itself; of two who write one row the second sees what stands there", async () => {
    const id = await live()
    const topic = (await known(id)).topics[0]?.id ?? 0
    const row = await on("许诺", id, (ctx, meeting) => addPoint(ctx, meeting, topic))
    const say = (name: string, version: number, text: string) =>
      on(name, id, (ctx, meeting) =>
        savePoint(ctx, meeting, { row, version, text, personId: null }),
      )
    await say("许诺", 1, "第 3 轮通过 412")
    await expect(say("周舟", 1, "通过 411")).rejects.toMatchObject({
      code: "conflict",
      current: { value: { text: "第 3 轮通过 412", speaker: "" }, version: 2 },
    })
    await say("周舟", 2, "第 3 轮通过 411")
  })

  test("of a resolution the second sees owner and time too, so that neither is lost unseen", async () => {
    const id = await live()
    const row = await resolve(id, { owner: "周舟" })
    const late = on("许诺", id, (ctx, meeting) =>
      saveResolution(ctx, meeting, { row, version: 1, text: "补", ownerId: null, dueAt: null }),
    )
    const owner = `#${who("周舟").personId}`
    await expect(late).rejects.toMatchObject({
      current: { version: 2, value: { text: "补用例", owner, due: "2031-03-12T18:00" } },
    })
  })

  test("who isn't invited neither sees nor writes them", async () => {
    const meeting = await known(await live())
    expect(canSee(who("高远"), meeting)).toBe(false)
    expect(canWrite(who("高远"), meeting)).toBe(false)
  })
})

describe("publishing minutes", () => {
  test.each([
    ["owner", { owner: null }, "noOwner"],
    ["time", { due: null }, "noDue"],
    ["words", { text: "" }, "noText"],
  ])("not with a resolution without %s", async (_, row, missing) => {
    const id = await ended()
    const resolution = await resolve(id, row)
    await expect(publish(id)).rejects.toMatchObject({
      fields: { [`resolution-${resolution}`]: `meetings.error.${missing}` },
    })
    expect(await tasksFor(id)).toEqual([])
    expect((await known(id)).minutesVersion).toBe(0)
  })

  test("each resolution is a task of its owner, and who sees the meeting sees it", async () => {
    const id = await ended()
    await resolve(id)
    await publish(id)
    const [task, ...more] = await tasksFor(id)
    expect(more).toEqual([])
    expect(task).toMatchObject({ name: "补用例", ownerId: who("陈晨").personId })
    expect(task?.dueAt).toEqual(at("18:00"))
    const found = task && (await findTask(db(), task.id))
    const principals = found?.grants.map(({ principal }) => principal)
    expect(principals).toContain(`person:${who("方圆").personId}`)
    expect(await known(id)).toMatchObject({ minutesVersion: 1, minutesNumber: 20310301 })
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: true })
  })

  test("two who press at once publish one version and make one task", async () => {
    const id = await ended()
    await resolve(id)
    const outcomes = await Promise.allSettled([publish(id), publish(id)])
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0)
    expect(await tasksFor(id)).toHaveLength(1)
    const versions = await db()
      .select()
      .from(minutesVersions)
      .where(eq(minutesVersions.meetingId, id))
    expect(versions).toHaveLength(1)
  })

  test("a correction changes the task that is there and adds only what is new", async () => {
    const id = await ended()
    const [one, two] = [await resolve(id), await resolve(id, { text: "发通知" })]
    await publish(id)
    await rewrite(id, one, { due: at("20:00") })
    await resolve(id, { text: "写回退步骤" })
    await on("许诺", id, (ctx, meeting) => removeResolution(ctx, meeting, two))
    await publish(id, at("13:00"), "改截止时间")
    const all = await tasksFor(id)
    expect(all.map(({ name }) => name).toSorted()).toEqual(
      ["补用例", "发通知", "写回退步骤"].toSorted(),
    )
    expect(all.find(({ name }) => name === "补用例")?.dueAt).toEqual(at("20:00"))
    const last = await lastVersion(db(), id)
    expect(resolutionsIn(last?.content).map(({ text }) => text)).toEqual(["补用例", "写回退步骤"])
  })

  test("what its owner moved on stays so when something else is corrected", async () => {
    const id = await ended()
    await resolve(id)
    await publish(id)
    const [made] = await tasksFor(id)
    await on("柯南星", id, async (ctx) => {
      const task = made && (await findTask(ctx.tx, made.id))
      if (task) await moveTask(ctx, task, "done")
    })
    await resolve(id, { text: "另一件" })
    await publish(id, at("13:00"))
    const [after] = (await tasksFor(id)).filter(({ name }) => name === "补用例")
    expect(after?.state).toBe("done")
  })

  test("unchanged minutes aren't published again", async () => {
    const id = await ended()
    await publish(id)
    await expect(publish(id)).rejects.toMatchObject({ sentence: "meetings.error.unchanged" })
  })
})

describe("no order of events makes a task twice or loses a resolution", () => {
  const pressed = [
    ...["publish", "start", "end", "cancel", "edit"],
    ...["resolve", "rewrite", "strike", "restore", "attend", "minutes"],
  ] as const
  type Deed = (typeof pressed)[number]
  const deeds: Record<Deed, (id: number) => Promise<unknown>> = {
    publish: (id) =>
      on("柯南星", id, (ctx, m) => publishMeeting(ctx, m), at("10:00", "2031-03-10")),
    start: (id) => on("柯南星", id, startMeeting, at("10:00")),
    end: (id) => on("柯南星", id, (ctx, m) => endMeeting(ctx, m), at("11:00")),
    cancel: (id) => on("柯南星", id, (ctx, m) => cancelMeeting(ctx, m, "改期")),
    edit: (id) =>
      on(
        "柯南星",
        id,
        (ctx, m) => editMeeting(ctx, m, m.version, contentFor(m, { place: `${m.version} 号` })),
        at("10:00", "2031-03-10"),
      ),
    resolve: (id) => resolve(id),
    rewrite: async (id) => {
      const [first] = await resolutionsOf(db(), id)
      if (first) await rewrite(id, first.id, { text: `补用例 ${first.version}` })
    },
    strike: async (id) => {
      const row = (await resolutionsOf(db(), id)).at(-1)
      if (row) await on("许诺", id, (ctx, m) => removeResolution(ctx, m, row.id))
    },
    restore: async (id) => {
      const row = (await resolutionsOf(db(), id)).find(({ withdrawn }) => withdrawn)
      if (row) await on("许诺", id, (ctx, m) => restoreResolution(ctx, m, row.id))
    },
    attend: (id) =>
      on("许诺", id, (ctx, m) => markAttendance(ctx, m, who("周舟").personId, "late"), at("10:30")),
    minutes: (id) => publish(id),
  }
  const some = fc.array(fc.constantFrom(...pressed), {
    minLength: 4,
    maxLength: 12,
  })

  test("whatever is pressed when", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(some, async (order) => {
        const id = await aDraft()
        // What every meeting goes through stands between, so that all states are reached.
        const all: Deed[] = [
          ...[...order.slice(0, 3), "publish" as const, "start" as const],
          ...[...order.slice(3), "end" as const, "minutes" as const],
        ]
        for (const deed of all)
          await deeds[deed](id).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error
          })
        const made = await tasksFor(id)
        const rows = await db()
          .select()
          .from(meetingResolutions)
          .where(eq(meetingResolutions.meetingId, id))
        const meeting = await known(id)
        const shown = resolutionsIn((await lastVersion(db(), id))?.content)
        // As many tasks as resolutions were ever published, each of one of them.
        const published = rows.flatMap(({ taskId }) => taskId ?? [])
        expect(made.map((task) => task.id).toSorted()).toEqual(published.toSorted())
        // What was published and isn't taken back by a published correction stands there still.
        const stands = rows.filter(({ taskId, removedAt }) => taskId !== null && removedAt === null)
        expect(new Set(shown.map((row) => row.id))).toEqual(new Set(stands.map((row) => row.id)))
        expect(new Set(rows.map(({ taskId }) => taskId ?? -1)).size).toBeGreaterThanOrEqual(
          Math.min(1, rows.length),
        )
        if (meeting.minutesVersion > 0 && !meeting.minutesChanged) {
          const kept = rows.filter(({ removedAt }) => removedAt === null)
          expect(shown.map(({ text }) => text).toSorted()).toEqual(
            kept.map(({ text }) => text).toSorted(),
          )
          const names = new Map(made.map((task) => [task.id, task.name]))
          for (const { taskId, text } of kept) expect(names.get(taskId ?? 0)).toBe(text)
        }
        if (meeting.state === "cancelled" || meeting.state === "draft") expect(made).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe("by itself, as the clock goes on", () => {
  const sweep = (clock: string, day?: string) => sweepMeetings(at(clock, day))
  const unread = async (name: string, id: number) => (await inboxOf(name, id))?.unread ?? 0

  test("a meeting that nobody ends, ends half an hour after its planned end", async () => {
    const id = await live()
    await sweep("11:29")
    expect((await known(id)).state).toBe("live")
    await sweep("11:30")
    expect(await known(id)).toMatchObject({ state: "ended", endedAt: at("11:30") })
    expect((await known(id)).minutesDueAt).toEqual(at("13:30"))
  })

  test("the portal was down all night: it ended when it should have, and late minutes are late once", async () => {
    const id = await live()
    await sweep("08:00", "2031-03-13")
    const meeting = await known(id)
    expect(meeting.endedAt).toEqual(at("11:30"))
    expect(meeting.escalatedToId).not.toBeNull()
    expect(meeting.nextAt).toBeNull()
  })

  test("minutes are asked for an hour and a quarter before, then of the host, then above", async () => {
    const id = await ended()
    const steps: [string, string, number][] = []
    for (const clock of ["11:59", "12:00", "12:44", "12:45", "12:59", "13:00", "13:59", "14:00"]) {
      await sweep(clock)
      await sweep(clock)
      steps.push([
        clock,
        (await known(id)).nextAt?.toISOString().slice(11, 16) ?? "",
        await unread("柯南星", id),
      ])
    }
    expect(steps.map(([clock, next]) => [clock, next])).toEqual([
      ["11:59", "04:00"],
      ["12:00", "04:45"],
      ["12:44", "04:45"],
      ["12:45", "05:00"],
      ["12:59", "05:00"],
      ["13:00", "06:00"],
      ["13:59", "06:00"],
      ["14:00", ""],
    ])
    // The host heard of it twice: when it was late, and when it went above.
    expect(steps.map(([, , count]) => count)).toEqual([0, 0, 0, 0, 0, 1, 1, 2])
    const meeting = await known(id)
    expect(meeting.escalatedToId).toBe(who("林默").personId)
    expect(await inboxOf("林默", id)).toMatchObject({ needsYou: true })
  })

  test("published in time nobody is asked any more, and on time is what is recorded", async () => {
    const id = await ended()
    await publish(id, at("12:59"))
    await sweep("15:00")
    const meeting = await known(id)
    expect(meeting.nextAt).toBeNull()
    expect(meeting.escalatedToId).toBeNull()
    expect(Number(meeting.minutesPublishedAt)).toBeLessThan(Number(meeting.minutesDueAt))
  })

  test("after a downtime only the last of several reminders is said", () => {
    const meeting = {
      ...({ state: "ended", kind: "scheduled", startAt: at("10:00"), endAt: at("11:00") } as const),
      ...{ minutesDueAt: at("13:00"), minutesVersion: 0, nextAt: at("12:00") },
    }
    expect(dueStep(meeting, at("12:50"))).toBe("minutes_quarter")
    expect(nextAtFor(meeting, at("12:50"))).toEqual(at("13:00"))
  })
})

const taskNow = async (id = 0) => {
  const task = await findTask(db(), id)
  if (!task) throw new Error("there is no task")
  return task
}

describe("催办", () => {
  test("the owner of what is overdue is told, at most once a day", async () => {
    const id = await ended()
    const resolution = await resolve(id)
    await publish(id)
    const nudge = (now: Date) =>
      on(
        "柯南星",
        id,
        async (ctx: Own) => {
          const seen = await seenResolutions(ctx, { resolutions: [resolution] })
          return seen && nudgeResolutions(ctx, seen)
        },
        now,
      )
    await expect(nudge(at("17:00"))).rejects.toMatchObject({ sentence: "meetings.error.nudged" })
    expect(await nudge(at("18:30"))).toBe(1)
    await expect(nudge(at("20:00"))).rejects.toMatchObject({ sentence: "meetings.error.nudged" })
    expect(await nudge(at("09:00", "2031-03-13"))).toBe(1)
    const [row] = await db()
      .select()
      .from(meetingResolutions)
      .where(eq(meetingResolutions.id, resolution))
    expect(row?.nudges).toBe(2)
    const [task] = await tasksFor(id)
    const answer = (said: { reason: string; dueAt: Date | null }, name = "陈晨") =>
      doing(
        name,
        async (ctx) => {
          const found = task && (await findTask(ctx.tx, task.id))
          if (found) await answerNudge(ctx, found, said)
        },
        at("10:00", "2031-03-13"),
      )
    expect(canAnswerNudge(who("柯南星"), await taskNow(task?.id))).toBe(false)
    expect(canAnswerNudge(who("陈晨"), await taskNow(task?.id))).toBe(true)
    await expect(answer({ reason: "", dueAt: null })).rejects.toMatchObject({
      fields: { reason: "tasks.error.nudgeReason" },
    })
    await expect(
      answer({ reason: "等设备", dueAt: at("09:00", "2031-03-13") }),
    ).rejects.toMatchObject({ fields: { due: "tasks.error.nudgeDue" } })
    const later = at("18:00", "2031-03-14")
    await answer({ reason: "等设备", dueAt: later })
    expect(await taskNow(task?.id)).toMatchObject({ dueAt: later })
    expect(await nudgeOf(task?.id ?? 0)).toMatchObject({ reason: "等设备", dueAt: later })
    // Once, and whoever nudged hears it.
    await expect(answer({ reason: "再等等", dueAt: null })).rejects.toMatchObject({
      code: "conflict",
    })
    const told = await db()
      .select()
      .from(bundles)
      .where(and(eq(bundles.kind, "task"), eq(bundles.recordId, task?.id ?? 0)))
    expect(told.map(({ personId }) => personId)).toContain(who("柯南星").personId)
    const [shown] = (
      await resolutionReport(who("柯南星"), "2031-03-10", at("11:00", "2031-03-13"))
    ).rows.filter(({ id: each }) => each === resolution)
    expect(shown?.nudge).toMatchObject({ reason: "等设备" })
  })
})

describe("决议周报", () => {
  const sent = async () =>
    (await db().select().from(resolutionSummaries)).filter(({ week }) => week === "2031-03-17")

  test("reaches hosts with open resolutions on Monday at nine, once", async () => {
    const id = await ended()
    await resolve(id)
    await publish(id)
    await sumUp(at("08:59", "2031-03-24"))
    expect(await sent()).toEqual([])
    await sumUp(at("09:00", "2031-03-24"))
    await sumUp(at("10:00", "2031-03-25"))
    const own = (await sent()).filter(({ personId }) => personId === who("柯南星").personId)
    expect(own).toHaveLength(1)
    expect(own[0]?.overdue).toBeGreaterThan(0)
  })
})
