import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { box, makeGroup, more, said, say, stream } from "./talking"
import { alter, look } from "./visitor"

const groupOf = (address: string) => Number(address.split("/").at(-1))

/** Said from another device, without a page. @returns its number */
async function sent(page: Page, address: string, body: string, more: object = {}): Promise<number> {
  const answer = await page.request.post("/groups/messages/send", {
    data: { groupId: groupOf(address), body, key: `${address} ${body}`, ...more },
    headers: { "sec-fetch-site": "same-origin" },
  })
  expect(answer.status()).toBe(200)
  return (await answer.json()).value.id
}

/** The window lies behind another one, or is looked at again. */
const lookAway = (page: Page, away: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
    document.dispatchEvent(new Event("visibilitychange"))
  }, away)

test("who is taken out of a group while writing reads why, and keeps what wasn't sent", async ({
  as,
}) => {
  const [manager, member] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(manager, "人员调整", ["周舟"])
  await member.goto(address)
  await expect(member.getByText("连接断开")).toHaveCount(0)
  await box(member).pressSequentially("交接清单还差三项")
  // The list can't be read anew: what is taken away goes from it without that.
  await member.route("**/groups/data/list*", (route) => route.abort())
  await manager.goto(`${address}/members`)
  await manager.getByRole("button", { name: "周舟 的操作" }).click()
  await manager.getByRole("button", { name: "移出本组" }).last().click()
  await expect(member.getByRole("heading", { name: "这条内容已不再对你开放" })).toBeVisible()
  const kept = member.getByRole("alert").getByRole("textbox", { name: "输入消息" })
  await expect(kept).toHaveValue("交接清单还差三项")
  await expect(stream(member)).toHaveCount(0)
  await expect(
    member.getByRole("navigation", { name: "消息列表" }).getByRole("link", { name: "人员调整" }),
  ).toHaveCount(0)
  // Nor does reading it anew take the words away.
  const read = member.waitForResponse("**/groups/data/list*")
  await member.unroute("**/groups/data/list*")
  await sent(manager, "/groups/2", "交接的人今天齐了")
  await read
  await expect(kept).toHaveValue("交接清单还差三项")
})

test("what was written without a connection in two windows of one group is sent by the next", async ({
  as,
}) => {
  const one = await as("Q016")
  const address = await makeGroup(one, "两个窗口", [])
  const other = await one.context().newPage()
  await other.goto(address)
  await expect(box(other)).toBeVisible()
  await one.context().setOffline(true)
  for (const [page, text] of [
    [one, "第一个窗口写的"],
    [other, "第二个窗口写的"],
  ] as const) {
    await box(page).fill(text)
    await box(page).press("Enter")
    await expect(page.getByText("连接断开，恢复后自动发送")).toBeVisible()
  }
  const next = await one.context().newPage()
  await one.close()
  await other.close()
  await next.context().setOffline(false)
  await next.goto(address)
  await expect(said(next, "第一个窗口写的")).toHaveCount(1)
  await expect(said(next, "第二个窗口写的")).toHaveCount(1)
  const kept = (text: string) =>
    next.evaluate((words) => JSON.stringify(localStorage).includes(words), text)
  await expect.poll(() => kept("窗口写的")).toBe(false)
})

test("what has waited in a browser for longer than its key is known isn't sent by itself", async ({
  as,
}) => {
  const author = await as("Q016")
  const address = await makeGroup(author, "两周以前", [])
  await author.goto(address)
  await expect(box(author)).toBeVisible()
  // Without a connection by its own means, the browser would have one again while its page is left.
  await author.route("**/groups/messages/send", (route) => route.abort())
  await box(author).fill("五分钟后到")
  await box(author).press("Enter")
  await expect(author.getByText("连接断开，恢复后自动发送")).toBeVisible()
  await author.evaluate(() => {
    for (const place of Object.keys(localStorage).filter((each) => /unsent/.test(each))) {
      const waiting: { at: string }[] = JSON.parse(localStorage.getItem(place) ?? "[]")
      const at = new Date(Date.now() - 14 * 24 * 3_600_000).toISOString()
      localStorage.setItem(place, JSON.stringify(waiting.map((each) => ({ ...each, at }))))
    }
  })
  await author.reload()
  await expect(author.getByText("已隔多日，不再自动发送")).toBeVisible()
  await expect(said(author, "五分钟后到")).toHaveCount(0)
  await author.unroute("**/groups/messages/send")
  await author.getByRole("button", { name: "重发" }).click()
  await expect(said(author, "五分钟后到")).toHaveCount(1)
  await expect(author.getByText("已隔多日，不再自动发送")).toHaveCount(0)
})

