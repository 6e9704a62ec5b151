import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"
import { look } from "./visitor"

const name = "杭州拱墅晨光印务有限公司"

/** 梁音 enters a client; one that is there already is pointed out first. */
async function enter(page: Page): Promise<void> {
  await page.goto("/clients")
  await page.getByRole("link", { name: "新建客户" }).first().click()
  const dialog = page.getByRole("dialog", { name: "新建客户" })
  await dialog.getByLabel("客户名称").fill("远山科技")
  await expect(dialog.getByText("可能已经有这个客户")).toBeVisible()
  await expect(dialog.getByRole("link", { name: "杭州远山科技有限公司" })).toBeVisible()
  await dialog.getByLabel("客户名称").fill(name)
  await expect(dialog.getByText("可能已经有这个客户")).toBeHidden()
  await dialog.getByLabel("统一社会信用代码").fill("91330100799655058C")
  await dialog.getByLabel("姓名", { exact: true }).fill("墨白")
  await dialog.getByLabel("电话").fill("13655556666")
  await dialog.getByRole("button", { name: "新建客户" }).click()
  await expect(dialog.getByText(/统一社会信用代码不对/)).toBeVisible()
  await dialog.getByLabel("统一社会信用代码").fill("91330100799655058B")
  await dialog.getByRole("button", { name: "新建客户" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}

/** 记录沟通: the method, what was said, and when one speaks again. */
async function record(page: Page, topic: string): Promise<void> {
  await page.getByRole("link", { name: "记录沟通" }).click()
  const dialog = page.getByRole("dialog", { name: /记录沟通/ })
  await dialog.getByText("线上", { exact: true }).click()
  await dialog.getByLabel("沟通主题").fill(topic)
  await dialog.getByLabel("跟进计划").fill("寄样品")
  await dialog.getByRole("button", { name: "1 周" }).click()
  await dialog.getByRole("button", { name: "保存" }).click()
  await expect(dialog).toBeHidden()
}

test("a client is entered once, spoken with, and handed over when both agree", async ({ as }) => {
  const [owner, heir, editor] = [await as("Q031"), await as("Q032"), await as("Q118")]
  await enter(owner)
  const address = new URL(owner.url()).pathname
  await record(owner, "问印刷机保养怎么排")
  const timeline = owner.getByRole("region", { name: "往来" })
  await expect(timeline.getByText("问印刷机保养怎么排")).toBeVisible()
  await expect(timeline.getByText("外部沟通").first()).toBeVisible()
  await expect(owner.getByRole("region", { name: "待跟进" })).toContainText("寄样品")
  await expect(owner.getByText("13655556666").last()).toBeVisible()

  // A colleague has the mask, and asks for the whole.
  await editor.goto(address)
  await expect(editor.getByText("136****6666").last()).toBeVisible()
  expect(await editor.content()).not.toContain("13655556666")
  await editor.getByRole("button", { name: "查看墨白的电话" }).first().click()
  await expect(editor.getByText("13655556666").last()).toBeVisible()

  // 南乔 has no trace of it until she is asked to take it over.
  expect((await heir.goto(address))?.status()).toBe(404)
  await owner.getByRole("link", { name: "移交" }).first().click()
  await owner.getByLabel("移交给").fill("nanqiao")
  await owner.getByRole("option", { name: /南乔/ }).click()
  await owner.getByLabel("交接说明").fill("样品已经寄出，周四问收到没有")
  await owner.getByRole("button", { name: "发起移交" }).click()
  const notice = owner.getByRole("region", { name: "移交客户" })
  await expect(notice).toContainText("等南乔确认")
  await heir.goto("/inbox")
  await expect(heir.getByText(name).first()).toBeVisible()
  await heir.goto(address)
  await heir.getByRole("button", { name: "确认接手" }).click()
  await expect(heir.getByRole("region", { name: "待跟进" })).toContainText("寄样品")
  await expect(heir.getByText("13655556666").last()).toBeVisible()
  await heir.goto("/clients?view=mine")
  await expect(heir.getByRole("link", { name })).toBeVisible()
  // It is another department's now.
  expect((await owner.goto(address))?.status()).toBe(404)
})

test("a client's people are let in to its files: they see a new one live, and hand in their own", async ({
  as,
  lend,
  portal,
}) => {
  test.slow()
  const [client] = look<{ id: number; name: string }>(
    portal,
    "select id, name from clients where short_name = '远山科技'",
  )
  const owner = await as("Q031")
  await owner.goto(`/clients/${client?.id}`)
  const shelf = owner.getByRole("region", { name: "客户文件" }).last()
  const put = (name: string, text: string) =>
    shelf
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) })
  await put("接口说明.txt", "周三上午见")
  await expect(shelf.getByRole("link", { name: "接口说明.txt" })).toBeVisible()

  await shelf.getByRole("link", { name: "邀请客户查看" }).click()
  const form = owner.getByRole("dialog", { name: "外部邀请" })
  await form.getByLabel("姓名").fill("苏白")
  await form.getByLabel("单位").fill("远山科技")
  await form.getByLabel("事由").fill("接口联调")
  const wanted = `「${client?.name}」的客户文件查阅和上传`
  await form.getByLabel("第 1 项").selectOption({ label: wanted })
  await expect(form.getByText(`仅限${wanted}`)).toBeVisible()
  await form.getByRole("button", { name: "外部邀请" }).click()
  const link = (await form.getByText(/\/g\/[\w-]{20,}/).textContent()) ?? ""

  const guest = await lend()
  await guest.goto(`${portal.url}${new URL(link.trim()).pathname}`)
  await guest.getByRole("button", { name: "打开" }).click()
  await guest.waitForURL((at) => at.pathname === "/g")
  await guest.getByRole("link", { name: client?.name }).click()
  await expect(guest.getByRole("link", { name: /接口说明\.txt/ })).toBeVisible()
  await expectReadable(guest, "client's files for its people")

  await owner.goto(`/clients/${client?.id}`)
  await expect(shelf).toContainText(/外部沟通：苏白.*能看到这里的文件/)
  await put("名单.txt", "身份证 11010519491231002X")
  const stop = owner.getByRole("dialog", { name: "这里有公司外的人" })
  await expect(stop.getByText("名单.txt")).toBeVisible()
  await stop.getByRole("button", { name: "取消" }).click()
  await expect(stop).toHaveCount(0)
  await put("联调安排.txt", "周四下午")
  await expect(shelf.getByRole("link", { name: "联调安排.txt" })).toBeVisible()
  await expect(guest.getByRole("link", { name: /联调安排\.txt/ })).toBeVisible()
  await expect(guest.getByRole("link", { name: /名单\.txt/ })).toHaveCount(0)

  await guest
    .getByLabel("选择文件")
    .setInputFiles({ name: "我方地址.txt", mimeType: "text/plain", buffer: Buffer.from("见附页") })
  await guest.getByRole("button", { name: "上传文件" }).click()
  await expect(shelf.getByRole("link", { name: "我方地址.txt" })).toBeVisible()
  const timeline = owner.getByRole("region", { name: "往来" })
  await expect(timeline.getByRole("listitem").filter({ hasText: "我方地址.txt" })).toContainText(
    /苏白\s*外部/,
  )
})
