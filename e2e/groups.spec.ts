import { expect, test } from "./fixtures"

const address = (url: string) => new URL(url).pathname

test("who makes a group brings people in; they see it at once, and nothing more once they are out", async ({
  as,
}) => {
  const head = await as("Q016")
  await head.goto("/groups/new")
  await head.getByLabel("组名称").fill("冬季版本 V3.4")
  await head.getByLabel("成员").fill("chen")
  await head.getByRole("option", { name: /陈晨/ }).click()
  await head.getByRole("button", { name: "新建沟通组" }).click()
  await expect(head.getByRole("heading", { level: 1, name: "冬季版本 V3.4" })).toBeVisible()
  const group = address(head.url())

  const member = await as("Q011")
  await member.goto(`${group}/members`)
  await expect(member.getByRole("heading", { level: 1, name: "冬季版本 V3.4" })).toBeVisible()
  await expect(member.getByRole("button", { name: "添加" })).toHaveCount(0)
  const outside = await as("Q013")
  expect((await outside.goto(`${group}/members`))?.status()).toBe(404)

  await head.goto(`${group}/members`)
  await head.getByRole("combobox", { name: "成员" }).fill("fangyuan")
  await head.getByRole("option", { name: /方圆/ }).click()
  await head.getByRole("button", { name: "添加", exact: true }).click()
  await expect(head.getByText("已添加")).toBeVisible()
  await expect(member.getByRole("link", { name: "方圆", exact: true })).toBeVisible()
  await outside.reload()
  await expect(outside.getByRole("heading", { level: 1, name: "冬季版本 V3.4" })).toBeVisible()

  await head.getByRole("button", { name: "方圆 的操作" }).click()
  const groupId = Number(group.split("/").at(-1))
  const say = () =>
    outside.request.post("/groups/messages/send", {
      data: { groupId, body: "我还在吗" },
      headers: { "sec-fetch-site": "same-origin" },
    })
  expect((await say()).status()).toBe(200)
  await head.getByRole("button", { name: "移出本组" }).last().click()
  await expect(outside.getByRole("heading", { name: "这条内容已不再对你开放" })).toBeVisible()
  expect((await say()).status()).toBe(404)
  await expect(member.getByRole("link", { name: "方圆", exact: true })).toHaveCount(0)
})

test("somebody asks to come in, a manager says yes, and they are in", async ({ as }) => {
  const manager = await as("Q002")
  const newcomer = await as("Q011")
  await newcomer.goto("/groups/browse")
  await newcomer.getByText("申请加入", { exact: true }).click()
  await newcomer.getByLabel("说明（可不填）").fill("想看十二月的那本")
  await newcomer.getByRole("button", { name: "发送申请" }).click()
  await expect(newcomer.getByText("已申请，等管理者同意")).toBeVisible()

  await manager.goto("/inbox")
  await manager
    .getByRole("link", { name: /读书会/ })
    .first()
    .click()
  await manager.waitForURL(/\/groups\/\d+/)
  const group = address(manager.url())
  await manager.goto(`${group}/members`)
  await expect(manager.getByText("想看十二月的那本")).toBeVisible()
  await manager.getByRole("button", { name: "同意 陈晨 加入" }).click()
  await expect(manager.getByRole("region", { name: "加入申请" })).toHaveCount(0)
  await newcomer.goto(`${group}/members`)
  await expect(newcomer.getByRole("heading", { level: 1, name: "读书会" })).toBeVisible()
})

test("an announcement is published, and its manager sees who has read it", async ({ as }) => {
  const manager = await as("Q055")
  await manager.goto("/groups/new")
  await manager.getByLabel("组名称").fill("双十二值守")
  await manager.getByLabel("成员").fill("冯知夏")
  await manager.getByRole("option", { name: /冯知夏/ }).click()
  await manager.getByRole("button", { name: "新建沟通组" }).click()
  await manager.waitForURL(/\/groups\/\d+$/)
  const page = `${address(manager.url())}/announcement`
  await manager.goto(page)
  await manager.getByLabel("沟通主题").fill("值守与升级")
  await manager.getByLabel(/紧急消息答复时限/).fill("5")
  await manager.getByRole("button", { name: "发布", exact: true }).click()
  await expect(manager.getByRole("heading", { level: 2, name: "值守与升级" })).toBeVisible()
  await expect(manager.getByText("一般 2 个工作小时，紧急 5 分钟")).toBeVisible()
  await expect(manager.getByText("未读 1")).toBeVisible()

  const member = await as("Q107")
  await member.goto(page)
  await expect(member.getByText("未读 0")).toBeVisible()
  await manager.reload()
  await expect(manager.getByText("已读 2")).toBeVisible()
})

test("发消息 on a profile opens the one private chat of two people", async ({ as }) => {
  const first = await as("Q030")
  const second = await as("Q040")
  await first.goto("/people")
  await first.getByRole("link", { name: "金朵" }).first().click()
  await first.getByRole("button", { name: "发消息" }).click()
  await first.waitForURL(/\/groups\/\d+$/)
  await expect(first.getByRole("heading", { level: 1, name: "金朵" })).toBeVisible()
  await second.goto("/people")
  await second.getByRole("link", { name: "向阳" }).first().click()
  await second.getByRole("button", { name: "发消息" }).click()
  await second.waitForURL(/\/groups\/\d+$/)
  await expect(second.getByRole("heading", { level: 1, name: "向阳" })).toBeVisible()
  expect(address(second.url())).toBe(address(first.url()))
})

test("the dialog lies over any page, and makes a private chat of whom one names", async ({
  as,
}) => {
  const page = await as("Q010")
  await page.goto("/tasks")
  await page.getByRole("button", { name: "新建", exact: true }).click()
  await page.getByRole("link", { name: "新建沟通组" }).click()
  const dialog = page.getByRole("dialog", { name: "新建沟通组" })
  await dialog.getByText("私聊", { exact: true }).click()
  await expect(dialog.getByLabel("组名称")).toBeHidden()
  await dialog.getByLabel("成员").fill("许诺")
  await dialog.getByRole("option", { name: /许诺/ }).click()
  await dialog.getByRole("button", { name: "新建沟通组" }).click()
  await page.waitForURL(/\/groups\/\d+$/)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole("heading", { level: 1, name: "许诺" })).toBeVisible()
})

test("without JavaScript a group is made, joined and left", async ({ as }) => {
  const page = await as("Q020", { javaScriptEnabled: false })
  await page.goto("/groups/new")
  await page.getByLabel("组名称").fill("展会筹备")
  await page.getByLabel("成员").fill("苏苏、没有这个人")
  await page.getByRole("button", { name: "新建沟通组" }).click()
  await expect(page.getByText("没有找到这个人，请输入姓名、工号或邮箱")).toBeVisible()
  await expect(page.getByLabel("组名称")).toHaveValue("展会筹备")
  await page.getByLabel("成员").fill("苏苏、何博文")
  await page.getByRole("button", { name: "新建沟通组" }).click()
  await page.waitForURL(/\/groups\/\d+$/)

  await page.goto("/groups/browse")
  await page.getByRole("button", { name: "加入 报修与行政通知" }).click()
  await page.waitForURL(/\/groups\/\d+$/)
  await page.goto(`${address(page.url())}/members`)
  await page.getByRole("button", { name: "退出本组" }).click()
  await page.waitForURL(/\/groups$/)
})
