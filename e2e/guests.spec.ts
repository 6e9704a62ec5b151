import { expect, test } from "./fixtures"
import { alter, cookieOf, guestCookieOf, look } from "./visitor"

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

test("an outsider is invited, opens the link, talks, and is out the moment it is revoked", async ({
  as,
  lend,
  portal,
}) => {
  const host = await as("Q016")
  const [own] = look<{ id: number }>(
    portal,
    `select g.id from groups g join group_members m on m.group_id = g.id and m.role = 'manager'
     join people p on p.id = m.person_id where g.name = '远山科技'`,
  )
  const [manager] = look<{ staff_no: string }>(
    portal,
    `select p.staff_no from people p join group_members m on m.person_id = p.id
     where m.group_id = ? and m.role = 'manager'`,
    own?.id,
  )
  await host.close()
  const page = await as(manager?.staff_no ?? "")
  await page.goto("/guests/new")
  await page.getByLabel("姓名").fill("白露")
  await page.getByLabel("单位").fill("远山科技")
  await page.getByLabel("事由").fill("升级当晚的现场")
  await page.getByLabel("有效期至").fill(inDays(5))
  await page.getByLabel("第 1 项").selectOption({ label: "「远山科技」的沟通和文件" })
  await expect(page.getByText(/仅限「远山科技」的沟通和文件，至/)).toBeVisible()
  await page.getByRole("button", { name: "外部邀请" }).click()
  const link = (await page.getByText(/\/g\/[\w-]{20,}/).textContent()) ?? ""

  const guest = await lend()
  const url = new URL(link.trim())
  await guest.goto(`${portal.url}${url.pathname}`)
  await expect(guest.getByText(/仅限「远山科技」的沟通和文件/)).toBeVisible()
  expect(
    look(portal, "select id from guest_invitations where used_at is not null and name = '白露'"),
  ).toEqual([])
  await guest.getByRole("button", { name: "打开" }).click()
  await guest.waitForURL((at) => at.pathname === "/g")
  await guest
    .getByRole("link", { name: /远山科技/ })
    .last()
    .click()
  await expect(guest.getByRole("heading", { level: 1, name: "远山科技" })).toBeVisible()
  await expect(guest.getByText("客户主管在线上")).toHaveCount(0)

  await guest.getByLabel("输入消息").fill("我们到了")
  await guest.getByRole("button", { name: "发送" }).click()
  await expect(guest.getByText("我们到了")).toBeVisible()
  await page.goto(`/groups/${own?.id}`)
  await expect(page.getByText(/外部沟通：.*白露/)).toBeVisible()
  const row = page.locator("article", { hasText: "我们到了" })
  await expect(row.getByText(/外部 · 剩 \d+ 天/)).toBeVisible()

  await guest.getByLabel("输入消息").fill("还没发出的话")
  const [invitation] = look<{ id: number }>(
    portal,
    "select id from guest_invitations where name = '白露'",
  )
  await page.goto(`/guests/${invitation?.id}`)
  await page.getByRole("button", { name: "撤销邀请" }).click()
  await expect(guest.getByRole("heading", { name: "邀请已结束" })).toBeVisible({ timeout: 3_000 })
  await expect(guest.getByLabel("输入消息")).toHaveValue("还没发出的话")
  await guest.goto(`${portal.url}${url.pathname}`)
  await expect(guest.getByRole("heading", { name: "这个链接打不开" })).toBeVisible()
})

test("without a script a guest reads and writes", async ({ asGuest, portal }) => {
  const page = await asGuest("顾远", { javaScriptEnabled: false })
  await page.goto(`${portal.url}/g`)
  await page
    .getByRole("link", { name: /远山科技/ })
    .last()
    .click()
  await page.getByLabel("输入消息").fill("没有脚本也能说")
  await page.getByRole("button", { name: "发送" }).click()
  await expect(page.getByText("没有脚本也能说")).toBeVisible()
})

test("a guest's page whose stream was lost listens anew, and reads what it missed", async ({
  asGuest,
  portal,
}) => {
  const [own] = look<{ id: number }>(portal, "select id from groups where name = '远山科技'")
  const [member] = look<{ staff_no: string }>(
    portal,
    `select p.staff_no from group_members m join people p on p.id = m.person_id
     where m.group_id = ? order by p.id limit 1`,
    own?.id,
  )
  const page = await asGuest("顾远")
  let listened = 0
  await page.route("**/g/events", (route) => {
    listened += 1
    const lost = { contentType: "text/event-stream", body: "event: lost\ndata: {}\n\n" }
    return listened === 1 ? route.fulfill(lost) : route.continue()
  })
  await page.goto(`${portal.url}/g/groups/${own?.id}`)
  await expect.poll(() => listened).toBe(1)
  const sent = await fetch(`${portal.url}/groups/messages/send`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      cookie: await cookieOf(portal, member?.staff_no ?? ""),
    },
    body: JSON.stringify({ groupId: own?.id, body: "断线时说的一句" }),
  })
  expect(sent.status).toBe(200)
  await expect(page.getByText("断线时说的一句")).toBeVisible({ timeout: 10_000 })
  expect(listened).toBeGreaterThan(1)
})

