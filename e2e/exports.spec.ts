import { readFile } from "node:fs/promises"
import type { Download, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"

const address = /[\w.+-]{2,}@[\w.-]+/

const textOf = async (download: Download) => readFile(await download.path(), "utf8")

async function press(page: Page, path: string, id: string) {
  await page.goto(path)
  await page.locator(`button[popovertarget=${id}]`).click()
  await page.locator(`#${id}`).getByRole("link", { name: "CSV" }).first().click()
}

test("before a list with numbers or addresses leaves, its reader hears how many and chooses", async ({
  as,
}) => {
  const page = await as("Q031")
  const dialog = page.getByRole("dialog", { name: "导出前看一眼" })
  await press(page, "/people", "people-export")
  await expect(dialog).toContainText(/文件里有 \d+ 个邮箱/)
  await expectReadable(page, "/people")

  await dialog.getByRole("button", { name: "取消" }).click()
  await expect(dialog).toHaveCount(0)

  await press(page, "/people", "people-export")
  const masked = page.waitForEvent("download")
  await dialog.getByRole("button", { name: "脱敏后导出" }).click()
  expect((await masked).suggestedFilename()).toMatch(/^people-[\d-]+-已脱敏\.csv$/)
  const stars = await textOf(await masked)
  expect(stars).toContain("梁音")
  expect(stars).toContain("****@")
  expect(stars).not.toMatch(address)
  await expect(dialog).toHaveCount(0)

  await press(page, "/people", "people-export")
  const plain = page.waitForEvent("download")
  await dialog.getByRole("button", { name: "照原样导出" }).click()
  expect((await plain).suggestedFilename()).toMatch(/^people-[\d-]+\.csv$/)
  expect(await textOf(await plain)).toMatch(address)

  const log = await as("Q004")
  await log.goto("/admin/audit?type=person.exported_list")
  await expect(log.getByRole("link", { name: "导出员工名录" })).toHaveCount(2)
  await log.getByRole("link", { name: "导出员工名录" }).first().click()
  await expect(log.getByRole("row", { name: /发现/ })).toContainText(/邮箱 \d+/)
})

test("where nothing is found the download begins at once", async ({ as }) => {
  const page = await as("Q031")
  const begun = page.waitForEvent("download")
  await press(page, "/groups/browse", "group-export")
  expect((await begun).suggestedFilename()).toMatch(/^groups-[\d-]+\.csv$/)
  await expect(page.getByRole("dialog")).toHaveCount(0)
})

test("without script a list leaves masked, and as it is for who says so", async ({ as }) => {
  const page = await as("Q031", { javaScriptEnabled: false })
  const masked = page.waitForEvent("download")
  await press(page, "/people", "people-export")
  expect(await textOf(await masked)).not.toMatch(address)
  const menu = page.locator("#people-export")
  await page.goto("/people")
  await page.locator("button[popovertarget=people-export]").click()
  await expect(menu).toContainText("文件里的敏感信息会脱敏。照原样导出：")
  const plain = page.waitForEvent("download")
  await menu.getByRole("link", { name: "CSV" }).last().click()
  expect(await textOf(await plain)).toMatch(address)
})

test("who looks into files again and again is told to wait, keeps nobody else waiting, and the file still leaves", async ({
  as,
}) => {
  const [many, other] = [await as("Q050"), await as("Q016")]
  const statuses = (page: Page, times: number, out: string) =>
    page.evaluate(
      async ([times, out]) => {
        const asked = Array.from({ length: times }, () =>
          fetch(`/groups/export?file=csv&out=${out}`).then(({ status }) => status),
        )
        return (await Promise.all(asked)).toSorted()
      },
      [times, out] as const,
    )
  await many.goto("/groups/browse")
  await other.goto("/groups/browse")
  expect(await statuses(many, 40, "look")).toEqual([...Array(30).fill(200), ...Array(10).fill(429)])
  expect(await statuses(other, 1, "look")).toEqual([200])
  expect(await statuses(many, 1, "masked")).toEqual([200])
})
