import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { deliveries, pushDevices } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { signOut } from "@/lib/people/sessions"
import { inSession } from "@/lib/people/test-people"
import { emit } from "@/lib/platform/events"
import { pushKey } from "@/lib/platform/push-key"
import { sendPushes } from "@/lib/platform/push-sending"
import { isPushService, usualServices } from "@/lib/platform/push-services"
import { openSession } from "@/lib/platform/session"
import { writeSetting } from "@/lib/platform/settings"
import { write, writeAsSystem } from "@/lib/platform/write"
import { actor, aPerson } from "@/tests/people"
import { startPushService } from "@/tests/push-service"
import { aTask } from "@/tests/tasks"
import {
  addDevice,
  heardOf,
  ownDevice,
  type PushDevice,
  removeDevice,
  showText,
  tryDevice,
} from "./push-devices"
import { pushState } from "./push-state"

type Own = Parameters<typeof ownDevice>[0]

let service: Awaited<ReturnType<typeof startPushService>>
const who = { ann: 0, bob: 0 }
let session = 0

const services = (pushServices: string[]) =>
  writeAsSystem("test", async (ctx) => {
    await writeSetting(ctx, "notifications", { digestHour: 8, pushServices })
    emit(ctx, { type: "settings.changed", recordId: 0 })
  })

beforeAll(async () => {
  await migrate()
  service = await startPushService()
  who.ann = await aPerson("ann", { name: "安宁" })
  who.bob = await aPerson("bob", { name: "薄林", locale: "zh" })
  await services([service.origin])
})
afterAll(() => service.stop())

beforeEach(async () => {
  service.received.length = 0
  service.state.status = 201
  await engine().write(async ({ db: tx }) => {
    await tx.delete(deliveries)
    await tx.delete(pushDevices)
  })
  session = (await writeAsSystem("test", (ctx) => openSession(ctx, who.bob, "password"))).sessionId
})

/** Bob turns push on in a browser of this name. */
const turnOn = (name: string) => inSession(session, (ctx) => addDevice(ctx, service.browser(name)))
const found = (id: number) => on(id, async (_, device) => device)
/** Bob does something with one of his devices. */
const on = <T>(id: number, does: (ctx: Own, device: PushDevice) => Promise<T>) =>
  inSession(session, async (ctx) => {
    const device = await ownDevice(ctx, { id })
    if (!device) throw new Error("there is no such device")
    return does(ctx, device)
  })
const assign = async (name: string) => {
  const ann = await actor(who.ann)
  return write(ann, (ctx) => aTask(Object.assign(ctx, { actor: ann }), who.bob, name))
}
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe("a browser that is added", () => {
  test("is tried at once, and is known to be reached when it says so itself", async () => {
    const id = await turnOn("laptop")
    expect(await sendPushes()).toBe(1)
    const [test] = service.received
    expect(test).toMatchObject({ path: "/laptop", signed: true, key: pushKey().publicKey })
    const device = await found(id)
    expect(test?.message.heard).toEqual({ id, proof: device.proof })
    expect(pushState(device)).toBe("waiting")
    expect(pushState(device, later(2))).toBe("unheard")
    await on(id, (ctx, own) => heardOf(ctx, own, "guessed"))
    expect((await found(id)).heardAt).toBeNull()
    await on(id, (ctx, own) => heardOf(ctx, own, own.proof))
    expect(pushState(await found(id), later(2))).toBe("heard")
    await on(id, tryDevice)
    expect(pushState(await found(id))).toBe("waiting")
  })

  test("names a push service that the company allows, and nothing inside its network", async () => {
    const inside = { ...service.browser("x"), endpoint: "http://127.0.0.1:1/x" }
    await expect(inSession(session, (ctx) => addDevice(ctx, inside))).rejects.toMatchObject({
      code: "invalid",
    })
    expect(isPushService("https://fcm.googleapis.com/fcm/send/x", usualServices)).toBe(true)
    expect(isPushService("https://web.push.apple.com/x", usualServices)).toBe(true)
    for (const address of [
      "http://fcm.googleapis.com/x",
      "https://fcm.googleapis.com.evil.example/x",
      "https://fcm.googleapis.com:8443/x",
      "https://fcm.googleapis.com@10.0.0.1/x",
      "https://notify.windows.com.cn/x",
      "https://169.254.169.254/latest",
      "nothing",
    ])
      expect(isPushService(address, usualServices), address).toBe(false)
  })

  test("belongs to who used it last", async () => {
    const browser = service.browser("shared")
    await inSession(session, (ctx) => addDevice(ctx, browser))
    const anns = await writeAsSystem("test", (ctx) => openSession(ctx, who.ann, "password"))
    await inSession(anns.sessionId, (ctx) => addDevice(ctx, browser))
    await sendPushes()
    service.received.length = 0
    await assign("只给薄林的任务")
    await sendPushes()
    expect(service.received).toEqual([])
  })
})

