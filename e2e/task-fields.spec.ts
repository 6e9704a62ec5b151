import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

async function make(page: Page, name: string, more?: (page: Page) => Promise<void>) {
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill(name)
  await page.getByLabel("负责人").fill("zhouzhou")
  await page.getByRole("option", { name: /周舟/ }).click()
  await more?.(page)
  await page.getByRole("button", { name: /^新建任务/ }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}
const step = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true })

test("steps are ticked in one browser and seen in the other, moved by key, and offer the progress", async ({
  as,
}) => {
  const page = await as("Q010")
  await make(page, "有清单的任务")
  const add = page.getByLabel("添加清单项")
  for (const name of ["借机器", "跑三档", "写结论"]) {
    await add.fill(name)
    await add.press("Enter")
    await expect(step(page, name)).toBeVisible()
  }
  const other = await as("Q010")
  await other.goto(page.url())
  await step(other, "跑三档").click()
  await expect(step(page, "跑三档")).toBeChecked()
  await step(page, "借机器").click()
  await expect(step(other, "借机器")).toBeChecked()
  await other.getByRole("button", { name: "按清单把进度改为 65%" }).click()
  await expect(page.getByRole("slider")).toHaveValue("65")
  await page.getByRole("button", { name: /^移动 写结论/ }).focus()
  await page.keyboard.press("ArrowUp")
  const order = other.getByRole("region", { name: "清单" }).getByRole("checkbox")
  await expect(order).toHaveText(["借机器", "写结论", "跑三档"])
  await page.getByRole("button", { name: "删除清单项 跑三档" }).click()
  await expect(order).toHaveCount(2)
  await page.goto("/tasks?view=created&sort=updated")
  await expect(page.locator("[data-row]", { hasText: "有清单的任务" })).toContainText("1/2")
})

test("a file hangs on a task, goes with a comment, and is taken off again", async ({ as }) => {
  const page = await as("Q010")
  await make(page, "有附件的任务")
  const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("结论") })
  await page.getByLabel("添加附件").setInputFiles(file("结论.txt"))
  const files = page.getByRole("region", { name: "附件" })
  await expect(files.getByRole("link", { name: "结论.txt" })).toBeVisible()
  await page.getByLabel("附上文件").setInputFiles(file("截图说明.txt"))
  await page.getByLabel("写评论").fill("见附件")
  await page.getByRole("button", { name: "发送" }).click()
  await expect(files.getByRole("link", { name: "截图说明.txt" })).toBeVisible()
  const [download] = await Promise.all([
    page.request.get((await files.getByRole("link").first().getAttribute("href")) ?? ""),
  ])
  expect(download.status()).toBe(200)
  await files.getByRole("button", { name: "删除附件 结论.txt" }).click()
  await expect(files.getByRole("link")).toHaveCount(1)
})

test("a task waits for another, never in a circle, and the timeline draws it", async ({ as }) => {
  const page = await as("Q010")
  await make(page, "先做的一件")
  const first = page.url()
  await make(page, "后做的一件")
  const link = async (name: string) => {
    await page.getByLabel("添加前置任务").fill(name)
    await page.getByRole("option", { name }).click()
  }
  await link("先做的一件")
  const before = page.getByRole("region", { name: "前置任务" })
  await expect(before.getByRole("link", { name: "先做的一件" })).toBeVisible()
  await page.getByRole("radio", { name: "进行中" }).click()
  await expect(page.getByText("1 项前置任务还没有完成")).toBeVisible()
  await page.goto(first)
  await expect(page.getByRole("region", { name: "后续任务" })).toContainText("后做的一件")
  await link("后做的一件")
  await expect(page.getByText("这两个任务会互相等待，请换一个前置任务")).toBeVisible()
  await page.goto("/tasks?view=all&as=timeline")
  await page.getByRole("link", { name: "秋季版本 V3.2", exact: true }).first().click()
  await expect(page.getByRole("img", { name: /3.2 版本发布，会晚/ })).toBeAttached()
})

test("a weekly task says so, and is there again when it is done", async ({ as }) => {
  const page = await as("Q010")
  await make(page, "每周的例行检查", async () => {
    await page.getByLabel("截止时间").fill("2027-03-01T18:00")
    await page.locator("summary", { hasText: "重复" }).click()
    await page.getByLabel("重复").selectOption({ label: "每周" })
  })
  await expect(page.getByText("每周一")).toBeVisible()
  await page.getByRole("radio", { name: "已完成" }).click()
  await page.goto("/tasks?view=created&sort=updated")
  const rows = page.locator("[data-row]", { hasText: "每周的例行检查" })
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: "2027年3月8日" })).toHaveCount(1)
})

test("who may not change a task asks for it, and its owner agrees", async ({ as }) => {
  const owner = await as("Q010")
  await make(owner, "请人改期的任务", async () => {
    await owner.getByLabel("截止时间").fill("2027-03-01T18:00")
    await owner.getByLabel("协办人").fill("kenanxing")
    await owner.getByRole("option", { name: /柯南星/ }).click()
    await owner.getByLabel("所属项目/部门").selectOption({ label: "研发部" })
  })
  const asker = await as("Q016")
  await asker.goto(owner.url())
  await asker.getByRole("button", { name: "请求变更" }).click()
  const dialog = asker.getByRole("dialog")
  await dialog.getByLabel("截止时间改为").fill("2027-03-05T18:00")
  await dialog.getByLabel("理由").fill("客户周四才有空")
  await dialog.getByRole("button", { name: "请求变更" }).click()
  await expect(asker.getByText("等待负责人答复")).toBeVisible()
  await owner.getByRole("button", { name: "同意" }).click()
  await expect(owner.getByText("客户周四才有空").first()).toBeVisible()
  await expect(asker.getByText("3月5日 18:00").first()).toBeVisible()
  await expect(asker.getByText("等待负责人答复")).toHaveCount(0)
})

test("support is taken from the page of the day", async ({ as }) => {
  const page = await as("Q004")
  await page.goto("/")
  const section = page.getByRole("region", { name: "等待支持" })
  await section.getByRole("button", { name: "我来支持 数据库升级到 18：演练与回退方案" }).click()
  await expect(section).toHaveCount(0)
  const owner = await as("Q015")
  await owner.goto("/tasks?view=all&state=need_support")
  await owner.getByRole("link", { name: "数据库升级到 18：演练与回退方案" }).click()
  await expect(owner.getByText("来支持").first()).toBeVisible()
})