test("links that are guessed or over look alike, keep to themselves, and change nothing", async ({
  portal,
}) => {
  const answer = await fetch(`${portal.url}/g/${"x".repeat(43)}`)
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
  expect(answer.headers.get("cache-control")).toContain("no-store")
  const text = await answer.text()
  expect(text).toContain("noindex")
  const other = await (await fetch(`${portal.url}/g/short`)).text()
  for (const page of [text, other]) expect(page).toMatch(/这个链接打不开|This link doesn't open/)
})

/** Every address of the portal that a page or a program could ask for, with numbers filled in. */
function addresses(portal: Parameters<typeof look>[0]): string[] {
  const some = (table: string) =>
    look<{ id: number }>(portal, `select id from ${table} order by id desc limit 12`)
  const of = (table: string, to: (id: number) => string[]) =>
    some(table).flatMap(({ id }) => to(id))
  return [
    ..."/ /tasks /groups /matters /meetings /minutes /calendar /people /inbox /search?q=a /guests /tickets /g/tickets".split(
      " ",
    ),
    ..."/settings /admin/audit /admin/settings /reports/resolutions /events /groups/kept".split(
      " ",
    ),
    ...of("tasks", (id) => [`/tasks/${id}`, `/g/tasks/${id}`]),
    ...of("matters", (id) => [`/matters/${id}`]),
    ...of("people", (id) => [`/people/${id}`, `/g/people/${id}`]),
    ...of("groups", (id) => [`/groups/${id}`, `/groups/${id}/members`, `/g/groups/${id}`]),
    ...of("meetings", (id) => [`/meetings/${id}`, `/g/meetings/${id}`]),
    ...of("tickets", (id) => [`/tickets/${id}`, `/g/tickets/${id}`]),
    ...of("files", (id) => [`/files/${id}`, `/g/files/${id}`]),
    ...of("guest_invitations", (id) => [`/guests/${id}`, `/g/guests/${id}`]),
  ]
}

test("of all the portal's addresses a guest's cookie shows nothing but what they were let in to", async ({
  portal,
}) => {
  test.setTimeout(120_000)
  const cookie = guestCookieOf(portal, "顾远")
  const names = (query: string) =>
    look<{ text: string }>(portal, query)
      .map(({ text }) => text)
      .filter((text) => text.length > 5)
  const marked = [
    ...names("select name as text from tasks"),
    ...names("select title as text from meetings"),
    ...names("select description as text from matters"),
    ...names("select title as text from tickets"),
    ...names("select name as text from groups where name <> '远山科技'"),
    ...names(
      `select body as text from messages where group_id <> (select id from groups where name = '远山科技')
       or at < (select opened_at from guest_invitations where name = '顾远')`,
    ),
  ].filter((text) => !text.includes("\n"))
  expect(marked.length).toBeGreaterThan(200)
  for (const address of addresses(portal)) {
    const answer = await fetch(portal.url + address, { headers: { cookie }, redirect: "manual" })
    const type = answer.headers.get("content-type") ?? ""
    if (type.startsWith("text/event-stream")) throw new Error(`${address} opened a stream`)
    const text = await answer.text()
    const found = marked.filter((each) => text.includes(each))
    expect({ address, found }).toEqual({ address, found: [] })
  }
})

test("a guest hands a file in and takes it out again, part of it too: all of it is on record", async ({
  portal,
}) => {
  const [scope] = look<{ id: number }>(
    portal,
    `select s.record_id as id from guest_scopes s join guest_invitations i on i.id = s.invitation_id
     where i.name = '陆知行' and s.may = 'upload'`,
  )
  const post = (name: string) => {
    const form = new FormData()
    form.append("file", new Blob(["接口说明"], { type: "text/plain" }), "说明.txt")
    return fetch(`${portal.url}/g/groups/${scope?.id}/files`, {
      method: "POST",
      body: form,
      headers: {
        ...{ accept: "application/json", "sec-fetch-site": "same-origin" },
        ...(name && { cookie: guestCookieOf(portal, name) }),
      },
    }).then((answer) => answer.json())
  }
  expect(await post("")).toMatchObject({ ok: false, code: "signed_out" })
  expect(await post("顾远")).toMatchObject({ ok: false, code: "not_found" })
  const { ok, value } = await post("陆知行")
  expect(ok).toBe(true)
  const [file] = look<{ id: number }>(
    portal,
    "select id from files where kind = 'message' and record_id = ?",
    value.id,
  )
  const get = (name: string) =>
    fetch(`${portal.url}/g/files/${file?.id}`, {
      headers: { range: "bytes=1-", cookie: guestCookieOf(portal, name) },
    }).then(({ status }) => status)
  expect(await get("顾远")).toBe(404)
  expect(await get("陆知行")).toBe(206)
  expect(await get("陆知行")).toBe(206)
  const said = look<{ type: string }>(
    portal,
    "select type from events where actor_kind = 'guest' and type in ('guest.wrote', 'guest.downloaded') order by id desc limit 2",
  )
  expect(said.map(({ type }) => type)).toEqual(["guest.downloaded", "guest.wrote"])
})

test("colleagues who are let in somewhere as guests are two people: neither adds to the other", async ({
  as,
  portal,
}) => {
  const page = await as("Q013")
  const [name = "", value = ""] = guestCookieOf(portal, "顾远").split("=")
  const [group] = look<{ id: number }>(portal, "select id from groups where name = '远山科技'")
  await page.goto(`/g/groups/${group?.id}`)
  await expect(page.getByRole("heading", { level: 1, name: "远山科技" })).toHaveCount(0)
  await page.context().addCookies([{ name, value, url: `${portal.url}/g` }])
  await page.goto(`/g/groups/${group?.id}`)
  await expect(page.getByRole("heading", { level: 1, name: "远山科技" })).toBeVisible()
  await page.goto(`/groups/${group?.id}`)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("不存在")
  await page.getByRole("link", { name: "工作台" }).first().click()
  await expect(page.getByText("方圆").first()).toBeVisible()
})

test("an invitation that expires while its guest writes keeps what was written, and says why", async ({
  asGuest,
  portal,
}) => {
  const guest = await asGuest("顾远")
  // Their page doesn't hear of it by itself.
  await guest.route("**/g/events*", (route) => route.abort())
  const [group] = look<{ id: number }>(portal, "select id from groups where name = '远山科技'")
  await guest.goto(`${portal.url}/g/groups/${group?.id}`)
  await guest.getByLabel("输入消息").fill("写到一半到期")
  const [before] = look<{ at: number }>(
    portal,
    "select expires_at as at from guest_invitations where name = '顾远'",
  )
  const ends = (at: number) =>
    alter(portal, `update guest_invitations set expires_at = ${at} where name = '顾远'`)
  ends(Date.now() - 1000)
  await guest.getByRole("button", { name: "发送" }).click()
  await expect(guest.getByText(/到期|已结束/).first()).toBeVisible()
  await expect(guest.getByLabel("输入消息")).toHaveValue("写到一半到期")
  ends(before?.at ?? 0)
  expect(look(portal, "select id from messages where body = '写到一半到期'")).toEqual([])
})

test("a file that is still on its way when the invitation expires is refused with the reason, and none of it is kept", async ({
  portal,
}) => {
  const [group] = look<{ id: number }>(portal, "select id from groups where name = '远山科技'")
  const [guest] = look<{ id: number; until: number }>(
    portal,
    "select id, expires_at as until from guest_invitations where name = '顾远'",
  )
  const ends = (at: number) =>
    alter(portal, `update guest_invitations set expires_at = ${at} where name = '顾远'`)
  const count = (what: string) => look<{ n: number }>(portal, `select count(*) as n ${what}`)[0]?.n
  // The portal counts a file as soon as its first bytes are there.
  const begun = () => count(`from rate_limits where key = 'files.add:guest:${guest?.id}'`)
  const head = '--cut\r\nContent-Disposition: form-data; name="file"; filename="图纸.bin"\r\n\r\n'
  const body = new ReadableStream<Uint8Array>(
    {
      start: (to) => to.enqueue(Buffer.concat([Buffer.from(head), Buffer.alloc(1 << 16, 7)])),
      pull: async (to) => {
        await expect.poll(begun).toBe(1)
        ends(Date.now() - 1000)
        to.enqueue(Buffer.concat([Buffer.alloc(1 << 16, 7), Buffer.from("\r\n--cut--\r\n")]))
        to.close()
      },
    },
    { highWaterMark: 0 },
  )
  const sent: RequestInit & { duplex: "half" } = {
    ...{ method: "POST", body, duplex: "half" },
    headers: {
      ...{ accept: "application/json", "sec-fetch-site": "same-origin" },
      "content-type": "multipart/form-data; boundary=cut",
      cookie: guestCookieOf(portal, "顾远"),
    },
  }
  const answer = await fetch(`${portal.url}/g/groups/${group?.id}/files`, sent)
  const said = await answer.json()
  ends(guest?.until ?? 0)
  expect(said).toMatchObject({ ok: false, code: "signed_out" })
  expect(said.message).toContain("邀请已到期")
  expect(count("from files where name = '图纸.bin'")).toBe(0)
})

test("search shows what a guest said as from outside", async ({ as }) => {
  const page = await as("Q050")
  await page.goto("/search?q=升级当晚我们留两个人")
  const row = page.getByRole("link", { name: /升级当晚我们留两个人/ }).locator("..")
  await expect(row).toContainText("外部")
})

test("in English whoever is from outside stands with the brackets of English sentences", async ({
  as,
}) => {
  // Nobody chose a language: it is the browser's.
  const page = await as("Q016", { locale: "en-US" })
  await page.goto("/inbox")
  await expect(page.getByRole("link", { name: "沈乐 (联图测绘)", exact: true })).toBeVisible()
  await page.goto("/groups")
  await page.getByRole("link", { name: /青禾零售/ }).click()
  await expect(
    page.getByText(/^Outside: 江以宁 \(青禾零售 运营部, \d+ d left\) can see/),
  ).toBeVisible()
})