describe("what happens", () => {
  test("reaches every device once, and says nothing of what it was unless its owner agreed", async () => {
    await turnOn("laptop")
    const phone = await turnOn("phone")
    await on(phone, (ctx, device) => showText(ctx, device, true))
    await sendPushes()
    service.received.length = 0
    const task = await assign("交接机房钥匙")
    expect(await sendPushes()).toBe(2)
    expect(await sendPushes()).toBe(0)
    const byPath = new Map(service.received.map((one) => [one.path, one]))
    expect(byPath.get("/laptop")?.message).toMatchObject({ body: "有一条新通知，打开齐步查看" })
    expect(JSON.stringify(byPath.get("/laptop")?.message)).not.toMatch(/机房|安宁/)
    expect(String(byPath.get("/phone")?.message.body)).toContain("安宁")
    for (const { message } of service.received) {
      expect(message.url).toBe(`http://localhost:3000/tasks/${task}`)
      expect(message.tag).toBe(`/tasks/${task}`)
    }
    for (const { raw } of service.received) expect(raw.toString()).not.toContain("机房")
  })

  test("waits for the end of quiet hours", async () => {
    await turnOn("laptop")
    await sendPushes()
    const quiet = (from: number | null, until: number | null) =>
      engine().write(({ db: tx }) =>
        tx.update(people).set({ quietFrom: from, quietUntil: until }).where(eq(people.id, who.bob)),
      )
    await quiet(0, 1439)
    await assign("夜里的任务")
    await quiet(null, null)
    expect(await sendPushes()).toBe(0)
    expect(await sendPushes(later(24 * 60))).toBe(1)
  })

  test("ends with the session it was turned on in, and with the device's removal", async () => {
    await turnOn("laptop")
    await sendPushes()
    await assign("还没发出的")
    await inSession(session, (ctx) => signOut(ctx))
    expect(await sendPushes()).toBe(0)
    await assign("退出以后的")
    expect(await db().select().from(deliveries).where(eq(deliveries.template, "event"))).toEqual([
      expect.objectContaining({ lastError: "dropped" }),
    ])
    session = (await writeAsSystem("test", (ctx) => openSession(ctx, who.bob, "password")))
      .sessionId
    const again = await turnOn("laptop")
    await sendPushes()
    await on(again, removeDevice)
    await assign("移除以后的")
    service.received.length = 0
    await sendPushes()
    expect(service.received).toEqual([])
  })
})

describe("a push service that says no", () => {
  test("for good (410): the device is forgotten", async () => {
    await turnOn("laptop")
    service.state.status = 410
    expect(await sendPushes()).toBe(0)
    expect(await db().select().from(pushDevices)).toEqual([])
    expect(await sendPushes(later(60))).toBe(0)
  })

  test("for now (503): it is asked again, a few times and no more", async () => {
    await turnOn("laptop")
    service.state.status = 503
    await sendPushes()
    expect(await sendPushes()).toBe(0)
    for (const minutes of [2, 10, 60]) await sendPushes(later(minutes))
    const [row] = await db().select().from(deliveries)
    expect(row).toMatchObject({ attempts: 4, failedAt: expect.any(Date) })
    service.state.status = 201
    expect(await sendPushes(later(24 * 60))).toBe(0)
    expect(await db().select().from(pushDevices)).toHaveLength(1)
  })
})
