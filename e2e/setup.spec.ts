import { expect } from "@playwright/test"
import { test } from "./fixtures"
import { startPortal } from "./portal"
import { expectReadable } from "./readable"
import { look } from "./visitor"

test("an empty portal is set up once, by whoever has the code, and then has its first administrator", async ({
  lend,
}) => {
  test.slow()
  const portal = await startPortal({ demo: false })
  const page = await lend({ baseURL: portal.url })
  const next = page.getByRole("button", { name: "下一步" })
  await page.goto("/")
  await expect(page).toHaveURL(/\/setup/)

  await expectReadable(page, "setup 1")
  await page.getByLabel("设置码").fill("AAAA-BBBB-CCCC")
  await page.getByLabel("公司名称").fill("栖木软件")
  await next.click()
  await expect(page.getByText("设置码不对")).toBeVisible()
  await page.getByLabel("设置码").fill(printedCode(portal.printed()))
  await next.click()

  await page.getByLabel("姓名").fill("林默")
  await page.getByLabel("工号").fill("Q001")
  await page.getByLabel("邮箱").fill("lin.mo@qibu.example")
  await page.getByLabel("生日").fill("1978-05-12")
  await page.getByLabel("密码", { exact: true }).fill("linmo19780512")
  await expect(page.getByText(/含有生日/)).toBeVisible()
  await expectReadable(page, "setup 2")
  await page.getByLabel("密码", { exact: true }).fill("河边四棵老树在风里慢慢长高")
  await page.getByLabel("再输入一次密码").fill("河边四棵老树在风里慢慢长高")
  await next.click()
  await expect(page.getByRole("heading", { level: 1, name: "工作日历" })).toBeVisible()
  await expectReadable(page, "setup 3")
  await next.click()
  await expect(page.getByRole("button", { name: "完成设置" })).toBeVisible()
  await expectReadable(page, "setup 4")
  await page.getByRole("button", { name: "完成设置" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("月")

  expect(look(portal, "select name, staff_no from people")).toEqual([
    { name: "林默", staff_no: "Q001" },
  ])
  expect((await page.goto("/setup"))?.status()).toBe(404)
  await portal.stop()
})

/** The code that the terminal showed. */
function printedCode(printed: string): string {
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(printed)?.[0]
  if (!code) throw new Error(`no set-up code was printed:\n${printed}`)
  return code
}
