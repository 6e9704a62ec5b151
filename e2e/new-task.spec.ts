import { expect, test } from "./fixtures"

test("what is written of a new task is kept until it is made, and the next one is for the same people", async ({
  as,
}) => {
  const page = await as("Q015")
  await page.goto("/tasks")
  const write = page.getByRole("link", { name: "新建任务" }).first()
  const dialog = page.getByRole("dialog", { name: "新建任务" })
  const name = dialog.getByLabel("任务名称")
  await write.click()
  await name.fill("换掉机房的旧交换机")
  await dialog.getByLabel("负责人").fill("chen")
  await dialog.getByRole("option", { name: /陈晨/ }).click()
  await expect(dialog.getByText(/草稿 .* 已存/)).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await page.reload()

  await write.click()
  await expect(name).toHaveValue("换掉机房的旧交换机")
  await dialog.getByLabel("继续新建").check()
  await name.press("Control+Enter")
  await expect(dialog.getByText("已新建「换掉机房的旧交换机」")).toBeVisible()
  await expect(name).toHaveValue("")
  await expect(name).toBeFocused()
  await name.fill("旧交换机交给回收")
  await dialog.getByLabel("继续新建").uncheck()
  await name.press("Control+Enter")
  await expect(page.getByRole("heading", { level: 1, name: "旧交换机交给回收" })).toBeVisible()
  await expect(page.getByText("陈晨").first()).toBeVisible()

  await page.goto("/tasks/new")
  await expect(page.getByLabel("任务名称")).toHaveValue("")
})
