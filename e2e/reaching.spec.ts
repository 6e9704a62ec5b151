import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { startPushService } from "../tests/push-service"
import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { expectReadable } from "./readable"
import { alter, cookieOf, look } from "./visitor"

/** As an administrator enters it. */
function allowService(portal: Portal, origin: string): void {
  const value = JSON.stringify({ digestHour: 8, pushServices: [origin] })
  alter(portal, "insert or replace into settings (name, value) values ('notifications', ?)", value)
  alter(
    portal,
    `insert into counters (name, value) values ('settings', 1)
     on conflict (name) do update set value = value + 1`,
  )
}

/** Stands for the browser's own question and its maker's push service, which no test can reach. */
function answerFor(given: { endpoint: string; publicKey: string; auth: string }): void {
  Object.defineProperty(Notification, "permission", { get: () => "granted" })
  Notification.requestPermission = async () => "granted"
  PushManager.prototype.getSubscription = async () => null
  const keys = { p256dh: given.publicKey, auth: given.auth }
  const toJSON = () => ({ endpoint: given.endpoint, keys })
  PushManager.prototype.subscribe = async () => Object.assign(Object.create(null), { toJSON })
}

test("a push reaches this browser's worker, which says so, and the page shows it at once", async ({
  as,
  portal,
}) => {
  const service = await startPushService()
  allowService(portal, service.origin)
  const page = await as("Q016")
  await using _ = await page.addInitScript(answerFor, service.browser("here"))
  await page.goto("/settings/notifications")
  const section = page.getByRole("main")
  const turnOn = section.getByRole("button", { name: "在这台设备上开启推送" })
  await expectReadable(page, "push")
  await turnOn.click()
  await expect(section.getByText("本机")).toBeVisible()
  await expect(turnOn).toBeHidden()
  await expect(section.getByText("测试推送已发出").last()).toBeVisible()
  await expect.poll(() => service.received.length).toBe(1)

  const browser = await page.context().newCDPSession(page)
  const registered = new Promise<string>((found) =>
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations
      if (first) found(first.registrationId)
    }),
  )
  await browser.send("ServiceWorker.enable")
  await browser.send("ServiceWorker.deliverPushMessage", {
    origin: portal.url,
    registrationId: await registered,
    data: JSON.stringify(service.received[0]?.message),
  })
  await expect(section.getByText(/已送达/).last()).toBeVisible()
  await section.getByRole("button", { name: /不再推送到/ }).click()
  await expect(section.getByText("本机")).toBeHidden()
  await service.stop()
})

/** The word in a mail to this person about this kind of thing. */
function wayOut(portal: Portal, staffNo: string, category: string): string {
  const { authSecret } = JSON.parse(readFileSync(path.join(portal.data, "secrets.json"), "utf8"))
  const [row] = look<{ id: number }>(portal, "select id from people where staff_no = ?", staffNo)
  const what = `${row?.id}.${category}`
  const sign = createHmac("sha256", authSecret).update(`unsubscribe ${what}`).digest("base64url")
  return `/unsubscribe/${Buffer.from(what).toString("base64url")}.${sign}`
}

test("a mail's way out ends its kind by one press or by the mail program, and by opening it nothing", async ({
  lend,
  portal,
}) => {
  const off = (category: string) =>
    look(
      portal,
      `select 1 from notification_preferences n join people p on p.id = n.person_id
       where p.staff_no = 'Q013' and channel = 'email' and category = ? and wanted = 0`,
      category,
    ).length
  const page = await lend()
  await page.goto(wayOut(portal, "Q013", "people.security"))
  await expect(page.getByText(/不再用邮件接收/)).toBeVisible()
  await expectReadable(page, "unsubscribe")
  expect(off("people.security")).toBe(0)
  await page.getByRole("button", { name: "停止接收" }).click()
  await expect(page.getByText(/已停止/)).toBeVisible()
  expect(off("people.security")).toBe(1)

  const byProgram = (address: string) =>
    fetch(`${portal.url}${address}/now`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
      redirect: "manual",
    })
  const address = wayOut(portal, "Q012", "people.security")
  expect((await byProgram(address)).status).toBe(200)
  expect((await byProgram(`${address}x`)).status).toBe(404)
  expect((await fetch(`${portal.url}${address}x`)).status).toBe(404)
})

test("the tab says how much is unread, by title and icon, as it comes", async ({ as, portal }) => {
  const page = await as("Q016")
  await page.goto("/tasks")
  const unread = async () => Number(/^\((\d+)/.exec(await page.title())?.[1] ?? 0)
  await expect.poll(() => page.title()).toMatch(/^\(\d+\+?\) 任务/)
  const before = await unread()
  await expect(page.locator('link[rel="icon"]').first()).toHaveAttribute("href", /unread/)
  const cookie = await cookieOf(portal, "Q010")
  const list = await fetch(`${portal.url}/groups/data/list`, { headers: { cookie } })
  const lines: { id: number; name: string }[] = await list.json()
  await fetch(`${portal.url}/groups/messages/send`, {
    method: "POST",
    headers: {
      cookie,
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
    },
    body: JSON.stringify({
      groupId: lines.find(({ name }) => name === "秋季版本 V3.2")?.id,
      body: "标题上看得到",
    }),
  })
  await expect.poll(unread).toBe(before + 1)
  // A page that comes next brings its own title, and the number stays.
  await page.goto("/matters")
  await expect.poll(() => page.title()).toMatch(new RegExp(`^\\(${before + 1}\\) `))
})
