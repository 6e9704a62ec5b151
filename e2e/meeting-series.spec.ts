import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { expectReadable } from "./readable"
import { look } from "./visitor"

const title = "客户联络例会"

/** 柯南星 books a weekly meeting with 周舟 and somebody of a client, by an agenda that is kept. */
async function book(page: Page): Promise<void> {
  await page.goto("/meetings/new")
  await page.getByLabel("会议名称").fill(title)
  await page.getByLabel("开始时间").fill("2031-05-21T10:00")
  await page.getByLabel("重复", { exact: true }).selectOption("week")
  await page.getByLabel("共几次").fill("4")
  await page.getByRole("combobox", { name: "参会人员" }).fill("zhouzhou")
  await page.locator("[role=option]", { hasText: "周舟" }).click()
  await page.getByText("邀请公司外的人").click()
  await page.getByLabel("外部人员").fill("王敏 wang.min@client.example")
  await page.getByLabel("选用模板").selectOption({ label: "项目周会 · 全公司" })
}

/** The link that a mail to the outsider of a meeting carries. */
function linkTo(portal: Portal, meetingId: number): string {
  const [row] = look<{ id: number }>(
    portal,
    "select id from meeting_outsiders where meeting_id = ?",
    meetingId,
  )
  const what = `o.${meetingId}.${row?.id}`
  const { authSecret } = JSON.parse(readFileSync(path.join(portal.data, "secrets.json"), "utf8"))
  const sign = createHmac("sha256", authSecret).update(`meeting answer ${what}`).digest("base64url")
  return `/answer/${Buffer.from(what).toString("base64url")}.${sign}`
}

test("a series is booked from a template, moved from its third meeting on, and called off from its last", async ({
  as,
}) => {
  test.slow()
  const [host, head] = [await as("Q016"), await as("Q010")]
  await book(host)
  await expect(host.getByText("发布后 1 位外部人员会看到会议名称、时间和地点")).toBeVisible()
  await expect(host.getByText("每次 3 人 × 1 小时 = 3 人时")).toBeVisible()
  await expect(host.getByText("55 / 60 分钟")).toBeVisible()
  await host.getByRole("button", { name: "发布", exact: true }).click()
  await expect(host.getByRole("heading", { level: 1, name: title })).toBeVisible()
  await expect(host.getByText("每周三，共 4 次")).toBeVisible()
  await expectReadable(host, "a meeting of a series")

  await head.goto("/inbox")
  await expect(head.getByRole("link", { name: new RegExp(title) })).toHaveCount(1)

  await host.getByRole("link", { name: /^下一次 .*5月28日/ }).click()
  await host.getByRole("link", { name: /^下一次 .*6月4日/ }).click()
  await expect(host.getByText(/6月4日 星期三/)).toBeVisible()
  await host.getByRole("link", { name: "编辑" }).click()
  await host.getByText("这次和以后", { exact: true }).click()
  await host.getByLabel("开始时间").fill("2031-06-05T14:00")
  await host.getByRole("button", { name: "保存", exact: true }).click()
  await expect(host.getByText(/6月5日 星期四 14:00/)).toBeVisible()
  await expect(host.getByText("每周四，共 2 次")).toBeVisible()
  await head.goto("/calendar?view=month&date=2031-06-12")
  // 28 May, and both of June on their new weekday.
  await expect(head.getByRole("link", { name: new RegExp(title) })).toHaveCount(3)

  await host.getByRole("link", { name: /^下一次 .*6月12日/ }).click()
  await expect(host.getByText(/6月12日 星期四/)).toBeVisible()
  await host.locator("summary", { hasText: "取消会议" }).click()
  await host.getByLabel("取消的原因").fill("项目结束")
  await host.getByText("这次和以后", { exact: true }).click()
  await host.getByRole("button", { name: "取消会议" }).click()
  await expect(host.getByText("会议已取消：项目结束")).toBeVisible()
})

test("somebody of another company answers by their mail's link; opening it says nothing", async ({
  as,
  portal,
  lend,
}) => {
  const host = await as("Q016")
  const [coming] = look<{ id: number; title: string }>(
    portal,
    `select m.id, m.title from meetings m join meeting_outsiders o on o.meeting_id = m.id
     where m.state = 'published' order by m.start_at`,
  )
  const { id = 0, title = "" } = coming ?? {}
  const address = linkTo(portal, id)
  const page = await lend()
  await page.goto(`${address}?answer=no`)
  await expect(page.getByRole("heading", { name: title })).toBeVisible()
  await expect(page.getByText("以 王敏 的身份答复")).toBeVisible()
  const answer = () =>
    look<{ answer: string | null }>(
      portal,
      "select answer from meeting_outsiders where meeting_id = ?",
      id,
    )[0]?.answer ?? null
  expect(answer()).toBeNull()
  await expectReadable(page, "an answer by a link")
  await page.getByRole("button", { name: "参加", exact: true }).click()
  await expect(page.getByText("已答复")).toBeVisible()
  expect(answer()).toBe("yes")
  await host.goto(`/meetings/${id}`)
  await expect(host.getByRole("listitem").filter({ hasText: "王敏" }).first()).toContainText("外部")
  // Opened by somebody who is signed in, it isn't theirs to answer with.
  await host.goto(`${address}?answer=no`)
  await expect(host.getByText("这是 王敏 的链接")).toBeVisible()
  await expect(host.getByRole("button", { name: "不参加" })).toHaveCount(0)
  await expectReadable(host, "a link of somebody else")
  const pressed = await host.request.post(`${address}/now`, { form: { answer: "no", reason: "x" } })
  expect(pressed.status()).toBe(200)
  expect(answer()).toBe("yes")
  await host.getByRole("link", { name: "打开会议" }).click()
  await expect(host.getByRole("heading", { level: 1, name: title })).toBeVisible()
  const broken = await page.goto(`${address.slice(0, -3)}`)
  expect(broken?.status()).toBe(200)
  await expect(page.getByText("这个链接打不开了")).toBeVisible()
  expect(await page.content()).not.toContain(title)
  const forged = await fetch(`${portal.url}/answer/x.y/now`, {
    method: "POST",
    body: "answer=yes",
    redirect: "manual",
  })
  expect(forged.status).toBe(303)
})

test("somebody of another company is marked like everybody else, and why they didn't come", async ({
  as,
  portal,
}) => {
  const [live] = look<{ id: number }>(
    portal,
    `select m.id from meetings m join meeting_outsiders o on o.meeting_id = m.id
     where m.state = 'live'`,
  )
  const [host, head] = [await as("Q016"), await as("Q010")]
  for (const page of [host, head]) await page.goto(`/meetings/${live?.id}`)
  await host.getByLabel("登记 王敏 的到会情况", { exact: true }).selectOption("absent")
  await host.getByLabel("登记 王敏 的到会情况 缺席原因").fill("航班延误")
  await host.getByRole("button", { name: "登记", exact: true }).click()
  await expect(host.getByRole("button", { name: "登记", exact: true })).toHaveCount(0)
  const theirs = head.getByRole("listitem").filter({ hasText: "王敏" })
  await expect(theirs.first()).toContainText("航班延误")
  await expectReadable(host, "a meeting with somebody of another company")

  const plain = await as("Q012", { javaScriptEnabled: false })
  await plain.goto(`/meetings/${live?.id}`)
  const row = plain.getByRole("listitem").filter({ hasText: "王敏" }).first()
  await row.getByRole("combobox").selectOption("late")
  await row.getByRole("button").click()
  await expect(theirs.first()).toContainText("迟到")
})
