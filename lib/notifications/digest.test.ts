import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { deliveries, digestItems, notificationPreferences } from "@/db/schema/notifications"
import { notificationMatrix } from "@/lib/people/preferences"
import { sendDeliveries } from "@/lib/platform/deliveries"
import { readUnsubscribe, unsubscribeToken } from "@/lib/platform/unsubscribing"
import { write, writeAsSystem } from "@/lib/platform/write"
import { bodyOf, subjectOf, useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import { actor, aPerson } from "@/tests/people"
import { aTask } from "@/tests/tasks"
import { sendDigests } from "./digesting"
import { endMails } from "./ending-mails"

let post: Awaited<ReturnType<typeof startMailServer>>
const who = { ann: 0, bob: 0, eve: 0 }

const choose = (personId: number, channel: "digest" | "email") =>
  engine().write(({ db: tx }) =>
    tx
      .insert(notificationPreferences)
      .values({ personId, category: "tasks.assigned", channel, wanted: true })
      .onConflictDoNothing(),
  )

beforeAll(async () => {
  await migrate()
  post = await startMailServer()
  who.ann = await aPerson("ann", { name: "安宁" })
  who.bob = await aPerson("bob", { name: "薄林", locale: "zh" })
  who.eve = await aPerson("eve", { name: "Eve", locale: "en" })
  await useMailServer("127.0.0.1", post.port)
})
afterAll(() => post.stop())

beforeEach(async () => {
  post.box.length = 0
  await engine().write(async ({ db: tx }) => {
    await tx.delete(deliveries)
    await tx.delete(digestItems)
    await tx.delete(notificationPreferences)
  })
})

/** Wall-clock time in company time. */
const china = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const assign = async (to: number, name: string, now: Date) => {
  const ann = await actor(who.ann)
  return write(ann, (ctx) => aTask(Object.assign(ctx, { actor: ann }), to, name), { now })
}

describe("the daily mail", () => {
  test("comes on the next working day: Friday evening's and the weekend's on Monday, in one, once", async () => {
    await choose(who.bob, "digest")
    const task = await assign(who.bob, "周五晚上的任务", china("2026-11-27", "18:30"))
    await assign(who.bob, "周日的任务", china("2026-11-29", "12:00"))
    await assign(who.eve, "没有选择汇总的人", china("2026-11-29", "12:00"))
    for (const [day, time] of [
      ["2026-11-28", "09:00"],
      ["2026-11-29", "09:00"],
      ["2026-11-30", "07:59"],
    ] as const)
      await sendDigests(china(day, time))
    expect(await db().select().from(deliveries)).toEqual([])
    const monday = china("2026-11-30", "08:03")
    await Promise.all([sendDigests(monday), sendDigests(monday)])
    await sendDigests(china("2026-11-30", "12:00"))
    await sendDigests(china("2026-12-01", "08:03"))
    expect(await sendDeliveries(china("2026-12-02", "00:00"))).toBe(1)
    const [mail] = post.box
    expect(mail?.to).toEqual(["bob@qimu.example"])
    expect(subjectOf(mail?.headers.get("subject"))).toBe("今日汇总：2 件事有了变化")
    const body = bodyOf(mail?.raw ?? "")
    for (const part of ["周五晚上的任务", "周日的任务", `http://localhost:3000/tasks/${task}`])
      expect(body).toContain(part)
  })

  test("comes on a make-up Saturday too, and in the reader's language", async () => {
    await choose(who.eve, "digest")
    // 2026-10-10 is a Saturday that makes up for a day of the National Day holiday.
    await assign(who.eve, "Move the servers", china("2026-10-09", "18:00"))
    await sendDigests(china("2026-10-10", "08:01"))
    expect(await sendDeliveries(china("2026-10-10", "08:02"))).toBe(1)
    expect(subjectOf(post.box[0]?.headers.get("subject"))).toBe("Today's summary (1)")
  })
})

describe("the way out of a mail", () => {
  test("stands in the mail for one click, and ends mails of that kind alone", async () => {
    await choose(who.bob, "email")
    await choose(who.bob, "digest")
    await assign(who.bob, "最后一封", new Date())
    await sendDeliveries()
    const headers = post.box[0]?.headers
    expect(headers?.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click")
    const [, token = ""] =
      /\/unsubscribe\/([\w.-]+)\/now>/.exec(headers?.get("list-unsubscribe") ?? "") ?? []
    expect(bodyOf(post.box[0]?.raw ?? "")).toContain(`/unsubscribe/${token}`)
    const what = readUnsubscribe(token)
    expect(what).toEqual({ personId: who.bob, category: "tasks.assigned" })
    if (!what) return
    for (let turn = 0; turn < 2; turn++) await writeAsSystem("test", (ctx) => endMails(ctx, what))
    const row = (await notificationMatrix(db(), who.bob)).find(
      ({ category }) => category === "tasks.assigned",
    )
    expect(row?.wanted).toMatchObject({ portal: true, email: false, digest: true })
    await assign(who.bob, "不再用邮件", new Date())
    expect(await sendDeliveries()).toBe(0)
  })

  test("of the daily mail ends the daily mail, with what waited for it", async () => {
    await choose(who.bob, "digest")
    await assign(who.bob, "还在等汇总的", china("2026-11-27", "09:00"))
    await writeAsSystem("test", (ctx) => endMails(ctx, { personId: who.bob, category: "digest" }))
    await assign(who.bob, "没有汇总", china("2026-11-27", "10:00"))
    expect(await db().select().from(digestItems).where(eq(digestItems.personId, who.bob))).toEqual(
      [],
    )
  })

  test("counts for what waited for the end of quiet hours too", async () => {
    await choose(who.bob, "email")
    await assign(who.bob, "夜里的一封", new Date())
    const what = { personId: who.bob, category: "tasks.assigned" }
    await writeAsSystem("test", (ctx) => endMails(ctx, what))
    expect(await sendDeliveries()).toBe(0)
    expect(await db().select().from(deliveries)).toMatchObject([{ lastError: "dropped" }])
  })

  test("is nobody's to make up", () => {
    const token = unsubscribeToken({ personId: 7, category: "tasks.assigned" })
    expect(readUnsubscribe(token)).toEqual({ personId: 7, category: "tasks.assigned" })
    const [coded = "", sign = ""] = token.split(".")
    const other = Buffer.from("8.tasks.assigned").toString("base64url")
    for (const forged of [
      `${other}.${sign}`,
      coded,
      `${coded}.`,
      `${coded}.${sign}x`,
      "",
      ".",
      "a.b",
    ])
      expect(readUnsubscribe(forged), forged).toBeNull()
  })
})
