import { expect, type Page } from "@playwright/test"
import { generateSync } from "otplib"
import { companyClient, startIdentityProvider } from "../tests/identity-provider"
import { startMailServer } from "../tests/mail-server"
import { freePort } from "../tests/port"
import { pageOf, password, test } from "./fixtures"
import { type Portal, startPortal } from "./portal"
import { expectReadable } from "./readable"
import { look } from "./visitor"

// What administrators switch on changes the door for everybody, so it is a portal of its own.
test.describe.configure({ mode: "serial" })

test.slow()

let portal: Portal
let mail: Awaited<ReturnType<typeof startMailServer>>
let provider: Awaited<ReturnType<typeof startIdentityProvider>>

const emailOf = (staffNo: string): string =>
  look<{ email: string }>(portal, "select email from people where staff_no = ?", staffNo)[0]
    ?.email ?? ""

/** The first step of signing in. */
async function knock(page: Page, staffNo: string, word = password): Promise<void> {
  await page.goto("/login")
  await page.getByLabel("邮箱或工号").fill(staffNo)
  await page.getByLabel("密码", { exact: true }).fill(word)
  await page.getByRole("button", { name: "登录", exact: true }).click()
}

async function save(page: Page, section: string, fields: Record<string, string>): Promise<void> {
  const form = page.getByRole("region", { name: section, exact: true })
  for (const [label, value] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole("button", { name: "保存" }).click()
  await expect(form.getByText("已保存")).toBeVisible()
}

test.beforeAll(async ({ lend }) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  portal = await startPortal({ env: { PORT: String(port), QIBU_URL: url } })
  mail = await startMailServer()
  provider = await startIdentityProvider(url, emailOf("Q103"))
  const page = await pageOf(lend, portal, "Q001")
  await page.goto("/admin/settings")
  await save(page, "邮件", {
    "SMTP 服务器": "127.0.0.1",
    端口: String(mail.port),
    发件人: "qibu@qimu.example",
  })
  await save(page, "企业账号", {
    签发者地址: provider.issuer,
    "客户端 ID": companyClient.clientId,
    客户端密钥: companyClient.clientSecret,
  })
  await page.getByLabel("人事", { exact: true }).check()
  await save(page, "密码", {})
})

test.afterAll(async () => {
  await portal.stop()
  await mail.stop()
  await provider.stop()
})

test("whoever forgot the password gets a link by mail that sets a new one, once", async ({
  lend,
}) => {
  const page = await lend({ baseURL: portal.url })
  await page.goto("/login")
  await page.getByRole("link", { name: "忘记密码" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "忘记密码" })).toBeVisible()
  await page.getByLabel("邮箱或工号").fill("Q016")
  await page.getByRole("button", { name: "发送链接" }).click()
  await expect(page.getByText("链接已发到它的邮箱")).toBeVisible()
  // Long lines are broken with "=" on the way. What waited for a mail server goes out as well.
  const links = () =>
    mail.box.flatMap(({ raw, to }) => {
      const link = /http:\S+\/password\/[\w-]+/.exec(raw.replaceAll("=\r\n", ""))?.[0]
      return link ? [{ link, to }] : []
    })
  await expect.poll(links).toHaveLength(1)
  const [{ link = "", to } = {}] = links()
  expect(link).toContain(portal.url)
  expect(to).toEqual([emailOf("Q016")])

  const fresh = "湖边三只白鹭慢慢飞过远山"
  await page.goto(link)
  await expectReadable(page, "password by link")
  await page.getByLabel("新密码", { exact: true }).fill(fresh)
  await page.getByLabel("再输入一次密码").fill(fresh)
  await page.getByRole("button", { name: "设置密码并登录" }).click()
  await page.waitForURL((url) => !url.pathname.startsWith("/password"))
  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByLabel("新密码", { exact: true })).toBeHidden()
  await knock(page, "Q016", fresh)
  await expect(page).toHaveURL(`${portal.url}/`)
})

