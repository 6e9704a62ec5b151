import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

/** Everybody in the browser tests' groups is a member of 秋季版本 V3.2. */
const group = "秋季版本 V3.2"

async function open(page: Page, name = group): Promise<string> {
  await page.goto("/groups")
  const list = page.getByRole("navigation", { name: "消息列表" })
  await list
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click()
  await page.waitForURL(/\/groups\/\d+/)
  await expect(stream(page)).toBeVisible()
  await expect(box(page)).toBeVisible()
  return new URL(page.url()).pathname
}
const stream = (page: Page) => page.getByRole("log", { name: "消息" })
const box = (page: Page) => page.getByRole("textbox", { name: "输入消息" }).first()
const said = (page: Page, text: string) => stream(page).locator("article", { hasText: text })

async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press("Enter")
}

test("what one says, the others read at once; under it stands who has read it", async ({ as }) => {
  const author = await as("Q016")
  const reader = await as("Q010")
  const address = await open(author)
  await say(author, "今晚 20:00 冻结代码，请各组确认")
  await expect(said(author, "今晚 20:00 冻结代码")).toHaveCount(1)
  await expect(box(author)).toHaveValue("")

  await reader.goto(address)
  await expect(said(reader, "今晚 20:00 冻结代码")).toBeVisible()
  await say(reader, "后端组已确认")
  await expect(said(author, "后端组已确认")).toBeVisible()

  const own = said(author, "今晚 20:00 冻结代码")
  await own.getByRole("button", { name: /人未读/ }).click()
  await author.getByRole("button", { name: /^已读/ }).click()
  await expect(author.getByRole("dialog", { name: "已读情况" }).getByText("周舟")).toBeVisible()
  await author.getByRole("button", { name: /^未读/ }).click()
  await author.getByRole("button", { name: "提醒未读" }).click()
  await expect(author.getByText(/已提醒 \d+ 人/)).toBeVisible()
  await author.getByRole("button", { name: "提醒未读" }).click()
  await expect(author.getByText(/刚刚提醒过/)).toBeVisible()
})

test("a thread stands beside the stream and an answer in it stops the clock", async ({ as }) => {
  const asker = await as("Q016")
  const asked = await as("Q010")
  const address = await open(asker)
  await box(asker).pressSequentially("回退方案请 @zhou")
  await expect(asker.getByRole("option", { name: /周舟/ })).toBeVisible()
  await box(asker).press("Enter")
  // Without its reason a mention isn't one.
  const reason = asker.getByRole("textbox", { name: /事由，告诉周舟要做什么/ })
  await expect(reason).toBeFocused()
  await reason.fill("10:30 前定是否回退")
  await reason.press("Enter")
  await box(asker).press("Enter")
  await expect(said(asker, "回退方案请").getByText("10:30 前定是否回退")).toBeVisible()
  await expect(said(asker, "回退方案请").getByText(/剩|已超时/)).toBeVisible()

  await asked.goto("/groups/awaiting")
  await expect(asked.getByText("10:30 前定是否回退")).toBeVisible()
  await asked.goto(address)
  const row = said(asked, "回退方案请")
  await row.hover()
  await row.getByRole("button", { name: "回复", exact: true }).click()
  const thread = asked.getByRole("complementary", { name: "回复" })
  await thread.getByRole("textbox", { name: "输入消息" }).fill("不回退，换证书")
  await asked.keyboard.press("Enter")
  await expect(thread.getByText("不回退，换证书")).toBeVisible()
  await expect(said(asker, "回退方案请").getByText("1 条回复")).toBeVisible()
  await expect(said(asker, "回退方案请").getByText("已答复")).toBeVisible()
  await expect(stream(asker).getByText("不回退，换证书")).toHaveCount(0)
})

test("what is taken back is gone on every screen, with a trace", async ({ as }) => {
  const author = await as("Q016")
  const reader = await as("Q010")
  const address = await open(author)
  await reader.goto(address)
  await expect(box(reader)).toBeVisible()
  await say(author, "发错群的一句话")
  await expect(said(reader, "发错群的一句话")).toBeVisible()
  const row = said(author, "发错群的一句话")
  await row.hover()
  await row.getByRole("button", { name: "更多", exact: true }).click()
  await author.getByRole("menuitem", { name: "撤回" }).click()
  await expect(said(author, "发错群的一句话")).toHaveCount(0)
  await expect(said(reader, "发错群的一句话")).toHaveCount(0)
  await expect(stream(reader).getByText("柯南星 撤回了一条消息").last()).toBeVisible()
})

