import type { Page } from "@playwright/test"
import { expect } from "./fixtures"

export const stream = (page: Page) => page.getByRole("log", { name: "消息" })
export const box = (page: Page) => page.getByRole("textbox", { name: "输入消息" }).first()
export const said = (page: Page, text: string | RegExp) =>
  stream(page).locator("article", { hasText: text })

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  // Its files are on their way until it can be sent.
  await expect(page.getByRole("button", { name: "发送", exact: true })).toBeEnabled()
  await box(page).press("Enter")
  await expect(said(page, text)).toBeVisible()
}

export async function more(page: Page, text: string | RegExp, does: string): Promise<void> {
  const row = said(page, text)
  await row.hover()
  await row.getByRole("button", { name: "更多", exact: true }).click()
  await page.getByRole("menuitem", { name: does }).click()
}

/** @returns its address */
export async function makeGroup(
  page: Page,
  name: string,
  members: readonly string[],
): Promise<string> {
  await page.goto("/groups/new")
  await page.getByLabel("组名称").fill(name)
  for (const member of members) {
    await page.getByLabel("成员").fill(member)
    await page.getByRole("option", { name: new RegExp(member) }).click()
  }
  await page.getByRole("button", { name: "新建沟通组" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}
