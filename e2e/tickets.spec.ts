import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { expectReadable } from "./readable"
import { look } from "./visitor"

const title = "夜班打印不出交接单"
const secret = "先别提赔付，等法务"

const phone = { viewport: { width: 390, height: 844 } }

const numberOf = (portal: Portal, named: string): number =>
  look<{ id: number }>(portal, "select id from tickets where title = ?", named)[0]?.id ?? 0
const ownerOf = (portal: Portal, id: number): string =>
  look<{ staff_no: string }>(
    portal,
    "select p.staff_no from people p join tickets t on t.owner_id = p.id where t.id = ?",
    id,
  )[0]?.staff_no ?? ""

test("a client hands in a ticket, it finds its owner, who answers; the client sees it live and confirms", async ({
  as,
  asGuest,
  portal,
}) => {
  test.slow()
  const guest = await asGuest("何以舟", phone)
  await guest.goto("/g")
  await guest.getByRole("link", { name: "新建工单" }).click()
  await guest.getByLabel("一句话说明").fill(title)
  await guest.getByLabel("问题或需求").fill("昨晚 22 点起打印机没有反应，交接单都打不出来。")
  await guest.getByLabel("类别").selectOption({ label: "售后问题" })
  await guest.getByRole("button", { name: "提交" }).click()
  await expect(guest.getByRole("heading", { level: 1, name: title })).toBeVisible()
  const rail = guest.getByRole("list", { name: "处理进展" })
  await expect(rail.locator('[aria-current="step"]')).toContainText("待受理")
  await expect(guest.getByText("客服部")).toBeVisible()

  const id = numberOf(portal, title)
  const staff = await as(ownerOf(portal, id))
  await staff.goto("/")
  await staff.getByRole("region", { name: "等我答复的工单" }).getByText(title).click()
  await expect(staff.getByRole("heading", { level: 1, name: title })).toBeVisible()
  await staff.getByText("内部备注", { exact: true }).first().click()
  await expect(staff.getByText("只有同事能看到，客户看不到，也不会发给客户")).toBeVisible()
  await staff.getByLabel("写内部备注").fill(secret)
  await staff.getByRole("button", { name: "记为内部备注" }).click()
  await expect(staff.getByRole("region", { name: "往来" }).getByText(secret)).toBeVisible()

  await staff.getByText("回复客户", { exact: true }).first().click()
  await staff.getByLabel("写给客户的回复").fill("打印机驱动昨晚更新了，正在退回旧版。")
  await staff.getByRole("button", { name: "回复客户", exact: true }).click()
  await expect(guest.getByText("正在退回旧版")).toBeVisible({ timeout: 10_000 })
  await expect(rail.locator('[aria-current="step"]')).toContainText("处理中")

  await staff.getByLabel("写给客户的回复").fill("已退回旧版，请夜班再打一张。")
  await staff.getByRole("button", { name: "回复并请客户确认" }).click()
  await expect(guest.getByRole("region", { name: "问题解决了吗？" })).toBeVisible({
    timeout: 10_000,
  })
  expect(await guest.content()).not.toContain(secret)
  await expectReadable(guest, "the client's ticket")
  await guest.getByRole("button", { name: "确认已解决" }).click()
  await expect(guest.getByText("您已确认解决")).toBeVisible()
  await guest.getByRole("radio", { name: "5 分" }).check()
  await guest.getByRole("button", { name: "提交评价" }).click()
  await expect(guest.getByText("您的评价：5 分")).toBeVisible()
  await expect(staff.getByText("客户确认已解决").first()).toBeVisible({ timeout: 10_000 })
})

test("what is typed to a client while an answer is on its way stays, and only that", async ({
  as,
  portal,
}) => {
  const [open] = look<{ id: number; staff_no: string }>(
    portal,
    `select t.id, p.staff_no from tickets t join people p on p.id = t.owner_id
     where t.state = 'doing' order by t.id desc limit 1`,
  )
  const staff = await as(open?.staff_no ?? "")
  await staff.goto(`/tickets/${open?.id}`)
  const box = staff.getByLabel("写给客户的回复")
  await box.fill("第一句，马上就到")
  const { promise: held, resolve: go } = Promise.withResolvers<void>()
  await staff.route(`**/tickets/${open?.id}`, async (route) => {
    if (route.request().method() === "POST") await held
    await route.continue()
  })
  const sending = staff.waitForRequest((request) => request.method() === "POST")
  await staff.getByRole("button", { name: "回复客户", exact: true }).click()
  await sending
  await box.press("End")
  await box.pressSequentially("第二句还在写")
  go()
  await expect(
    staff.getByRole("region", { name: "往来" }).getByText("第一句，马上就到"),
  ).toBeVisible()
  await expect(box).toHaveValue("第二句还在写")
})

test("without a script a client says that it isn't solved yet", async ({ asGuest, portal }) => {
  const [waiting] = look<{ id: number }>(
    portal,
    `select t.id from tickets t join guest_invitations g on g.id = t.guest_id
     where t.state = 'waiting' and g.name = '何以舟'`,
  )
  const guest = await asGuest("何以舟", { ...phone, javaScriptEnabled: false })
  await guest.goto(`/g/tickets/${waiting?.id}`)
  await guest.getByText("还没解决", { exact: true }).click()
  await guest.getByLabel("请说明还有什么问题").fill("平板重启后又没有了")
  await guest.getByRole("button", { name: "还没解决，继续处理" }).click()
  await expect(guest.getByText("平板重启后又没有了")).toBeVisible()
  expect(look(portal, "select state from tickets where id = ?", waiting?.id)).toEqual([
    { state: "doing" },
  ])
})

test("another department has no such ticket", async ({ as, portal }) => {
  const [open] = look<{ id: number }>(
    portal,
    `select id from tickets where state = 'waiting' and department_id =
     (select id from departments where name = '客服部')`,
  )
  expect((await (await as("Q050")).goto(`/tickets/${open?.id}`))?.status()).toBe(200)
  expect((await (await as("Q020")).goto(`/tickets/${open?.id}`))?.status()).toBe(404)
})
