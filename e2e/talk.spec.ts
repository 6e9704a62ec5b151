import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { box, makeGroup, more, said, say, stream } from "./talking"
import { alter, look } from "./visitor"

const lineOf = (page: Page, group: string) =>
  page.getByRole("navigation", { name: "消息列表" }).getByRole("link", { name: group }).first()

test("three see it as it happens: who has read, what is answered beside, and what is taken back", async ({
  as,
}) => {
  const [author, first, second] = [await as("Q016"), await as("Q010"), await as("Q011")]
  const address = await makeGroup(author, "三人值守", ["周舟", "陈晨"])
  await say(author, "20:00 冻结代码，冻结前请合并")
  const own = said(author, "20:00 冻结代码")
  await expect(own.getByRole("button", { name: "2人未读" })).toBeVisible()
  await first.goto(address)
  await expect(said(first, "20:00 冻结代码")).toBeVisible()
  await expect(own.getByRole("button", { name: "1人未读" })).toBeVisible()
  await second.goto(address)
  await expect(own.getByText("全部已读")).toBeVisible()

  const row = said(first, "20:00 冻结代码")
  await row.hover()
  await row.getByRole("button", { name: "回复", exact: true }).click()
  const thread = first.getByRole("complementary", { name: "回复" })
  await thread.getByRole("textbox", { name: "输入消息" }).fill("后端 19:30 合并完")
  await first.keyboard.press("Enter")
  for (const page of [author, second]) {
    await expect(said(page, "20:00 冻结代码").getByText("1 条回复")).toBeVisible()
    await expect(stream(page).getByText("后端 19:30 合并完")).toHaveCount(0)
  }
  const answer = thread.locator("article", { hasText: "后端 19:30 合并完" })
  await expect(answer.getByRole("button", { name: "2人未读" })).toBeVisible()
  await said(second, "20:00 冻结代码")
    .getByRole("button", { name: /1 条回复/ })
    .click()
  const beside = second.getByRole("complementary", { name: "回复" })
  await expect(beside.getByText("后端 19:30 合并完")).toBeVisible()
  // Who only stands at the end of the stream hasn't read what was answered beside it.
  await expect(answer.getByRole("button", { name: "1人未读" })).toBeVisible()
  await answer.getByRole("button", { name: "1人未读" }).click()
  const readers = first.getByRole("dialog", { name: "已读情况" })
  await expect(readers.getByText("柯南星")).toBeVisible()
  await first.keyboard.press("Escape")

  await more(author, "20:00 冻结代码", "撤回")
  for (const page of [author, first, second]) {
    await expect(stream(page).getByText("柯南星 撤回了一条消息")).toBeVisible()
    await expect(page.getByText("20:00 冻结代码，冻结前请合并")).toHaveCount(0)
  }
})

test("a message is passed on with its file and whose words it holds, and the way back to it", async ({
  as,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q011")]
  const from = await makeGroup(author, "压测小组", ["周舟"])
  await author
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "压测结论.txt", mimeType: "text/plain", buffer: Buffer.from("通过") })
  await expect(author.getByText("压测结论.txt").first()).toBeVisible()
  await say(author, "三档都跑完了，结论见附件")
  const to = await makeGroup(author, "版本通报", ["陈晨"])
  await reader.goto(to)
  await author.goto(from)
  await more(author, "三档都跑完了", "转发")
  const dialog = author.getByRole("dialog", { name: "转发到" })
  await dialog.getByLabel("沟通组").selectOption({ label: "版本通报" })
  await dialog.getByLabel("附言").fill("请安排发布")
  await dialog.getByRole("button", { name: "转发" }).click()
  await expect(author.getByText("已转发到「版本通报」")).toBeVisible()

  const passed = said(reader, "三档都跑完了")
  await expect(passed.getByText("请安排发布")).toBeVisible()
  const file = passed.getByRole("link", { name: /压测结论.txt/ })
  const bytes = await reader.request.get((await file.getAttribute("href")) ?? "")
  expect([bytes.status(), await bytes.text()]).toEqual([200, "通过"])
  const source = passed.getByRole("link", { name: /转发自 柯南星/ })
  const address = (await source.getAttribute("href")) ?? ""
  // The way back is for who is there; others have what was passed on, and nothing more.
  expect((await reader.goto(address))?.status()).toBe(404)
  await author.goto(to)
  await said(author, "三档都跑完了")
    .getByRole("link", { name: /转发自 柯南星/ })
    .click()
  await expect(author).toHaveURL(new RegExp(from))
  await expect(said(author, "三档都跑完了，结论见附件")).toBeInViewport()
})

