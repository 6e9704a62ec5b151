import { docxOf, pdfOf } from "../tests/sample-files"
import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { cookieOf, guestCookieOf, look } from "./visitor"

const idCard = "11010519491231002X"

/** The group of 远山科技, where 顾远 reads along, and who is in it. */
function place(portal: Portal) {
  const [group] = look<{ id: number }>(portal, "select id from groups where name = '远山科技'")
  const members = look<{ staff_no: string; role: string; name: string }>(
    portal,
    `select p.staff_no, m.role, p.name from group_members m join people p on p.id = m.person_id
     where m.group_id = ? order by m.role = 'manager' desc, p.id`,
    group?.id,
  )
  return { id: group?.id ?? 0, members }
}

/** Somebody of the group who leads nobody and administers nothing, and their head. */
function author(portal: Portal) {
  const { id } = place(portal)
  const [row] = look<{ staff_no: string; head: string }>(
    portal,
    `select p.staff_no, h.staff_no as head from group_members m
     join people p on p.id = m.person_id
     join departments d on d.id = p.department_id
     join people h on h.id = d.head_id
     where m.group_id = ? and h.id <> p.id
       and not exists (select 1 from departments x where x.head_id = p.id)
       and not exists (select 1 from person_duties y where y.person_id = p.id)
     order by p.id limit 1`,
    id,
  )
  return { group: id, staffNo: row?.staff_no ?? "", head: row?.head ?? "" }
}

const send = (portal: Portal, cookie: string, body: object) =>
  fetch(`${portal.url}/groups/messages/send`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie },
    body: JSON.stringify(body),
  })

test("a raw POST of an identity number is refused where a guest reads, whatever it leaves out", async ({
  portal,
}) => {
  const { group, staffNo } = author(portal)
  const cookie = await cookieOf(portal, staffNo)
  const body = `身份证 ${idCard}`
  const bare = await send(portal, cookie, { groupId: group, body })
  expect(bare.status).toBe(409)
  const answer = await bare.json()
  expect(answer.current.outward.finds).toEqual([{ kind: "id_card", index: 4, length: 18 }])
  expect(JSON.stringify(answer)).not.toContain(idCard)
  const tries = [
    { outward: "release", outwardReason: "想发" },
    { confirmed: 99 },
    { outward: "ask" },
    { outward: "anything" },
    { passed: { asked: null, text: body, original: null, finds: null } },
  ]
  for (const more of tries) {
    const tried = await send(portal, cookie, { groupId: group, body, ...more })
    expect([more, tried.status >= 400]).toEqual([more, true])
  }
  const spread = await send(portal, cookie, {
    groupId: group,
    body: "１１０１０５\u200b１９４９１２３１００２Ｘ",
  })
  expect(spread.status).toBe(409)
  const said = look<{ n: number }>(
    portal,
    "select count(*) as n from messages where body like ?",
    `%${idCard}%`,
  )
  expect(said).toEqual([{ n: 0 }])
})

test("stopped, masked, seen masked by the guest at once; a colleague opens the original", async ({
  as,
  asGuest,
  portal,
}) => {
  const { group, staffNo } = author(portal)
  const guest = await asGuest("顾远")
  await guest.goto(`${portal.url}/g/groups/${group}`)
  await expect(guest.getByText("升级当晚我们留两个人").first()).toBeVisible()

  const page = await as(staffNo)
  await page.goto(`/groups/${group}`)
  const box = page.getByRole("textbox", { name: "输入消息" })
  await box.fill(`请核对身份证 ${idCard}，电话 13812345678`)
  await box.press("Enter")
  const dialog = page.getByRole("dialog", { name: "这里有公司外的人" })
  await expect(dialog.locator("mark")).toHaveText([idCard, "13812345678"])
  await expect(dialog.getByText("发现 2 处敏感信息")).toBeVisible()
  await expect(guest.getByText("请核对身份证")).toHaveCount(0)
  await dialog.getByRole("button", { name: "脱敏后发送" }).click()
  await expect(dialog).toHaveCount(0)

  await expect(guest.getByText("138****5678")).toBeVisible()
  expect(await guest.content()).not.toMatch(/13812345678|11010519491231002X/)
  const row = page.locator("article", { hasText: "请核对身份证" })
  await expect(row.getByText("138****5678")).toBeVisible()
  await row.getByRole("button", { name: "查看原文" }).click()
  await expect(row.getByText(idCard)).toBeVisible()

  const [message] = look<{ id: number }>(
    portal,
    "select id from messages where body like '请核对身份证%'",
  )
  for (const address of [`/groups/data/original?message=${message?.id}`, "/search?q=13812345678"]) {
    const answer = await fetch(`${portal.url}${address}`, {
      headers: { cookie: guestCookieOf(portal, "顾远") },
    })
    expect(await answer.text()).not.toContain(idCard)
  }
})

