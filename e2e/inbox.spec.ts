import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"

test("what somebody is told opens beside the inbox with what is new first, ready for the reply", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/inbox")
  const row = page.getByRole("link", { name: "导出格式变更：给客户的通知" })
  await expect(page.getByText("有对账接口的客户一共 31 家").first()).toBeVisible()
  await row.click()
  await expect(page).toHaveURL(/\/inbox\?open=\d+/)
  const pane = page.getByRole("complementary", { name: "导出格式变更：给客户的通知" })
  const fresh = pane.getByRole("region", { name: "你上次看过之后" })
  await expect(fresh.getByRole("listitem")).toHaveCount(2)
  await expect(pane.getByLabel("写评论")).toBeFocused()
  // Looking has read it, here and in the list; what was new stays in sight.
  await expect(row).not.toHaveClass(/font-semibold/)
  await expect(fresh).toBeVisible()
  await expectReadable(page, "inbox with a record")

  await page.keyboard.press("Escape")
  await expect(row).toBeFocused()
  await page.keyboard.press("d")
  await expect(pane).toBeHidden()
  await expect(row).toBeHidden()
  await page.getByRole("link", { name: "已处理" }).click()
  await expect(row).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`several are dealt with at once, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    as,
  }) => {
    const page = await as(javaScriptEnabled ? "Q015" : "Q010", { javaScriptEnabled })
    await page.goto("/inbox")
    const boxes = page.getByRole("checkbox", { name: /^选择「/ })
    const bar = page.getByRole("form", { name: "处理所选的通知" })
    await expect(boxes.nth(2)).toBeVisible()
    const nameOf = async (at: number) => (await boxes.nth(at).getAttribute("aria-label")) ?? ""
    const names = await Promise.all([0, 1].map(nameOf))
    const box = (name: string) => page.getByLabel(name, { exact: true })
    const third = box(await nameOf(2))
    await expect(bar).toBeHidden()
    for (const name of names) await box(name).check()
    await expect(bar).toBeVisible()
    if (javaScriptEnabled) await expectReadable(page, "inbox with chosen rows")
    await bar.getByRole("button", { name: "取消选择" }).click()
    await expect(bar).toBeHidden()

    for (const name of names) await box(name).check()
    await bar.getByRole("button", { name: "稍后" }).click()
    // What came in meanwhile stands there too.
    for (const name of names) await expect(box(name)).toHaveCount(0)
    await expect(third).toBeVisible()
    await page.goto("/inbox?state=later")
    await expect(boxes).toHaveCount(2)
    for (const name of names) await box(name).check()
    await bar.getByRole("button", { name: "处理完" }).click()
    await expect(boxes).toHaveCount(0)
  })

test("everything is dealt with in one press, and lies where it can be found again", async ({
  as,
}) => {
  const page = await as("Q013")
  await page.goto("/inbox")
  const boxes = page.getByRole("checkbox", { name: /^选择「/ })
  const all = await boxes.count()
  expect(all).toBeGreaterThan(1)
  await page.getByRole("button", { name: "全部处理完" }).click()
  await expect(boxes).toHaveCount(0)
  await page.goto("/inbox?state=done")
  expect(await boxes.count()).toBeGreaterThanOrEqual(all)
})

test("the inbox is narrowed to one kind, and everything means what is shown", async ({ as }) => {
  const page = await as("Q011")
  await page.goto("/inbox")
  const rows = page.locator("[data-bundle]")
  const all = await rows.count()
  await page.getByRole("button", { name: "筛选" }).click()
  await page.getByLabel("类型").selectOption("任务")
  await page.getByRole("button", { name: "应用" }).click()
  await page.waitForURL(/kind=task/)
  const tasks = await rows.count()
  expect(tasks).toBeGreaterThan(0)
  expect(tasks).toBeLessThan(all)
  await expectReadable(page, "inbox of one kind")
  await page.getByRole("button", { name: "全部处理完" }).click()
  await expect(rows).toHaveCount(0)
  await expect(page.getByText("没有这样的通知")).toBeVisible()
  await page.getByRole("link", { name: "去掉筛选 类型" }).click()
  await expect(rows).toHaveCount(all - tasks)
})

test("what is dealt with on one device is dealt with on the others at once", async ({ as }) => {
  const [desk, phone, away] = [await as("Q050"), await as("Q050"), await as("Q050")]
  for (const page of [desk, phone]) await page.goto("/inbox")
  await away.goto("/calendar")
  const bell = (page: typeof desk) =>
    page.getByRole("banner").getByRole("link", { name: /^通知( \d+)?$/ })
  const waiting = async (page: typeof desk) =>
    Number(/\d+/.exec((await bell(page).getAttribute("aria-label")) ?? "")?.[0] ?? 0)
  const before = await waiting(desk)
  expect(before).toBeGreaterThan(1)
  expect(await waiting(away)).toBe(before)

  const boxes = phone.getByRole("checkbox", { name: /^选择「/ })
  const all = await boxes.count()
  const row = desk
    .locator("[data-bundle]")
    .filter({ has: desk.locator(".font-semibold") })
    .first()
  await row.getByRole("link").focus()
  await desk.keyboard.press("d")
  await expect(boxes).toHaveCount(all - 1)
  await expect.poll(() => waiting(phone)).toBe(before - 1)
  await expect.poll(() => waiting(away)).toBe(before - 1)

  // Looking at a record reads what was said of it, everywhere.
  await desk.locator("[data-bundle] a.font-semibold").first().click()
  await expect.poll(() => waiting(away)).toBe(before - 2)

  await phone.getByRole("button", { name: "全部处理完" }).click()
  await expect(desk.getByRole("checkbox", { name: /^选择「/ })).toHaveCount(0)
  await expect(bell(away)).toHaveAccessibleName("通知")
})