test("by key a message's menu stands on its first line, and gives its button back", async ({
  as,
}) => {
  const page = await as("Q016")
  await open(page)
  await say(page, "周五的评审提前到 14:00")
  const more = said(page, "周五的评审提前到").getByRole("button", { name: "更多", exact: true })
  // The first time there is no menu yet, only its button; the second time there is.
  for (const key of ["Enter", "ArrowDown"]) {
    await more.press(key)
    await expect(page.getByRole("menuitem", { name: "引用" })).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(page.getByRole("menu")).toHaveCount(0)
    await expect(more).toBeFocused()
  }
  await more.press("Enter")
  await page.keyboard.press("Enter")
  await expect(box(page)).toBeFocused()
})

test("without a connection words wait, and arrive once and in order when it is back", async ({
  as,
}) => {
  const author = await as("Q016")
  const reader = await as("Q010")
  const address = await open(author)
  await reader.goto(address)
  await expect(box(reader)).toBeVisible()
  await author.context().setOffline(true)
  for (const text of ["断网时第一句", "断网时第二句", "断网时第三句"]) await say(author, text)
  await expect(author.getByText("连接断开，恢复后自动发送")).toBeVisible()
  await author.reload().catch(() => null)
  await author.context().setOffline(false)
  await author.goto(address)
  await expect(said(reader, "断网时第三句")).toBeVisible()
  const order = await stream(reader)
    .locator("article", { hasText: /断网时第/ })
    .allInnerTexts()
  expect(order.map((text) => /断网时(第.)/.exec(text)?.[1])).toEqual(["第一", "第二", "第三"])
  await expect(stream(author).getByText("断网时第三句")).toHaveCount(1)
})

test("an input method's Enter sends nothing; Shift+Enter breaks the line", async ({ as }) => {
  const page = await as("Q016")
  await open(page)
  const client = await page.context().newCDPSession(page)
  await box(page).focus()
  await client.send("Input.imeSetComposition", {
    text: "发布",
    selectionStart: 2,
    selectionEnd: 2,
  })
  await box(page).dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true })
  await client.send("Input.insertText", { text: "发布窗口" })
  await expect(box(page)).toHaveValue("发布窗口")
  await box(page).press("Shift+Enter")
  await page.keyboard.type("周四")
  await expect(box(page)).toHaveValue("发布窗口\n周四")
  await box(page).press("Enter")
  await expect(said(page, "发布窗口")).toBeVisible()
})

test("what is edited keeps what it said, for its author and the managers", async ({ as }) => {
  const author = await as("Q016")
  const reader = await as("Q011")
  const address = await open(author)
  await reader.goto(address)
  await say(author, "评审改到周三 14:00")
  const row = said(author, "评审改到周三")
  await row.hover()
  await row.getByRole("button", { name: "更多", exact: true }).click()
  await author.getByRole("menuitem", { name: "编辑" }).click()
  const editing = author.getByRole("dialog", { name: "正在修改消息" })
  await expect(editing.getByRole("textbox")).toHaveValue("评审改到周三 14:00")
  await editing.getByRole("textbox").fill("评审改到周三 15:30")
  await editing.getByRole("button", { name: "保存" }).click()
  await expect(said(reader, "评审改到周三 15:30").getByText("已修改")).toBeVisible()
  await expect(reader.getByRole("button", { name: /修改记录/ })).toHaveCount(0)
  await said(author, "15:30")
    .getByRole("button", { name: /修改记录/ })
    .click()
  const versions = author.getByRole("dialog", { name: "修改记录" }).getByRole("listitem")
  await expect(versions).toContainText(["评审改到周三 15:30", "评审改到周三 14:00"])
})

test("what is kept is found again, and is kept no longer when one says so", async ({ as }) => {
  const page = await as("Q016")
  await open(page)
  await say(page, "打印机密码改为 8814")
  const row = said(page, "打印机密码改为")
  await row.hover()
  await row.getByRole("button", { name: "收藏", exact: true }).click()
  await expect(row.getByRole("img", { name: "已收藏" })).toBeVisible()
  await page.getByRole("link", { name: "收藏和定时发送" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "收藏和定时发送" })).toBeVisible()
  const kept = page
    .getByRole("listitem")
    .filter({ hasText: "打印机密码改为 8814" })
    .filter({ has: page.getByRole("button") })
  await expect(kept.getByRole("link", { name: group })).toBeVisible()
  await kept.getByRole("button", { name: /取消收藏/ }).click()
  await expect(kept).toHaveCount(0)
})