test("asked for release, the head decides from the inbox, and it goes out by itself", async ({
  as,
  asGuest,
  portal,
}) => {
  const { group, staffNo, head } = author(portal)
  const page = await as(staffNo)
  await page.goto(`/groups/${group}`)
  const box = page.getByRole("textbox", { name: "输入消息" })
  await box.fill(`放行这个号码 13987654321`)
  await box.press("Enter")
  const dialog = page.getByRole("dialog", { name: "这里有公司外的人" })
  await dialog.getByRole("button", { name: "申请放行" }).click()
  await dialog.getByLabel("理由").fill("对方司机要打这个电话")
  await dialog.getByRole("button", { name: "申请放行" }).click()
  await expect(page.getByText("已申请放行，放行后自动发出")).toBeVisible()
  const [asked] = look<{ id: number }>(
    portal,
    "select id from outward_requests where reason like '对方司机%'",
  )

  const leader = await as(head)
  await leader.goto("/inbox")
  await leader
    .getByRole("link", { name: /放行这个号码/ })
    .first()
    .click()
  await expect(leader.getByText("13987654321")).toBeVisible()
  await leader.getByRole("button", { name: "放行", exact: true }).click()
  await expect(leader.getByText("已发出")).toBeVisible()

  const guest = await asGuest("顾远")
  await guest.goto(`${portal.url}/g/groups/${group}`)
  await expect(guest.getByText("放行这个号码 13987654321")).toBeVisible()
  const requests = await guest.goto(`${portal.url}/outward/${asked?.id}`)
  expect(new URL(requests?.url() ?? "").pathname).toBe("/login")
  const events = look<{ data: string }>(portal, "select data from events where kind = 'outward'")
  expect(JSON.stringify(events)).not.toContain("13987654321")
})

test("without a script the form says what was found and offers the ways", async ({
  as,
  portal,
}) => {
  const { group, staffNo } = author(portal)
  const page = await as(staffNo, { javaScriptEnabled: false })
  await page.goto(`${portal.url}/groups/${group}`)
  await page.getByLabel("输入消息").fill("没有脚本的号码 13700001111")
  await page.getByRole("button", { name: "发送", exact: true }).click()
  await expect(page.locator("mark")).toHaveText(["13700001111"])
  await page.getByRole("button", { name: "脱敏后发送" }).click()
  await expect(page.getByText("没有脚本的号码 137****1111", { exact: true })).toBeVisible()
})

