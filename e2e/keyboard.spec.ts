import { expect, test } from "./fixtures"
import { box, makeGroup, said, say, stream } from "./talking"

test("without a mouse: whoever leaves a dialog is where they opened it", async ({ as }) => {
  const page = await as("Q016")
  const { keyboard } = page
  await page.goto("/tasks?view=all")
  const place = page.getByRole("link", { name: "日历", exact: true }).first()
  for (const [keys, field] of [
    ["?", page.getByRole("searchbox", { name: "找快捷键" })],
    ["ControlOrMeta+k", page.getByRole("combobox", { name: "搜索" })],
  ] as const) {
    // The keys count from when the page listens.
    await expect(async () => {
      await place.focus()
      await keyboard.press(keys)
      await expect(field).toBeFocused({ timeout: 4_000 })
    }).toPass()
    await keyboard.press("Escape")
    await expect(place).toBeFocused()
  }

  await keyboard.press("j")
  const row = page.locator("[data-row] [data-open]").first()
  await expect(row).toBeFocused()
  await keyboard.press("c")
  await expect(page.getByLabel("任务名称")).toBeFocused()
  await keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toBeHidden()
  await expect(row).toBeFocused()
})

test("without a mouse: a panel that one opens and leaves again doesn't stay over the page", async ({
  as,
}) => {
  const page = await as("Q016")
  const { keyboard } = page
  await page.goto("/inbox")
  const button = page.getByRole("button", { name: "新建", exact: true })
  const panel = page.getByRole("region", { name: "新建", exact: true })
  const lines = panel.getByRole("link")
  // It opens without a script; leaving it counts from when the page listens.
  await expect(async () => {
    await button.focus()
    if (!(await panel.isVisible())) await keyboard.press("Enter")
    await expect(panel).toBeVisible()
    const count = await lines.count()
    for (let nth = 0; nth < count; nth++) {
      await keyboard.press("Tab")
      await expect(lines.nth(nth)).toBeFocused({ timeout: 4_000 })
      await expect(panel).toBeVisible()
    }
    await keyboard.press("Tab")
    await expect(panel).toBeHidden({ timeout: 1_000 })
  }).toPass()
  await expect(page.locator(":focus")).toHaveAccessibleName(/通知/)
})

test("without a mouse: an announcement is written to its end before it is published", async ({
  as,
}) => {
  const page = await as("Q016")
  const { keyboard } = page
  await makeGroup(page, "键盘发公告", ["陈晨"])
  const tabs = page.getByRole("navigation", { name: "沟通组的内容" })
  await tabs.getByRole("link", { name: "公告" }).press("Enter")
  await page.getByLabel("沟通主题").fill("上线窗口")
  await keyboard.press("Enter")
  await expect(page.getByRole("textbox", { name: "内容" })).toBeFocused()
  await keyboard.type("今晚 20:00 冻结")
  await page.getByRole("button", { name: "发布", exact: true }).press("Enter")
  await expect(page.getByRole("article").getByText("今晚 20:00 冻结")).toBeVisible()
  // The form is folded away, and opens where one is.
  await expect(page.locator("summary").filter({ hasText: "发布新公告" })).toBeFocused()
  await keyboard.press("Tab")
  await keyboard.press("Shift+Tab")
  await keyboard.press("Enter")
  await expect(page.getByLabel("沟通主题")).toHaveValue("")
})

test("without a mouse: whoever makes a group writes in it at once, and stays on the tabs they press", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/groups")
  await page.getByRole("link", { name: "新建沟通组" }).first().press("Enter")
  const dialog = page.getByRole("dialog", { name: "新建沟通组" })
  await dialog.getByLabel("组名称").fill("只用键盘换页")
  await dialog.getByRole("button", { name: "新建沟通组" }).press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "只用键盘换页" })).toBeVisible()
  await expect(box(page)).toBeFocused()

  const tabs = page.getByRole("navigation", { name: "沟通组的内容" })
  for (const name of ["公告", "成员", "文件"]) {
    const tab = tabs.getByRole("link", { name, exact: true })
    await tab.press("Enter")
    await expect(tab).toHaveAttribute("aria-current", "page")
    await expect(tab).toBeFocused()
  }
  await tabs.getByRole("link", { name: "消息", exact: true }).press("Enter")
  await expect(box(page)).toBeFocused()
})

