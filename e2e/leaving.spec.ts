import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { faults } from "./readable"
import { look } from "./visitor"

const idOf = (portal: Portal, staffNo: string): number =>
  look<{ id: number }>(portal, "select id from people where staff_no = ?", staffNo)[0]?.id ?? 0

/** Types into a picker of colleagues and takes who is found. */
async function pick(page: Page, label: string, typed: string, name: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.click()
  await field.pressSequentially(typed)
  await page.getByRole("option", { name: new RegExp(name) }).click()
}

test("while somebody is on leave, what needs them reaches the deputy in their name", async ({
  as,
}) => {
  const chen = await as("Q011")
  await chen.goto("/settings/leave")
  await pick(chen, "代理人", "shil", "石磊")
  await expect(chen.getByText(/共 \d 个工作日|没有工作日/).first()).toBeVisible()
  await chen.getByRole("button", { name: "提交请假" }).click()
  await expect(chen.getByText("代理人：石磊")).toBeVisible()

  const deputy = await as("Q015")
  await deputy.goto("/inbox")
  await expect(deputy.getByText(/请假，由石磊代理/)).toBeVisible()

  const head = await as("Q010")
  await head.goto("/tasks/new")
  await head.getByLabel("任务名称").fill("查清登录变慢的原因")
  await pick(head, "负责人", "chenchen", "请假至")
  await expect(head.getByRole("button", { name: "改选石磊" })).toBeVisible()
  await head.getByLabel("所属项目/部门").selectOption({ label: "研发部/后端组" })
  await head.getByRole("button", { name: "新建任务" }).last().click()
  await expect(deputy.getByText("代 陈晨")).toBeVisible()
  await expect(deputy.getByRole("link", { name: "查清登录变慢的原因" })).toBeVisible()

  await chen.getByRole("button", { name: /^撤销请假/ }).click()
  await expect(chen.getByText("没有请假安排")).toBeVisible()
})

test("an account ends with its work handed over: the open page closes, the task is with the other", async ({
  as,
  portal,
}) => {
  const leaverId = idOf(portal, "Q014")
  const [task] = look<{ name: string }>(
    portal,
    "select name from tasks where owner_id = ? and state <> 'done' and sensitivity_id is null",
    leaverId,
  )
  const name = task?.name ?? "-"
  const leaver = await as("Q014")
  await leaver.goto("/tasks")
  await expect(leaver.getByRole("link", { name })).toBeVisible()
  const heir = await as("Q113")
  await heir.goto("/tasks")
  await expect(heir.getByRole("heading", { level: 1, name: "任务" })).toBeVisible()
  await expect(heir.getByRole("link", { name })).toHaveCount(0)

  const hr = await as("Q002")
  await hr.goto(`/people/${leaverId}`)
  await hr.getByRole("button", { name: "停用账号" }).click()
  const dialog = hr.getByRole("dialog", { name: "停用程可的账号" })
  await expect(dialog.getByText("未完成的任务").first()).toBeVisible()
  await pick(hr, "全部交给", "yangyun", "杨云帆")
  expect(await faults(hr)).toEqual([])
  await dialog.getByRole("button", { name: "停用账号" }).click()
  await expect(leaver.getByRole("heading", { name: "这个账号已停用" })).toBeVisible({
    timeout: 2_000,
  })
  await expect(heir.getByRole("link", { name })).toBeVisible()
  await heir.goto("/inbox")
  await expect(heir.getByText(/把程可的工作移交给你/)).toBeVisible()

  await hr.getByRole("button", { name: "恢复账号" }).click()
  await expect(hr.getByRole("button", { name: "停用账号" })).toBeVisible()
})

test("a number is shown whole only when somebody who may asks for it", async ({ as, portal }) => {
  const chen = idOf(portal, "Q011")
  const head = await as("Q010")
  await head.goto(`/people/${chen}`)
  await expect(head.getByText("135****2635")).toBeVisible()
  expect(await head.content()).not.toContain("13510242635")
  await head.getByRole("button", { name: "查看全号" }).click()
  await expect(head.getByText("13510242635")).toBeVisible()
  const other = await as("Q021")
  await other.goto(`/people/${chen}`)
  await expect(other.getByText("135****2635")).toBeVisible()
  await expect(other.getByRole("button", { name: "查看全号" })).toHaveCount(0)
})

test("a picture that somebody cuts out stands in the place of the name, and goes again", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/settings")
  const bytes = await page.screenshot()
  await page.getByLabel("头像").first().setInputFiles({
    name: "me.png",
    mimeType: "image/png",
    buffer: bytes,
  })
  await expect(page.getByRole("img", { name: "头像预览" })).toBeVisible()
  await page.getByLabel("缩放").fill("2")
  await page.getByRole("button", { name: "保存头像" }).click()
  await expect(page.locator("main img[src^='/files/']").first()).toBeVisible()
  await page.getByRole("button", { name: "移除头像" }).click()
  await expect(page.getByRole("button", { name: "移除头像" })).toHaveCount(0)
})

test("without script too: leave is taken, a picture is cut in its middle, an account ends", async ({
  as,
  portal,
}) => {
  const plain = await as("Q021", { javaScriptEnabled: false })
  await plain.goto("/settings/leave")
  await plain.getByLabel("代理人").fill("江离")
  await plain.getByRole("button", { name: "提交请假" }).click()
  await expect(plain.getByText("代理人：江离")).toBeVisible()
  await plain.goto("/settings")
  await plain
    .getByLabel("头像")
    .first()
    .setInputFiles({
      name: "me.png",
      mimeType: "image/png",
      buffer: await plain.screenshot(),
    })
  await plain.getByRole("button", { name: "保存头像" }).click()
  await expect(plain.getByRole("button", { name: "移除头像" })).toBeVisible()

  const hr = await as("Q002", { javaScriptEnabled: false })
  await hr.goto(`/people/${idOf(portal, "Q104")}`)
  await hr.getByRole("button", { name: "停用账号" }).last().click()
  await expect(hr.getByRole("button", { name: "恢复账号" })).toBeVisible()
})

test("one's own data comes as a workbook", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/settings/data")
  const coming = page.waitForEvent("download")
  await page.getByRole("button", { name: "导出我的数据" }).click()
  expect((await coming).suggestedFilename()).toBe("qibu-own-data.xlsx")
})
