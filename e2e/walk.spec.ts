import type { Locator, Page } from "@playwright/test"
import { expect, signIn, test } from "./fixtures"

/** When a button was pressed, by the browser's own clock, which all its pages share (ms). */
const pressedAt = (button: Locator): Promise<number> =>
  button.evaluate((it) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const note = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp)
    it.addEventListener("click", note, { once: true, capture: true })
    return promise
  })

/** When a heading came to stand on an open page, by the same clock (ms). */
const shownAt = (page: Page, heading: string): Promise<number> =>
  page.evaluate((wanted) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const look = (_: unknown, watching: MutationObserver) => {
      const all = Array.from(document.querySelectorAll("h1, h2"))
      if (!all.some(({ textContent }) => textContent === wanted)) return
      watching.disconnect()
      resolve(performance.timeOrigin + performance.now())
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
    return promise
  }, heading)

test("a task that one person assigns appears for the other at once, and ends with the account within two seconds", async ({
  as,
  lend,
}) => {
  const head = await lend()
  await signIn(head, "Q016")
  await expect(head.getByRole("heading", { level: 1 })).toContainText("月")

  const colleague = await as("Q103")
  await colleague.goto("/tasks")
  await expect(colleague.getByRole("heading", { level: 1, name: "任务" })).toBeVisible()

  await head.goto("/tasks")
  await head.getByRole("link", { name: "新建任务" }).first().click()
  const dialog = head.getByRole("dialog", { name: "新建任务" })
  await dialog.getByLabel("任务名称").fill("写出回退步骤与触发条件")
  await dialog.getByLabel("负责人").fill("lan")
  await dialog.getByRole("option", { name: /李安宁/ }).click()
  await dialog.getByRole("button", { name: "新建任务" }).click()
  await expect(head.getByRole("heading", { name: "写出回退步骤与触发条件" })).toBeVisible()

  await expect(colleague.getByRole("link", { name: "写出回退步骤与触发条件" })).toBeVisible()
  await colleague.getByRole("link", { name: "写出回退步骤与触发条件" }).click()
  await colleague.getByRole("radio", { name: "进行中" }).click()
  await expect(head.getByRole("radio", { name: "进行中" })).toBeChecked()

  await colleague.getByLabel("写评论").fill("我还没写完")
  const staff = await as("Q002")
  await staff.goto("/search?q=李安宁")
  await staff.getByRole("link", { name: "李安宁" }).click()
  await staff.getByRole("button", { name: "停用账号" }).click()
  const leaving = staff.getByRole("dialog", { name: "停用李安宁的账号" })
  const press = leaving.getByRole("button", { name: "停用账号" })
  const [pressed, ended] = [pressedAt(press), shownAt(colleague, "这个账号已停用")]
  await press.click()
  await expect(colleague.getByRole("heading", { name: "这个账号已停用" })).toBeVisible()
  expect((await ended) - (await pressed)).toBeLessThan(2_000)
  await expect(colleague.getByLabel("写评论")).toHaveValue("我还没写完")
})

test("a row that a colleague changes keeps the focus of whoever reads the list", async ({ as }) => {
  const owner = await as("Q016")
  await owner.goto("/tasks")
  const row = owner.getByRole("link", { name: "导出格式变更：给客户的通知" })
  await row.focus()
  await expect(row).toBeFocused()

  const colleague = await as("Q051")
  await colleague.goto((await row.getAttribute("href")) ?? "")
  await colleague.getByRole("radio", { name: "需支持" }).click()
  await colleague.getByRole("textbox", { name: "需要谁或什么支持" }).fill("请运维开测试环境")
  await colleague.getByRole("button", { name: "请求支持" }).click()
  await expect(owner.locator("details").first()).toContainText("需支持")
  await expect(row).toBeFocused()
  await owner.keyboard.press("k")
  await expect(row).toBeFocused()
})