test("without a mouse: a form that was sent leads to what was refused, else one is where one was", async ({
  as,
}) => {
  const page = await as("Q013")
  await page.goto("/settings")
  const phone = page.getByLabel("手机")
  const before = await phone.inputValue()
  const save = page.getByRole("button", { name: "保存" })
  await phone.fill("123")
  await save.press("Enter")
  await expect(phone).toBeFocused()
  await expect(phone).toHaveValue("123")
  await expect(phone).toHaveAccessibleDescription(/11 位手机号/)
  await phone.fill(before)
  await save.press("Enter")
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible()
  await expect(save).toBeFocused()
})

test("what a form is refused for at a field is read out when it appears", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/groups/new")
  const name = page.getByLabel("组名称")
  await name.press("Enter")
  const wrong = page.getByRole("main").getByRole("alert").filter({ hasText: /./ })
  await expect(wrong).toBeVisible()
  await expect(name).toHaveAccessibleDescription((await wrong.textContent()) ?? "")
})

test("without a mouse: messages are walked along, answered, changed and taken back", async ({
  as,
}) => {
  const page = await as("Q016")
  const { keyboard } = page
  await makeGroup(page, "只用键盘", ["周舟"])
  await say(page, "第一句")
  await say(page, "第二句")
  const [first, second] = [said(page, "第一句"), said(page, "第二句")]

  await keyboard.press("ArrowUp")
  await expect(second).toBeFocused()
  await expect(second).toHaveAccessibleDescription("第二句")
  expect(await second.evaluate((row) => getComputedStyle(row).outlineStyle)).not.toBe("none")
  await keyboard.press("k")
  await expect(first).toBeFocused()
  await keyboard.press("ArrowDown")
  await expect(second).toBeFocused()
  await keyboard.press("j")
  await expect(box(page)).toBeFocused()

  await keyboard.press("ArrowUp")
  await keyboard.press("k")
  await keyboard.press("r")
  const thread = page.getByRole("complementary", { name: "回复" })
  await expect(thread.getByRole("textbox", { name: "输入消息" })).toBeFocused()
  await keyboard.type("知道了")
  await keyboard.press("Enter")
  await expect(thread.locator("article", { hasText: "知道了" })).toBeVisible()
  await keyboard.press("Escape")
  await expect(thread).toBeHidden()
  await expect(first).toBeFocused()
  await expect(first.getByRole("toolbar")).toHaveCSS("opacity", "1")

  await keyboard.press("e")
  const words = page.getByRole("dialog").getByRole("textbox", { name: "输入消息" })
  await expect(words).toHaveValue("第一句")
  await keyboard.type("，改过")
  await keyboard.press("ControlOrMeta+Enter")
  await expect(page.getByRole("dialog")).toBeHidden()
  const changed = said(page, "第一句，改过")
  await expect(changed).toBeFocused()

  // Tab leads through the buttons of the row that one is in, and of no other.
  const reached = page
    .getByRole("button", { name: "更多", exact: true })
    .and(page.locator("[role=toolbar] [tabindex='0']"))
  await expect(reached).toHaveCount(1)
  await expect(async () => {
    await keyboard.press("Tab")
    await expect(reached).toBeFocused({ timeout: 100 })
  }).toPass()
  await keyboard.press("Enter")
  await keyboard.press("End")
  await expect(page.getByRole("menuitem", { name: "撤回" })).toBeFocused()
  await keyboard.press("Enter")
  await expect(stream(page).locator("article", { hasText: "撤回了一条消息" })).toBeFocused()
})

test("what is said in an open thread is read out, as what is said in the group is", async ({
  as,
}) => {
  const [reader, author] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(reader, "念出来", ["周舟"])
  await say(reader, "谁去现场")
  await author.goto(address)
  for (const page of [reader, author]) {
    await said(page, "谁去现场").hover()
    await said(page, "谁去现场").getByRole("button", { name: "回复", exact: true }).click()
  }
  const thread = author.getByRole("complementary", { name: "回复" })
  await thread.getByRole("textbox", { name: "输入消息" }).fill("我去")
  await author.keyboard.press("Enter")
  await expect(reader.locator("p[aria-live=polite]", { hasText: "周舟: 我去" })).toBeAttached()
})

test("without a mouse: what is dealt with in the inbox gives the focus to what comes next", async ({
  as,
}) => {
  const page = await as("Q010")
  const { keyboard } = page
  await page.goto("/inbox")
  const rows = page.locator("[data-row] [data-open]")
  const second = (await rows.nth(1).textContent()) ?? ""
  const third = (await rows.nth(2).textContent()) ?? ""
  await expect(async () => {
    await keyboard.press("j")
    await expect(rows.nth(1)).toBeFocused({ timeout: 100 })
  }).toPass()
  await keyboard.press("d")
  await expect(rows.filter({ hasText: second })).toHaveCount(0)
  await expect(page.locator("[data-open]:focus")).toHaveText(third)
})
