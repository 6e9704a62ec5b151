import { readFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { faults } from "./readable"
import { look } from "./visitor"

const sample = (name: string) => path.join(import.meta.dirname, "../tests/samples", name)
const head = "工号,姓名,邮箱,部门,岗位"

async function choose(page: Page, file: string | { name: string; text: string }) {
  const chosen =
    typeof file === "string"
      ? sample(file)
      : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) }
  await page.getByLabel(/选择文件$/).setInputFiles(chosen)
  await expect(page).toHaveURL(/\/admin\/import\?file=\d+/, { timeout: 20_000 })
}

const group = (page: Page, name: string) => page.getByRole("list", { name, exact: true })
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true })

test("the company's own file in three encodings and from Excel: nothing to write", async ({
  as,
}) => {
  const page = await as("Q002")
  for (const [name, seen] of [
    ["company.csv", "编码 UTF-8"],
    ["company-gb18030.csv", "编码 GB18030"],
    ["company.xlsx", "Excel 工作簿"],
  ] as const) {
    await page.goto("/admin/import")
    await choose(page, name)
    // 新禾's hire date follows today, the file's doesn't.
    await expect(page.getByRole("link", { name: /^60\s*无变化/ })).toBeVisible()
    await expect(column(page, "文件")).toContainText(name)
    await expect(column(page, "文件")).toContainText(seen)
  }
})

test("the faulty file shows all its errors at once, what is fine, and can't be imported", async ({
  as,
}) => {
  const page = await as("Q002")
  await page.goto("/admin/import")
  await choose(page, "company-with-errors.csv")
  await expect(page.getByRole("heading", { name: "改正 12 处错误后可以导入" })).toBeVisible()
  const errors = group(page, "错误").getByRole("listitem")
  await expect(errors).toHaveCount(12)
  for (const no of [201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211])
    await expect(errors.filter({ hasText: `Q${no}` }).first()).toBeVisible()
  await expect(errors.filter({ hasText: "Q205" })).toContainText("2026-02-28")
  await expect(errors.filter({ hasText: "没有工号" })).toHaveCount(1)
  await expect(group(page, "有变化").getByRole("listitem").first()).toContainText("Q011")
  await expect(group(page, "新增").getByRole("listitem")).toContainText("Q213")
  const button = page.getByRole("button", { name: "导入", exact: true })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription("改正 12 处错误后可以导入")
  await page.getByRole("link", { name: /新增$/ }).click()
  await expect(errors).toHaveCount(0)
  await expect(group(page, "新增").getByRole("listitem")).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出错误清单" }).click(),
  ])
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK")
  expect(await faults(page)).toEqual([])
})

test("a file is imported, the same one again has nothing to write, and the import is undone", async ({
  as,
}) => {
  const page = await as("Q002")
  const text = `${head}
Q021,苏苏,su.su@qibu.example,市场部,市场主管
Q880,试来,q880@qibu.example,市场部/试用组,市场专员
`
  await page.goto("/admin/import")
  await choose(page, { name: "十一月.csv", text })
  await expect(page.getByRole("heading", { name: "可以导入：新增 1 人，1 人有变化" })).toBeVisible()
  await expect(group(page, "有变化").getByRole("listitem")).toContainText("市场专员")
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await expect(page).toHaveURL(/\/admin\/import\/\d+$/)
  const done = page.url()
  await expect(page.getByRole("list", { name: "改了谁的什么" })).toContainText("市场主管")
  // A new account has no password: its page, where HR makes the link for one, is a press away.
  await page.getByRole("link", { name: "试来" }).click()
  await expect(page.getByRole("button", { name: "生成设置密码链接" })).toBeVisible()

  await page.goto("/admin/import")
  await choose(page, { name: "十一月.csv", text })
  await expect(page.getByRole("heading", { name: "没有要写入的内容" })).toBeVisible()
  await expect(page.getByRole("button", { name: "导入", exact: true })).toBeDisabled()

  await page.goto(done)
  await page.getByRole("button", { name: "撤销导入" }).click()
  await expect(page.getByText("撤销了这次导入")).toBeVisible()
  await page.goto("/search?q=试来")
  await expect(page.getByRole("link", { name: /试来/ })).toHaveCount(0)
})

