import type { Page } from "@playwright/test"
import { generateSync } from "otplib"
import { expect, password, test } from "./fixtures"
import { expectReadable } from "./readable"
import { alter } from "./visitor"

const focused = (page: Page) => page.locator(":focus")

test("a colleague is found by initials, opened by keyboard, and the list stays as it was filtered", async ({
  as,
}) => {
  const page = await as("Q114")
  await page.goto("/people")
  await expect(page.getByRole("heading", { level: 1, name: "栖木软件" })).toBeVisible()
  // The key counts from when the page's script runs.
  await expect(async () => {
    await page.keyboard.press("/")
    await expect(focused(page)).toHaveRole("searchbox", { timeout: 1_000 })
  }).toPass()
  await page.keyboard.type("shil")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/q=shil/)
  await expect(page.locator("[data-row]")).toHaveCount(1)
  await page.keyboard.press("j")
  await expect(focused(page)).toHaveText("石磊")
  await page.keyboard.press("Enter")

  const pane = page.getByRole("complementary", { name: "石磊" })
  await expect(pane.getByRole("heading", { level: 1, name: "石磊" })).toBeVisible()
  await expect(pane.getByText("研发部 / 后端组").first()).toBeVisible()
  await expect(page).toHaveURL(/\/people\/\d+\?q=shil/)
  await expect(pane.getByText("权限级别")).toBeHidden()
  await page.goBack()
  await expect(pane).toBeHidden()
  await expect(page).toHaveURL(/\/people\?q=shil/)
  await expect(page.locator("[data-row]")).toHaveCount(1)

  await page.goForward()
  await pane.getByRole("link", { name: "关闭" }).last().click()
  await expect(page).toHaveURL(/\/people\?q=shil/)
})

test("arrow keys walk the tree of departments and open what is below", async ({ as }) => {
  const page = await as("Q114")
  await page.goto("/people")
  const tree = page.getByRole("navigation", { name: "部门", exact: true })
  await tree.getByRole("link", { name: /^研发部/ }).focus()
  await expect(tree.getByRole("link", { name: /^测试组/ })).toBeHidden()
  await page.keyboard.press("ArrowRight")
  await expect(tree.getByRole("link", { name: /^测试组/ })).toBeVisible()
  await page.keyboard.press("ArrowRight")
  await expect(focused(page)).toContainText("后端组")
  await page.keyboard.press("ArrowDown")
  await expect(focused(page)).toContainText("测试组")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "测试组" })).toBeVisible()
  await expect(page.locator("[data-row]")).toHaveCount(4)
  await tree.getByRole("link", { name: /^测试组/ }).focus()
  await page.keyboard.press("ArrowLeft")
  await expect(focused(page)).toContainText("研发部")
  await page.keyboard.press("ArrowLeft")
  await expect(tree.getByRole("link", { name: /^测试组/ })).toBeHidden()
})

test("who left is a list for HR; for others they aren't there", async ({ as }) => {
  const hr = await as("Q002")
  await hr.goto("/people")
  await hr.getByRole("navigation", { name: "已离职" }).getByRole("link").click()
  await expect(hr.locator("[data-row]", { hasText: "前程" })).toHaveCount(1)
  await hr.getByRole("link", { name: "前程" }).click()
  await expect(hr.getByRole("button", { name: "恢复账号" })).toBeVisible()
  const address = new URL(hr.url()).pathname

  const colleague = await as("Q114")
  await colleague.goto("/people?view=left")
  await expect(colleague.getByRole("navigation", { name: "已离职" })).toHaveCount(0)
  await expect(colleague.getByRole("link", { name: "前程" })).toHaveCount(0)
  await colleague.goto(address)
  await expect(colleague.getByRole("heading", { level: 1 })).toContainText("不存在")
})

test("the link that HR makes for a first password is copied with one press", async ({ as }) => {
  const page = await as("Q002", { permissions: ["clipboard-read", "clipboard-write"] })
  await page.goto("/people?q=新禾")
  await page.getByRole("link", { name: "新禾" }).first().click()
  await page.waitForURL(/\/people\/\d+/)
  await page.getByRole("button", { name: "生成设置密码链接" }).click()
  await page.getByRole("button", { name: "复制链接" }).click()
  await expect(page.getByRole("button", { name: "已复制" })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/^http:\S+\/password\/[\w-]{20,}$/)
  await expect(page.getByText(link)).toBeVisible()
})