test("one goes to a day, and stands at what was said first on it", async ({ as, portal }) => {
  const page = await as("Q016")
  const [group] = look<{ id: number }>(portal, "select id from groups where name = '秋季版本 V3.2'")
  const days = look<{ day: string; id: number; body: string }>(
    portal,
    `select date(at / 1000, 'unixepoch', '+8 hours') as day, id, body, min(seq)
     from messages where group_id = ? and thread_id is null group by day order by day`,
    group?.id,
  )
  const wanted = days[Math.floor(days.length / 3)]
  await page.goto(`/groups/${group?.id}`)
  await page.getByRole("button", { name: "在本组查找" }).click()
  await page.getByLabel("跳到日期").fill(wanted?.day ?? "")
  const first = page.locator(`#m${wanted?.id}`)
  await expect(first).toBeInViewport()
  const [top, above] = [await first.boundingBox(), await stream(page).boundingBox()]
  expect((top?.y ?? 0) - (above?.y ?? 0)).toBeLessThan(80)
})

test("what one marks as unread is unread on the other device too, from there on, until more is read", async ({
  as,
}) => {
  const [author, here, there] = [await as("Q016"), await as("Q010"), await as("Q010")]
  const address = await makeGroup(author, "排班通知", ["周舟"])
  for (const text of ["周一段立", "周二石磊", "周三许诺"]) await say(author, text)
  await there.goto("/groups")
  await expect(lineOf(there, "排班通知").getByText("3 条未读")).toBeAttached()
  await here.goto(address)
  await expect(lineOf(there, "排班通知").getByText(/条未读/)).toHaveCount(0)
  await more(here, "周二石磊", "从这里标为未读")
  for (const page of [here, there])
    await expect(lineOf(page, "排班通知").getByText("2 条未读")).toBeAttached()
  await expect(stream(here).getByText(/2 条新消息/)).toBeVisible()
  await say(author, "周四安然")
  await expect(said(here, "周四安然")).toBeVisible()
  for (const page of [here, there])
    await expect(lineOf(page, "排班通知").getByText(/条未读/)).toHaveCount(0)
})

test("a draft is marked in the list of one's other device while it stands; one in a thread waits there", async ({
  as,
}) => {
  const [here, there] = [await as("Q016"), await as("Q016")]
  const address = await makeGroup(here, "草稿试验", ["周舟"])
  await there.goto("/groups")
  await expect(lineOf(there, "草稿试验")).toBeVisible()
  await here.goto(address)
  await box(here).pressSequentially("下周排班先这样")
  await expect(lineOf(there, "草稿试验").getByText("[草稿]")).toBeVisible()
  await box(here).press("Enter")
  await expect(lineOf(there, "草稿试验").getByText("[草稿]")).toHaveCount(0)
  await expect(lineOf(there, "草稿试验").getByText("下周排班先这样")).toBeVisible()

  const inThread = async (page: Page) => {
    const row = said(page, "下周排班先这样")
    await row.hover()
    await row.getByRole("button", { name: "回复", exact: true }).click()
    const thread = page.getByRole("complementary", { name: "回复" })
    return { row, thread, field: thread.getByRole("textbox", { name: "输入消息" }) }
  }
  const begun = await inThread(here)
  const kept = here.waitForResponse((answer) => answer.url().endsWith("/messages/draft"))
  await begun.field.pressSequentially("周三换石磊")
  await kept
  await lineOf(there, "草稿试验").click()
  await expect(box(there)).toBeVisible()
  const goneOn = await inThread(there)
  await expect(goneOn.field).toHaveValue("周三换石磊")
  await expect(box(there)).toHaveValue("")
  await goneOn.field.press("Enter")
  await expect(begun.thread.locator("article", { hasText: "周三换石磊" })).toBeVisible()
  await begun.thread.getByRole("button", { name: "关闭回复" }).click()
  // The focus is back at the message, but whoever has a mouse in hand sees no buttons away from it.
  await here.mouse.move(0, 0)
  await expect(begun.row.locator("*:focus").or(begun.row.and(here.locator(":focus")))).toBeVisible()
  await expect(begun.row.getByRole("toolbar")).toHaveCSS("opacity", "0")
  await expect((await inThread(here)).field).toHaveValue("")
})