test("what is to be sent later waits in sight, and taken back it lies in the box again", async ({
  as,
}) => {
  const page = await as("Q016", { timezoneId: "Asia/Shanghai" })
  await open(page, "远山科技二期")
  await box(page).fill("下周一晨会提前到 08:45")
  await page.getByRole("button", { name: "定时发送" }).click()
  await page.getByLabel("发送时间").fill(`${new Date().getFullYear() + 1}-01-05T08:00`)
  const schedule = page.getByRole("dialog", { name: "定时发送" })
  await schedule.getByRole("button", { name: "定时发送" }).click()
  await expect(box(page)).toHaveValue("")
  await page.getByRole("link", { name: /条定时消息等待发送/ }).click()
  const waiting = page
    .getByRole("listitem")
    .filter({ hasText: "下周一晨会提前到 08:45" })
    .filter({ has: page.getByRole("button") })
  await waiting.getByRole("button", { name: "取消发到「远山科技二期」的定时消息" }).click()
  await expect(waiting).toHaveCount(0)
  await open(page, "远山科技二期")
  await expect(box(page)).toHaveValue("下周一晨会提前到 08:45")
  await box(page).fill("")
})

test("calling everybody asks first how many it will reach", async ({ as }) => {
  const page = await as("Q016")
  await open(page, "研发部与产品部")
  await box(page).pressSequentially("@所有人")
  await page.getByRole("option", { name: /所有人/ }).click()
  await page.getByRole("button", { name: "请确认", exact: true }).click()
  await page.keyboard.type("周会改到 16:00")
  await box(page).press("Enter")
  await expect(
    page.getByRole("dialog", { name: /通知 \d+ 人/ }).or(said(page, "周会改到 16:00")),
  ).toBeVisible()
})

test("without script the words of a group can be read and answered", async ({ as }) => {
  const page = await as("Q016", { javaScriptEnabled: false })
  await page.goto("/groups")
  await page.getByRole("link", { name: new RegExp(group) }).click()
  await page.waitForURL(/\/groups\/\d+/)
  await page.getByRole("textbox", { name: "输入消息" }).fill("没有脚本也能说话")
  await page.getByRole("button", { name: "发送" }).click()
  await expect(said(page, "没有脚本也能说话")).toBeVisible()
})

test("a draft is whole when one comes back to it, on this device and another: also whom it mentions", async ({
  as,
}) => {
  const page = await as("Q016")
  const address = await open(page)
  await box(page).pressSequentially("灰度名单 @zhou")
  await page.getByRole("option", { name: /周舟/ }).click()
  await page.getByRole("button", { name: "请确认" }).click()
  await expect(box(page)).toHaveValue("灰度名单 @周舟 ")
  await page
    .getByRole("navigation", { name: "消息列表" })
    .getByRole("link", { name: /产品部/ })
    .first()
    .click()
  await expect(page).not.toHaveURL(new RegExp(`${address}$`))
  const other = await as("Q016")
  await expect(async () => {
    await other.goto(address)
    await expect(box(other)).toHaveValue("灰度名单 @周舟 ", { timeout: 2_000 })
  }).toPass()
  await expect(other.getByRole("listitem").filter({ hasText: "请确认" })).toBeVisible()
  await box(other).press("Enter")
  await expect(said(other, "灰度名单").getByText("事由")).toBeVisible()
  await open(page)
  await expect(box(page)).toHaveValue("")
})

test("calling everybody later is agreed to when it is written", async ({ as }) => {
  const page = await as("Q013")
  await open(page)
  await box(page).pressSequentially("明早停电 @所有人")
  await page.getByRole("option", { name: /所有人/ }).click()
  await page.getByRole("button", { name: "供参考" }).click()
  await page.getByRole("button", { name: "定时发送" }).click()
  const day = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel("发送时间").fill(`${day}T09:00`)
  await page.getByRole("dialog").getByRole("button", { name: "定时发送" }).click()
  await page.getByRole("button", { name: "通知并发送" }).click()
  await expect(page.getByText(/条定时消息等待发送/)).toBeVisible()
})