test("whose duty needs a second factor sets it up before anything else, then signs in with it", async ({
  lend,
}) => {
  const page = await lend({ baseURL: portal.url })
  await knock(page, "Q002")
  await expect(page).toHaveURL(/\/second-factor/)
  await page.goto("/tasks")
  await expect(page).toHaveURL(/\/second-factor/)
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(/\s/g, "")
  const codeAt = (seconds: number) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })
  await expectReadable(page, "second factor due")
  await page.getByLabel("验证码").fill(codeAt(-30))
  await page.getByRole("button", { name: "开启" }).click()
  await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(10)
  await expectReadable(page, "recovery codes")
  await page.goto("/tasks")
  await expect(page.getByRole("heading", { level: 1, name: "任务" })).toBeVisible()

  const elsewhere = await lend({ baseURL: portal.url })
  await knock(elsewhere, "Q002")
  await expect(elsewhere).toHaveURL(/\/login\/code/)
  await expectReadable(elsewhere, "second step")
  await elsewhere.getByLabel("验证码").fill("000000")
  await elsewhere.getByRole("button", { name: "确认" }).click()
  await expect(elsewhere.getByText("验证码不对或已用过，请等下一个")).toBeVisible()
  await elsewhere.getByLabel("验证码").fill(codeAt(0))
  await elsewhere.getByRole("button", { name: "确认" }).click()
  await expect(elsewhere).toHaveURL(`${portal.url}/`)
})

test("the company account leads through its provider to where one wanted to go", async ({
  lend,
}) => {
  const page = await lend({ baseURL: portal.url })
  // The provider's own pages ask for a font from outside.
  await page.route("https://fonts.googleapis.com/**", (route) => route.abort())
  await page.goto("/tasks")
  await page.getByRole("button", { name: "用企业账号登录" }).click()
  await page.getByPlaceholder("Enter any login").fill("somebody")
  await page.getByPlaceholder("and password").fill("anything")
  await page.getByRole("button", { name: "Sign-in" }).click()
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL(`${portal.url}/tasks`)
  await expect(page.getByRole("button", { name: "我的账号" })).toContainText("安宁")
})

test("who turns back at the provider is told at the door, and goes on to where they wanted to go", async ({
  lend,
}) => {
  const page = await lend({ baseURL: portal.url })
  await page.route("https://fonts.googleapis.com/**", (route) => route.abort())
  await page.goto("/tasks")
  await page.getByRole("button", { name: "用企业账号登录" }).click()
  await page.getByRole("link", { name: /Cancel/ }).click()
  await expect(page.getByRole("alert").filter({ hasText: "企业账号没有登录成功" })).toBeVisible()
  await page.getByLabel("邮箱或工号").fill("Q104")
  await page.getByLabel("密码", { exact: true }).fill(password)
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await expect(page).toHaveURL(`${portal.url}/tasks`)
})

test("two tabs that begin with the company account at once both come in", async ({ lend }) => {
  const first = await lend({ baseURL: portal.url })
  const second = await first.context().newPage()
  const tabs = [first, second]
  for (const tab of tabs) {
    await tab.route("https://fonts.googleapis.com/**", (route) => route.abort())
    await tab.goto("/tasks")
  }
  for (const tab of tabs) {
    await tab.getByRole("button", { name: "用企业账号登录" }).click()
    await expect(tab.getByPlaceholder("Enter any login")).toBeVisible()
  }
  for (const tab of tabs) {
    await tab.getByPlaceholder("Enter any login").fill("somebody")
    await tab.getByPlaceholder("and password").fill("anything")
    await tab.getByRole("button", { name: "Sign-in" }).click()
    // Asked once: the provider remembers it for the other tab.
    if (tab === first) await tab.getByRole("button", { name: "Continue" }).click()
    await expect(tab).toHaveURL(`${portal.url}/tasks`)
  }
})

test("who signs out is out: the browser forgets what it kept, and the cookie opens nothing any more", async ({
  lend,
}) => {
  const page = await pageOf(lend, portal, "Q013")
  await page.goto("/tasks")
  const [{ name = "", value = "" } = {}] = await page.context().cookies()
  const cookie = `${name}=${value}`
  const asked = () => fetch(`${portal.url}/tasks`, { headers: { cookie }, redirect: "manual" })
  expect((await asked()).status).toBe(200)
  await page.getByRole("button", { name: "我的账号" }).click()
  const answered = page.waitForResponse(`${portal.url}/sign-out`)
  await page.getByRole("button", { name: "退出登录" }).click()
  expect(await (await answered).headerValue("clear-site-data")).toBe('"cache", "storage"')
  await expect(page).toHaveURL(`${portal.url}/login`)
  expect(await page.context().cookies()).toEqual([])
  expect((await asked()).headers.get("location")).toContain("/login")
  await page.goBack()
  await expect(page).toHaveURL(/\/login/)
})