test("a file with an identity number stops, says so by name, and can be asked for; a broken one is its sender's to decide", async ({
  as,
  portal,
}) => {
  const { group, staffNo } = author(portal)
  const page = await as(staffNo)
  await page.goto(`/groups/${group}`)
  const box = page.getByRole("textbox", { name: "输入消息" })
  const put = async (name: string, buffer: Uint8Array) => {
    const files = [{ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) }]
    await page.locator('input[type="file"]').first().setInputFiles(files)
  }
  await put("员工名单.docx", await docxOf(`身份证 ${idCard}`))
  await box.fill("名单在附件里")
  await expect(page.getByText("员工名单.docx")).toBeVisible()
  await page.getByRole("button", { name: "发送", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "这里有公司外的人" })
  await expect(dialog.getByText("员工名单.docx")).toBeVisible()
  await expect(dialog.getByText("身份证号")).toBeVisible()
  await expect(dialog.getByRole("button", { name: "脱敏后发送" })).toHaveCount(0)
  await dialog.getByRole("button", { name: "不是敏感信息" }).click()
  await expect(dialog.getByText("已反馈给管理员")).toBeVisible()
  expect(look(portal, "select shown from false_finds where kind = 'id_card'")).toEqual([
    { shown: "110****2X" },
  ])
  await dialog.getByRole("button", { name: "申请放行" }).click()
  await dialog.getByLabel("理由").fill("客户要核对名单")
  await dialog.getByRole("button", { name: "申请放行" }).click()
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(
      () =>
        look(portal, "select finds from outward_requests where reason = '客户要核对名单'").length,
    )
    .toBe(1)

  await put("打不开.pdf", pdfOf("x").subarray(0, 60))
  await box.fill("扫描件在附件里")
  await expect(page.getByText("打不开.pdf")).toBeVisible()
  await page.getByRole("button", { name: "发送", exact: true }).click()
  await expect(dialog.getByText("没能检查：文件打不开")).toBeVisible()
  await dialog.getByRole("button", { name: "仍然发送" }).click()
  await expect(page.locator("article", { hasText: "扫描件在附件里" })).toBeVisible()
  const said = look<{ data: string }>(
    portal,
    "select data from events where type = 'message.sent' and data like '%unread%'",
  )
  expect(said.map(({ data }) => JSON.parse(data).unread)).toEqual([{ broken: 1 }])
})

test("who decides says that a find is none, and makes it an exception: it stops nothing any more", async ({
  as,
  portal,
}) => {
  const { group, staffNo } = author(portal)
  const cookie = await cookieOf(portal, staffNo)
  const body = "总机还是 13655556666"
  const ask = { outward: "ask", outwardReason: "这是我们的总机" }
  expect((await send(portal, cookie, { groupId: group, body, ...ask })).status).toBe(200)
  const [asked] = look<{ id: number }>(
    portal,
    "select id from outward_requests where reason = '这是我们的总机'",
  )
  const own = await as(staffNo)
  await own.goto(`/outward/${asked?.id}`)
  await expect(own.getByRole("button", { name: "不是敏感信息" })).toBeVisible()
  await expect(own.getByRole("button", { name: "加入例外" })).toHaveCount(0)

  const page = await as("Q001")
  await page.goto(`/outward/${asked?.id}`)
  await page.getByRole("button", { name: "不是敏感信息" }).click()
  await expect(page.getByText("已反馈给管理员")).toBeVisible()
  expect(look(portal, "select shown from false_finds where kind = 'phone'")).toEqual([
    { shown: "136****6666" },
  ])
  expect((await send(portal, cookie, { groupId: group, body })).status).toBe(409)
  await page.getByRole("button", { name: "加入例外" }).click()
  // It is no find any more, here either.
  await expect(page.locator("mark")).toHaveCount(0)
  expect((await send(portal, cookie, { groupId: group, body })).status).toBe(200)
})

test("a meeting with people of other companies stops at a number in its title, and goes out masked", async ({
  as,
  portal,
}) => {
  const page = await as("Q016")
  await page.goto("/meetings/new")
  await page.getByLabel("会议名称").fill("到场联系 13712349999")
  await page.getByLabel("开始时间").fill("2031-06-20T10:00")
  await page.getByLabel("议题 1", { exact: true }).fill("装车顺序")
  await page.getByLabel("议题 1 目标").fill("定下顺序")
  await page.getByText("邀请公司外的人").click()
  await page.getByLabel("外部人员").fill("王敏 wang.min@client.example")
  await page.getByRole("button", { name: "发布", exact: true }).click()
  const stop = page.getByRole("group", { name: "这里有公司外的人" })
  await expect(stop.locator("mark")).toHaveText(["13712349999"])
  expect(look(portal, "select id from meetings where title like '到场联系%'")).toEqual([])
  await stop.getByRole("button", { name: "脱敏后发送" }).click()
  await expect(page.getByRole("heading", { level: 1, name: /137\*{4}9999/ })).toBeVisible()
  await page.getByText("查看原文").click()
  await expect(page.getByText("到场联系 13712349999")).toBeVisible()
  expect(look(portal, "select state from meetings where title = '到场联系 137****9999'")).toEqual([
    { state: "published" },
  ])
})