test("a file that names few of the company doesn't offer to let everybody else go", async ({
  as,
}) => {
  const page = await as("Q002")
  await page.goto("/admin/import")
  const text = `${head}\nQ022,江离,jiang.li@qibu.example,市场部,策划\n`
  await choose(page, { name: "一个人.csv", text })
  const missing = column(page, "文件里没有的人")
  const [, all = 0, named, others] =
    /在职 (\d+) 人中的 (\d+) 人.*其他 (\d+) 人保持不变/.exec((await missing.textContent()) ?? "") ??
    []
  expect([Number(named), Number(others)]).toEqual([1, Number(all) - 1])
  await expect(missing.locator(".button")).toHaveCount(0)
  await missing.getByRole("link", { name: `确实是全公司名册，把这 ${others} 人标记为离职` }).click()
  const keep = missing.getByRole("link", { name: "保持不变" })
  await expect(keep).toBeVisible()
  // As many as the plan says: some of them aren't HR's to let go.
  const losing = column(page, "导入之后").locator("div", { hasText: "失去访问权限" }).locator("dd")
  const ending = Number.parseInt((await losing.textContent()) ?? "", 10)
  expect(ending).toBeLessThan(Number(others))
  await expect(missing.getByText(`${ending} 人的账号会停用`)).toBeVisible()
  await keep.click()
  await expect(missing.getByText(`其他 ${others} 人保持不变`)).toBeVisible()
})

test("of two who import at once the second is told", async ({ as }) => {
  const text = `${head}\nQ022,江离,jiang.li@qibu.example,市场部,策划助理\n`
  const [first, second] = [await as("Q002"), await as("Q004")]
  for (const page of [first, second]) {
    await page.goto("/admin/import")
    await choose(page, { name: "岗位.csv", text })
  }
  await first.getByRole("button", { name: "导入", exact: true }).click()
  await expect(first).toHaveURL(/\/admin\/import\/\d+$/)
  await second.getByRole("button", { name: "导入", exact: true }).click()
  await expect(second.getByRole("alert").filter({ hasText: "员工资料有变动" })).toBeVisible()
})

test("an import whose sender's connection is lost is carried out whole", async ({ as, portal }) => {
  const rows = ["断线甲", "断线乙"].map(
    (name, i) => `Q97${i},${name},cut${i}@qibu.example,市场部,专员`,
  )
  const page = await as("Q002")
  await page.goto("/admin/import")
  await choose(page, { name: "断线.csv", text: `${[head, ...rows].join("\n")}\n` })
  const sent = page.waitForRequest((request) => request.method() === "POST")
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await sent
  await page.close()
  const done = "select id, added from staff_imports where file_name = '断线.csv'"
  await expect.poll(() => look<{ added: number }>(portal, done)[0]?.added).toBe(2)
  const people = "select count(*) as n from people where staff_no like 'Q97_'"
  expect(look(portal, people)).toMatchObject([{ n: 2 }])

  const again = await as("Q002")
  await again.goto(`/admin/import/${look<{ id: number }>(portal, done)[0]?.id}`)
  await again.getByRole("button", { name: "撤销导入" }).click()
  await expect(again.getByText("撤销了这次导入")).toBeVisible()
  expect(look(portal, people)).toMatchObject([{ n: 0 }])
})

test("whoever isn't 人事 or 平台管理 finds no such page, sheet or file", async ({ as }) => {
  const page = await as("Q010")
  for (const address of ["/admin/import", "/admin/import/1", "/admin/import/files/template.xlsx"])
    expect((await page.request.get(address)).status()).toBe(404)
})

test("without JavaScript a file is chosen, looked at and imported", async ({ as }) => {
  const page = await as("Q002", { javaScriptEnabled: false })
  await page.goto("/admin/import")
  const text = `${head}\nQ051,时雨,shi.yu@qibu.example,客服部,客服组长\n`
  await page
    .getByLabel("选择文件")
    .last()
    .setInputFiles({
      name: "客服.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    })
  await page.getByRole("button", { name: "上传这个文件" }).click()
  await expect(page.getByRole("heading", { name: "可以导入：新增 0 人，1 人有变化" })).toBeVisible()
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await expect(page.getByRole("list", { name: "改了谁的什么" })).toContainText("客服组长")
})