test("a long talk opens at the first of what is new; above it one goes back without losing one's place", async ({
  as,
  portal,
}) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "长谈", ["周舟"])
  const groupId = Number(address.split("/").at(-1))
  for (let nth = 1; nth <= 90; nth++)
    await author.request.post("/groups/messages/send", {
      data: { groupId, body: `记录 ${nth} 号`, key: `long-${nth}` },
      headers: { "sec-fetch-site": "same-origin" },
    })
  alter(
    portal,
    `insert into read_positions (person_id, group_id, seq)
     select id, ?, 70 from people where staff_no = 'Q010'
     on conflict (person_id, group_id) do update set seq = excluded.seq`,
    groupId,
  )
  await reader.goto(address)
  await expect(stream(reader).getByText(/20 条新消息/)).toBeInViewport()
  await expect(said(reader, "记录 71 号")).toBeInViewport()

  // Who reaches the top of what is there is given what lies above, and stays where they look.
  const first = stream(reader).locator("article").first()
  const number = /记录 (\d+) 号/.exec((await first.textContent()) ?? "")?.[1]
  const mark = said(reader, `记录 ${number} 号`)
  await mark.scrollIntoViewIfNeeded()
  const before = (await mark.boundingBox())?.y
  await expect(first).not.toContainText(`记录 ${number} 号`)
  expect(Math.abs(((await mark.boundingBox())?.y ?? 0) - (before ?? 0))).toBeLessThan(3)

  await reader.getByRole("button", { name: "在本组查找" }).click()
  await reader.getByRole("searchbox", { name: "在本组查找" }).fill("记录 3 号")
  await reader
    .getByRole("complementary", { name: "在本组查找" })
    .getByText("记录 3 号", { exact: true })
    .click()
  await expect(said(reader, "记录 3 号").first()).toBeInViewport()
  await expect(reader.getByText("这里是对话的开头")).toBeAttached()
})

test("a picture that is pasted goes along and is seen by the others", async ({ as }) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "截图讨论", ["周舟"])
  await reader.goto(address)
  await box(author).evaluate((field) => {
    const dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    const bytes = Uint8Array.from(atob(dot), (letter) => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], "报错截图.png", { type: "image/png" }))
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }))
  })
  await expect(author.getByText("报错截图.png")).toBeVisible()
  await say(author, "登录后就是这样")
  const picture = said(reader, "登录后就是这样").getByRole("img", { name: "报错截图.png" })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
})

test("who has the talk before them is said quietly, and no longer once they look elsewhere", async ({
  as,
}) => {
  const [first, second] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(first, "夜间值守", ["周舟"])
  await second.goto(address)
  await expect(first.getByText("周舟 在线")).toBeVisible()
  await expect(second.getByText("柯南星 在线")).toBeVisible()
  await box(second).pressSequentially("我先看日志")
  await expect(first.getByText("周舟 正在输入")).toBeVisible()
  await second.goto("/tasks")
  await expect(first.getByText("周舟 在线")).toHaveCount(0)
})

test("a message becomes a task in one step, and each leads to the other", async ({ as }) => {
  const [author, reader] = [await as("Q016"), await as("Q010")]
  const address = await makeGroup(author, "从话到事", ["周舟"])
  await say(author, "周五前把回退脚本走一遍")
  await reader.goto(address)
  const row = said(reader, "周五前把回退脚本走一遍")
  await row.hover()
  await row.getByRole("button", { name: "转为任务" }).click()
  const dialog = reader.getByRole("dialog", { name: "新建任务" })
  await expect(dialog.getByLabel("任务名称")).toHaveValue("周五前把回退脚本走一遍")
  await dialog.getByLabel("负责人").fill("zhouzhou")
  await dialog.getByRole("option", { name: /周舟/ }).click()
  await dialog.getByLabel("任务名称").press("Control+Enter")
  await expect(reader.getByRole("heading", { level: 1, name: /回退脚本/ })).toBeVisible()
  // Under the message it stands at once; who may not see the task sees that something is there.
  await expect(
    said(author, "周五前把回退脚本走一遍").getByText("你没有权限查看这条内容"),
  ).toBeVisible()
  await reader
    .getByRole("main")
    .getByRole("link", { name: "周五前把回退脚本走一遍" })
    .first()
    .click()
  await expect(reader).toHaveURL(new RegExp(`${address}\\?message=\\d+`))
  await expect(said(reader, "周五前把回退脚本走一遍")).toBeInViewport()
  const made = said(reader, "周五前把回退脚本走一遍").getByRole("link", { name: /回退脚本/ })
  await expect(made).toHaveAttribute("href", /^\/tasks\/\d+$/)
})

test("the name of a long file gives up its middle, and can be read whole", async ({ as }) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 } })
  await makeGroup(page, "长文件名", ["周舟"])
  const name = "2026-第四季度-东港物流-跨境仓储系统集成方案-最终确认版-v12.pdf"
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") })
  await expect(page.getByRole("button", { name: `去掉文件 ${name}` })).toBeVisible()
  await say(page, "最终版")
  const link = said(page, "最终版").getByRole("link", { name })
  await expect(link.getByText("认版-v12.pdf", { exact: true })).toBeVisible()
  const edges = async () => {
    const [file, row] = [await link.boundingBox(), await said(page, "最终版").boundingBox()]
    return (file?.x ?? 0) + (file?.width ?? 0) - ((row?.x ?? 0) + (row?.width ?? 0))
  }
  // Within the page's own margin.
  expect(await edges()).toBeLessThanOrEqual(-16)
})