test("an account that HR ends leaves every open directory at once", async ({ as }) => {
  const colleague = await as("Q114")
  await colleague.goto("/people?q=柏立夏")
  await expect(colleague.locator("[data-row]")).toHaveCount(1)
  const hr = await as("Q002")
  await hr.goto("/people?q=柏立夏")
  await hr.getByRole("link", { name: "柏立夏" }).click()
  await hr.getByRole("button", { name: "停用账号" }).click()
  await hr.getByRole("dialog").getByRole("button", { name: "停用账号" }).click()
  await expect(colleague.locator("[data-row]")).toHaveCount(0)
  await hr.getByRole("button", { name: "恢复账号" }).click()
  await expect(colleague.locator("[data-row]")).toHaveCount(1)
})

test("the chart opens, closes and zooms by keyboard", async ({ as }) => {
  const page = await as("Q114")
  await page.goto("/people")
  await page.getByRole("link", { name: "组织架构图" }).click()
  const tree = page.getByRole("tree", { name: "组织架构图" })
  const item = (name: string) => tree.getByRole("treeitem", { name, exact: true })
  await expect(item("研发部，周舟，16 人")).toHaveAttribute("aria-expanded", "false")
  // The chart makes room for itself as soon as it hears keys.
  await expect(page.locator("[data-frame][data-folded]")).toBeAttached()
  await tree.getByRole("treeitem", { name: /^栖木软件，林默，\d+ 人$/ }).focus()
  for (const name of ["总经办", "人力资源部", "行政部", "技术支持部", "研发部"]) {
    await page.keyboard.press("ArrowDown")
    await expect(focused(page)).toHaveAttribute("aria-label", new RegExp(`^${name}，`))
  }
  await page.keyboard.press("ArrowRight")
  await expect(item("研发部，周舟，16 人")).toHaveAttribute("aria-expanded", "true")
  await expect(item("研发部，周舟，16 人")).toBeFocused()
  await page.keyboard.press("ArrowRight")
  await expect(item("后端组，石磊，6 人")).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(item("陈晨，高级工程师")).toBeVisible()
  await expect(item("后端组，石磊，6 人")).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("ArrowLeft")
  await expect(item("陈晨，高级工程师")).toHaveCount(0)

  const wide = () => tree.evaluate((drawing) => drawing.getBoundingClientRect().width)
  const before = await wide()
  await page.keyboard.press("+")
  await expect.poll(wide).toBeGreaterThan(before * 1.2)
  await page.keyboard.press("0")
  await expect.poll(wide).toBeLessThan(before)
  await page.getByRole("button", { name: /原始大小/ }).click()
  await expect.poll(wide).toBe(before)
})

test("without script the directory is searched and the chart opened by links", async ({ as }) => {
  const page = await as("Q114", { javaScriptEnabled: false })
  await page.goto("/people")
  await page.getByRole("searchbox", { name: /姓名、拼音/ }).fill("knx")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-row]")).toHaveCount(1)
  await page.getByRole("link", { name: "柯南星" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "柯南星" })).toBeVisible()
  await page.goto("/people/chart")
  await page.getByRole("treeitem", { name: /^研发部/ }).click()
  await expect(page.getByRole("treeitem", { name: /^后端组/ })).toBeVisible()
})

test("who came in a while ago shows the password once more to turn the second factor on, and off again", async ({
  as,
  portal,
}) => {
  const page = await as("Q055")
  const field = page.getByLabel("当前密码", { exact: true })
  await page.goto("/settings/security/second-factor?begun=1")
  await expect(page.getByLabel("验证码")).toBeVisible()
  await expect(field).toBeHidden()
  alter(
    portal,
    "update sessions set created_at = ? where person_id = (select id from people where staff_no = 'Q055')",
    Date.now() - 11 * 60_000,
  )
  await page.reload()
  await expectReadable(page, "second factor with the password")
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(/\s/g, "")
  const turnOn = async (word: string) => {
    await page.getByLabel("验证码").fill(generateSync({ secret }))
    await field.fill(word)
    await page.getByRole("button", { name: "开启" }).click()
  }
  await turnOn("not-the-password")
  await expect(page.getByText("当前密码不对")).toBeVisible()
  await turnOn(password)
  await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(10)

  await page.goto("/settings/security/second-factor")
  await field.fill(password)
  await page.getByRole("button", { name: "关闭二次验证" }).click()
  await expect(page).toHaveURL("/settings/security")
  await page.goto("/settings/security/second-factor?begun=1")
  await expect(page.getByLabel("验证码")).toBeVisible()
})