test("what waited for a connection isn't lost when its author is no longer in the group", async ({
  as,
}) => {
  const [manager, member] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(manager, "断网移出", ["周舟"])
  await member.goto(address)
  await expect(box(member)).toBeVisible()
  await member.context().setOffline(true)
  await box(member).fill("断网时写的结论")
  await box(member).press("Enter")
  await expect(member.getByText("连接断开，恢复后自动发送")).toBeVisible()
  await manager.goto(`${address}/members`)
  await manager.getByRole("button", { name: "周舟 的操作" }).click()
  await manager.getByRole("button", { name: "移出本组" }).last().click()
  await expect(manager.getByRole("link", { name: "周舟", exact: true })).toHaveCount(0)
  await member.context().setOffline(false)
  await expect(member.getByRole("heading", { name: "这条内容已不再对你开放" })).toBeVisible()
  await expect(member.getByRole("alert").getByRole("textbox", { name: "没有发出" })).toHaveValue(
    "断网时写的结论",
  )
})

test("what is taken back is gone also where it is quoted; what others answered to it stays", async ({
  as,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "引用试验", ["周舟"])
  await reader.goto(address)
  await say(author, "报价先按八折")
  await more(reader, "报价先按八折", "引用")
  await say(reader, "收到，我去改合同")
  const row = said(author, "报价先按八折").first()
  await row.hover()
  await row.getByRole("button", { name: "回复", exact: true }).click()
  const thread = author.getByRole("complementary", { name: "回复" })
  await thread.getByRole("textbox", { name: "输入消息" }).fill("二期也一样")
  await author.keyboard.press("Enter")
  await expect(stream(reader).getByText("1 条回复")).toBeVisible()
  await expect(said(reader, "收到，我去改合同").getByText("报价先按八折")).toBeVisible()
  await thread.getByRole("button", { name: "关闭回复" }).click()

  await row.hover()
  await row.getByRole("button", { name: "更多", exact: true }).click()
  await author.getByRole("menuitem", { name: "撤回" }).click()
  for (const page of [author, reader]) {
    await expect(page.getByText("报价先按八折")).toHaveCount(0)
    await expect(said(page, "收到，我去改合同").getByText("原消息已撤回")).toBeVisible()
  }
  await stream(reader)
    .getByRole("button", { name: /1 条回复/ })
    .click()
  await expect(
    reader.getByRole("complementary", { name: "回复" }).getByText("二期也一样"),
  ).toBeVisible()
})

test("what came while one looked away begins at a line, and one is led to it; what one watches isn't new", async ({
  as,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "离席记录", ["周舟"])
  await reader.goto(address)
  await expect(box(reader)).toBeVisible()
  await say(author, "看着到来的一句")
  await expect(said(reader, "看着到来的一句")).toBeVisible()
  await expect(stream(reader).getByText(/条新消息/)).toHaveCount(0)

  await lookAway(reader, true)
  for (let nth = 1; nth <= 30; nth++) await sent(author, address, `离席时第 ${nth} 句`)
  await expect(said(reader, "离席时第 30 句")).toBeAttached()
  await lookAway(reader, false)
  await expect(stream(reader).getByText(/30 条新消息/)).toBeInViewport()
  await expect(said(reader, "离席时第 1 句").first()).toBeInViewport()
  await expect(said(reader, "离席时第 30 句")).not.toBeInViewport()
  await reader.getByRole("button", { name: "30 条新消息" }).click()
  await expect(said(reader, "离席时第 30 句")).toBeInViewport()
})

test("after a long absence the line says how many are new, also those that aren't shown yet", async ({
  as,
}) => {
  const [author, reader] = [await as("Q010"), await as("Q011")]
  const address = await makeGroup(author, "长假归来", ["陈晨"])
  for (let nth = 1; nth <= 70; nth++) await sent(author, address, `假期第 ${nth} 句`)
  await reader.goto(address)
  await expect(stream(reader).getByText(/70 条新消息/)).toBeInViewport()
  // Nothing lies over the way down.
  await reader.getByRole("button", { name: "回到最新" }).click()
  await expect(said(reader, "假期第 70 句")).toBeInViewport()
})

test("answers that came while the connection was lost stand in the open thread once it is back", async ({
  as,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "断线串", ["周舟"])
  const root = await sent(author, address, "谁去现场")
  await reader.goto(address)
  await said(reader, "谁去现场").hover()
  await said(reader, "谁去现场").getByRole("button", { name: "回复", exact: true }).click()
  const thread = reader.getByRole("complementary", { name: "回复" })
  await expect(thread).toBeVisible()
  await reader.context().setOffline(true)
  await sent(author, address, "我去", { threadId: root })
  await reader.context().setOffline(false)
  await expect(thread.getByText("我去", { exact: true })).toBeVisible()
})

test("what is edited is helped with like what is sent, and nothing of it is cut", async ({
  as,
}) => {
  const author = await as("Q016")
  await makeGroup(author, "长文修改", ["周舟"])
  await say(author, "下午三点碰一下")
  await more(author, "下午三点碰一下", "编辑")
  const dialog = author.getByRole("dialog", { name: "正在修改消息" })
  const text = dialog.getByRole("textbox", { name: "输入消息" })
  await expect(text).toHaveValue("下午三点碰一下")
  await expect(text).toBeFocused()
  await text.fill("尽快碰一下")
  await expect(dialog.getByRole("button", { name: /今天|明天|下周|周/ }).first()).toBeVisible()
  await text.fill("长".repeat(10_002))
  await expect(dialog.getByText("超出 2 字，删去后才能发送")).toBeVisible()
  await expect(dialog.getByRole("button", { name: "保存" })).toBeDisabled()
  expect((await text.inputValue()).length).toBe(10_002)
  await text.fill("下午三点半碰一下")
  await dialog.getByRole("button", { name: "保存" }).click()
  await expect(said(author, "下午三点半碰一下")).toBeVisible()
})

