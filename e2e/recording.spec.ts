import { writeFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"
import { cookieOf } from "./visitor"

/** The two meetings of the series that are over, the newest first. */
async function held(page: Page): Promise<string[]> {
  await page.goto("/meetings?view=past")
  const links = page.getByRole("link", { name: "秋季版本 V3.2 周会" })
  await expect(links).toHaveCount(2)
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
}

/** So many bytes of silence that any browser plays. */
function silence(bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write("RIFF", 0, "latin1")
  head.writeUInt32LE(bytes - 8, 4)
  head.write("WAVEfmt ", 8, "latin1")
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write("data", 36, "latin1")
  head.writeUInt32LE(bytes - 44, 40)
  return Buffer.concat([head, Buffer.alloc(bytes - 44, 128)])
}

const secondsPlayed = (page: Page) =>
  page.locator("audio").evaluate((sound: HTMLAudioElement) => sound.currentTime)

test("who was absent hears the meeting with its minutes, from any topic on", async ({ as }) => {
  const page = await as("Q011")
  const [address = ""] = await held(page)
  await page.goto(`${address}/minutes`)
  const recording = page.getByRole("region", { name: "会议回看" })
  await expect(recording.getByRole("link")).toHaveCount(3)
  await expect
    .poll(() => page.locator("audio").evaluate((sound: HTMLAudioElement) => sound.duration))
    .toBeGreaterThan(3_600)
  await recording.getByRole("link", { name: /现场升级安排/ }).click()
  await expect.poll(() => secondsPlayed(page)).toBeGreaterThan(34 * 60)
  expect(await secondsPlayed(page)).toBeLessThan(36 * 60)
  await expectReadable(page, "minutes with a recording")
  // Who doesn't see the minutes doesn't hear it either.
  const src = (await page.locator("audio").getAttribute("src")) ?? ""
  const outsider = await as("Q105")
  expect((await outsider.request.get(src)).status()).toBe(404)
  const part = await page.request.get(src, { headers: { range: "bytes=10-19" } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 10])
})

test("an upload that broke off with a closed tab goes on in the next one", async ({
  as,
}, testInfo) => {
  const first = await as("Q012")
  const [, address = ""] = await held(first)
  const file = testInfo.outputPath("周会录音.wav")
  writeFileSync(file, silence(9 * 1024 * 1024))
  // The line is dead after the first piece.
  await first.context().route(/piece=1/, (route) => route.abort())
  await first.goto(address)
  const tab = first.getByRole("region", { name: "会议回看" })
  await tab.getByLabel("上传录音或录像").setInputFiles(file)
  await expect(tab.getByRole("status")).toHaveText("已上传 44%")
  await first.close()

  const second = await as("Q012")
  const pieces: string[] = []
  second.on("request", (request) => {
    if (request.method() === "PUT")
      pieces.push(new URL(request.url()).searchParams.get("piece") ?? "")
  })
  await second.goto(address)
  const again = second.getByRole("region", { name: "会议回看" })
  await expect(again.getByText("周会录音.wav 传到了 44%")).toBeVisible()
  await again.getByLabel("上传录音或录像").setInputFiles(file)
  await expect(again.locator("audio")).toBeVisible()
  expect(pieces).toEqual(["1", "2"])
  await expect
    .poll(() => second.locator("audio").evaluate((sound: HTMLAudioElement) => sound.duration))
    .toBeGreaterThan(1_000)

  await again.getByText("录制时间与移除").click()
  await again.getByText("移除会议回看").click()
  await again.getByRole("button", { name: "确认移除" }).click()
  await expect(again.getByText("还没有录音或录像。")).toBeVisible()
})

test("nobody who isn't signed in, or comes from another site, sends pieces", async ({ portal }) => {
  const own = { cookie: await cookieOf(portal, "Q012") }
  const ours = { "sec-fetch-site": "same-origin" }
  const about = { name: "a.wav", size: 10, modified: 1, purpose: "" }
  const ask = (method: string, query: string, body: string, headers: Record<string, string>) =>
    fetch(`${portal.url}/uploads${query}`, { method, body, headers })
  for (const [method, body] of [
    ["POST", JSON.stringify(about)],
    ["PUT", "0123456789"],
    ["PATCH", JSON.stringify({ upload: 1 })],
    ["DELETE", JSON.stringify({ upload: 1 })],
  ] as const) {
    const query = method === "PUT" ? "?upload=1&piece=0" : ""
    expect((await ask(method, query, body, ours)).status, method).toBe(401)
    const foreign = { ...own, "sec-fetch-site": "cross-site" }
    expect((await ask(method, query, body, foreign)).status, method).toBe(403)
  }
  const begun = await ask("POST", "", JSON.stringify(about), { ...own, ...ours })
  const { value } = await begun.json()
  const piece = `?upload=${value.id}&piece=0`
  const mine = { ...own, ...ours }
  expect((await ask("PUT", piece, "01234567890123456789", mine)).status).toBe(422)
  expect((await ask("PUT", `?upload=x&piece=0`, "0123456789", mine)).status).toBe(422)
  const others = { ...ours, cookie: await cookieOf(portal, "Q010") }
  expect((await ask("PUT", piece, "0123456789", others)).status).toBe(404)
  expect((await ask("PUT", piece, "0123456789", mine)).status).toBe(200)
  const made = await ask("PATCH", "", JSON.stringify({ upload: value.id }), mine)
  expect(await made.json()).toMatchObject({ ok: true, value: { size: 10 } })
})