test("a message becomes a matter in one step, and each leads to the other", async ({ as }) => {
  const author = await as("Q016")
  const address = await makeGroup(author, "从话到事项", ["周舟"])
  await say(author, "展会物料要市场部一起准备")
  await more(author, "展会物料要市场部", "转为跨部门事项")
  const dialog = author.getByRole("dialog", { name: "新建事项" })
  await expect(dialog.getByLabel("事项描述")).toHaveValue("展会物料要市场部一起准备")
  await dialog.getByLabel("目标").fill("开展前一天到场")
  await dialog.getByLabel("涉及部门 1").selectOption({ label: "市场部" })
  await dialog.getByLabel("部门 1 负责的事").fill("备物料")
  await dialog.getByLabel("计划完成时间").fill("2031-05-20")
  await dialog.getByRole("button", { name: "新建事项" }).click()
  await expect(
    author.getByRole("heading", { level: 1, name: "展会物料要市场部一起准备" }),
  ).toBeVisible()
  const matter = new URL(author.url()).pathname
  await author
    .getByRole("main")
    .getByRole("link", { name: "展会物料要市场部一起准备" })
    .first()
    .click()
  await expect(author).toHaveURL(new RegExp(`${address}\\?message=\\d+`))
  await expect(
    said(author, "展会物料要市场部")
      .getByRole("link", { name: /展会物料/ })
      .first(),
  ).toHaveAttribute("href", matter)
})

test("a quote leads to what it quotes, however far back, in the group that is open, and again", async ({
  as,
}) => {
  const author = await as("Q011")
  const address = await makeGroup(author, "引回原处", ["周舟"])
  const first = await sent(author, address, "最早定下的口径")
  for (let nth = 1; nth <= 60; nth++) await sent(author, address, `往后第 ${nth} 句`)
  await sent(author, address, "口径见最早那句", { quoteId: first })
  await author.goto(address)
  await box(author).fill("写到一半")
  for (let time = 0; time < 2; time++) {
    await said(author, "口径见最早那句").getByRole("link").click()
    await expect(author.locator(`#m${first}`)).toBeInViewport()
    await expect(box(author)).toHaveValue("写到一半")
    await expect(async () => {
      await stream(author).evaluate((log) => log.scrollTo(0, log.scrollHeight))
      await expect(said(author, "口径见最早那句")).toBeInViewport({ timeout: 1_000 })
    }).toPass()
  }
})

test("an address of a record that is pasted shows the record as it stands, to who may see it", async ({
  as,
  portal,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const [task] = look<{ id: number; title: string }>(
    portal,
    `select id, name as title from tasks where owner_id =
       (select id from people where staff_no = 'Q011') limit 1`,
  )
  const address = await makeGroup(author, "贴链接", ["周舟"])
  await reader.goto(address)
  await box(author).fill(`进展看 ${new URL(author.url()).origin}/tasks/${task?.id}`)
  await box(author).press("Enter")
  const link = said(reader, "进展看").getByRole("link", { name: `/tasks/${task?.id}`, exact: true })
  await expect(link).toHaveAttribute("href", `/tasks/${task?.id}`)
  await expect(
    said(reader, "进展看")
      .getByText(task?.title ?? "")
      .first(),
  ).toBeVisible()
})

test("how long a message can be changed is the company's to say", async ({ as, portal }) => {
  const [admin, author] = [await as("Q001"), await as("Q010")]
  const address = await makeGroup(author, "改口的期限", [])
  const early = await sent(author, address, "一个半小时前说的")
  await sent(author, address, "刚刚说的")
  alter(portal, "update messages set at = at - 5400000 where id = ?", early)
  const allow = async (minutes: string) => {
    await admin.goto("/admin/settings#messages")
    const section = admin.locator("#messages")
    await section.getByLabel("发出后可以修改和撤回（分钟）").fill(minutes)
    await section.getByRole("button", { name: "保存" }).click()
    await expect(section.getByText("已保存")).toBeVisible()
  }
  const offered = async (text: string) => {
    await author.goto(address)
    await said(author, text).hover()
    await said(author, text).getByRole("button", { name: "更多", exact: true }).click()
    await expect(author.getByRole("menuitem", { name: "复制链接" })).toBeVisible()
    return author.getByRole("menuitem", { name: /^(编辑|撤回)$/ }).allTextContents()
  }
  expect(await offered("一个半小时前说的")).toEqual([])
  expect(await offered("刚刚说的")).toEqual(["编辑", "撤回"])
  await allow("120")
  expect(await offered("一个半小时前说的")).toEqual(["编辑", "撤回"])
  await allow("60")
  expect(await offered("一个半小时前说的")).toEqual([])
})
