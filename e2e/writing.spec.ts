import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { faults } from "./readable"
import { makeGroup } from "./talking"

const mixed =
  "逐项写明执行人、用时、失败怎么办。请ASAP完成V3.2压测，有空的时候看一下；差不多做完了，改天再review。Words that wrap soon, sometime later 尽快\n"

/** The letters that the mirror underlines, and whether its lines break where the field's do. */
const mirrored = (page: Page, label: string) =>
  page.getByLabel(label).evaluate((field) => {
    const mirror = field.parentElement?.querySelector("[data-mirror] > div")
    const words = Array.from(mirror?.querySelectorAll("span") ?? [], (span) => span.textContent)
    const look = getComputedStyle(field)
    const padding = Number.parseFloat(look.paddingTop) + Number.parseFloat(look.paddingBottom)
    const box = mirror?.getBoundingClientRect()
    return {
      words,
      text: mirror?.textContent,
      lines: Math.round(box?.height ?? 0),
      fieldLines: field.scrollHeight - padding,
      top: Math.round((box?.top ?? 0) - field.getBoundingClientRect().top + field.scrollTop),
    }
  })

test("a vague time is underlined while typing; a concrete one replaces it, undo brings it back, nothing blocks", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  const name = page.getByLabel("任务名称")
  await name.pressSequentially("写出回退步骤，尽快发到项目组")
  const offer = page.getByRole("button", { name: /\d\d:00 前$/ }).first()
  await expect(page.getByRole("status").filter({ hasText: "「尽快」没有说清时间" })).toHaveCount(1)
  expect((await mirrored(page, "任务名称")).words).toEqual(["尽快"])
  const time = await offer.getAttribute("aria-label")
  await offer.click()
  await expect(name).toHaveValue(`写出回退步骤，${time}发到项目组`)
  await expect(name).toBeFocused()
  await expect(offer).toBeHidden()
  await page.keyboard.press("Control+z")
  await expect(name).toHaveValue("写出回退步骤，尽快发到项目组")
  await page.keyboard.press("Tab")
  await expect(offer).toBeFocused()
  await page.getByRole("button", { name: "不用改" }).click()
  await expect(offer).toBeHidden()
  await page.getByLabel("负责人").fill("陈晨")
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByRole("heading", { level: 1, name: /尽快/ })).toBeVisible()
})

test("a number that mustn't leave the company is pointed out while typing; one click masks it, nothing blocks", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  const text = page.getByLabel("任务描述")
  await text.pressSequentially("联系人电话 13800135678，身份证 11010519491231002X")
  await expect(page.getByRole("status").filter({ hasText: "这里有电话号码" })).toHaveCount(1)
  await page.getByRole("button", { name: "脱敏", exact: true }).click()
  await expect(text).toHaveValue("联系人电话 138****5678，身份证 11010519491231002X")
  await expect(text).toBeFocused()
  await expect(page.getByRole("status").filter({ hasText: "这里有身份证号" })).toHaveCount(1)
  await page.getByRole("button", { name: "不用改" }).click()
  await expect(page.getByRole("button", { name: "脱敏", exact: true })).toBeHidden()
  await expect(text).toHaveValue("联系人电话 138****5678，身份证 11010519491231002X")
})

test("the underlines stay under their words however wide, dense and far scrolled a field is", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  const text = page.getByLabel("任务描述")
  await text.fill(mixed.repeat(9).trimEnd())
  const words = ["ASAP", "有空的时候", "差不多", "改天", "soon", "sometime", "later", "尽快"]
  for (const width of [1440, 900, 700, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const scrolled of [0, 77, 9_999]) {
      await text.evaluate((field, at) => {
        field.scrollTop = at
      }, scrolled)
      await expect(async () => {
        const drawn = await mirrored(page, "任务描述")
        expect(drawn.text).toBe(await text.inputValue())
        expect(drawn.words).toEqual(Array.from({ length: 9 }, () => words).flat())
        expect(Math.abs(drawn.lines - drawn.fieldLines), `${width} wide`).toBeLessThanOrEqual(1)
        expect(Math.abs(drawn.top - 6)).toBeLessThanOrEqual(1)
      }).toPass()
    }
  }
})

test("while an input method composes no key is taken and nothing is offered anew", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  const name = page.getByLabel("任务名称")
  await name.click()
  const input = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await page.keyboard.insertText("压测 #")
  await expect(page.getByRole("listbox", { name: "标签" })).toBeVisible()
  await compose("soon")
  await expect(name).toHaveValue("压测 #soon")
  await expect(page.getByText("「soon」")).toHaveCount(0)
  await compose("")
  await input.send("Input.insertText", { text: "紧" })
  await expect(name).toHaveValue("压测 #紧")
  await expect(page.getByRole("option", { name: /#紧急/ })).toBeVisible()
})

test("# offers the tags there are, by key; the task carries them, and each leads to its like", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks")
  await page.getByRole("link", { name: "新建任务" }).first().click()
  const dialog = page.getByRole("dialog", { name: "新建任务" })
  const name = dialog.getByLabel("任务名称")
  await name.pressSequentially("核对机房合同 #琥珀 #")
  const tags = page.getByRole("listbox", { name: "标签" })
  await expect(tags.getByRole("option").first()).toHaveText(/#紧急/)
  expect(await faults(page, undefined, ["minor", "moderate", "serious", "critical"])).toEqual([])
  await page.keyboard.press("Escape")
  await expect(tags).toBeHidden()
  await expect(dialog).toBeVisible()
  await name.pressSequentially("dsp")
  await expect(tags.getByRole("option", { name: /#待审批/ })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(name).toHaveValue("核对机房合同 #琥珀 #待审批 ")
  await dialog.getByLabel("负责人").fill("chen")
  await dialog.getByRole("option", { name: /陈晨/ }).click()
  await name.press("Control+Enter")
  await expect(page.getByRole("heading", { level: 1, name: /核对机房合同/ })).toBeVisible()
  await page.getByRole("link", { name: "#琥珀", exact: true }).first().click()
  await expect(page.getByRole("link", { name: /核对机房合同/ }).first()).toBeVisible()
})

test("a comment helps with wording too: Enter takes the tag first and sends after", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks?view=created")
  await page
    .locator("main")
    .getByRole("link", { name: /竞品月报/ })
    .first()
    .click()
  const field = page.getByRole("textbox", { name: "写评论" })
  await field.pressSequentially("我尽快回复 #jj")
  await expect(page.getByRole("option", { name: /#紧急/ })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(field).toHaveValue("我尽快回复 #紧急 ")
  await expect(page.getByRole("button", { name: /\d\d:00 前$/ })).toHaveCount(2)
  expect(await faults(page, undefined, ["minor", "moderate", "serious", "critical"])).toEqual([])
  await page.keyboard.press("Enter")
  await expect(field).toHaveValue("")
  await expect(page.getByText("我尽快回复 #紧急")).toBeVisible()
  await expect(page.getByRole("button", { name: /\d\d:00 前$/ })).toHaveCount(0)
})

test("what administrators take out of the list is left alone, what they add is pointed out", async ({
  as,
}) => {
  const admin = await as("Q001")
  await admin.goto("/admin/settings#wording")
  const section = admin.locator("#wording")
  await section.getByLabel("改天").uncheck()
  await section.getByLabel("本公司补充的词（时间）").fill("下个迭代")
  await section.getByRole("button", { name: "保存" }).click()
  await expect(section.getByText("已保存")).toBeVisible()
  await admin.reload()
  await expect(section.getByLabel("改天")).not.toBeChecked()
  const page = await as("Q016")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("改天下个迭代尽快做")
  await expect(page.getByRole("status").filter({ hasText: "「下个迭代」" })).toHaveCount(1)
  expect((await mirrored(page, "任务名称")).words).toEqual(["下个迭代", "尽快"])
})

test("without JavaScript the box is a plain field, and its tags count all the same", async ({
  as,
}) => {
  const page = await as("Q015", { javaScriptEnabled: false })
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("尽快清点备件 #备件库")
  await page.getByLabel("负责人").fill("陈晨")
  await page.getByRole("button", { name: "新建任务" }).click()
  await page.getByRole("link", { name: "#备件库", exact: true }).click()
  await expect(page.getByRole("link", { name: /尽快清点备件/ }).first()).toBeVisible()
})

/** Opens a page whose script comes only after `before`. */
async function openedBeforeItsScript(page: Page, path: string, before: () => Promise<void>) {
  const typed = Promise.withResolvers<void>()
  await page.route("**/*.js*", async (route) => {
    await typed.promise
    await route.fallback()
  })
  await page.goto(path, { waitUntil: "commit" })
  await before()
  typed.resolve()
}

test("what was typed before the script had arrived stays, and is answered once it has", async ({
  as,
}) => {
  const page = await as("Q016")
  await openedBeforeItsScript(page, "/tasks/new", async () => {
    await page.getByLabel("任务名称").fill("脚本还没到")
    await page.getByLabel("负责人").fill("chenchen")
  })
  await page.getByRole("option", { name: /陈晨/ }).click()
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "脚本还没到" })).toBeVisible()
  const comment = page.getByLabel("写评论")
  await openedBeforeItsScript(page, page.url(), () => comment.fill("我尽快看"))
  await expect(page.getByRole("status").filter({ hasText: "「尽快」没有说清时间" })).toHaveCount(1)
  await expect(comment).toHaveValue("我尽快看")
})

test("what was typed over what a form came with stays too, also a choice", async ({ as }) => {
  const page = await as("Q016")
  await page.goto(await makeGroup(page, "改了用途再保存", []))
  const settings = `${page.url()}/settings`
  const about = page.getByLabel("用途")
  for (const text of ["先写的用途", "脚本到之前改的用途"]) {
    await openedBeforeItsScript(page, settings, () => about.fill(text))
    await page.getByRole("button", { name: "保存" }).click()
    await expect(about).toHaveValue(text)
    await page.reload()
    await expect(about).toHaveValue(text)
  }
  const repeat = page.getByLabel("重复", { exact: true })
  await openedBeforeItsScript(page, "/calendar/new", async () => {
    await repeat.selectOption("day")
  })
  await expect(page.getByLabel("每隔")).toBeVisible()
  await expect(repeat).toHaveValue("day")

  const password = page.getByLabel("新密码")
  const early = () => password.fill("kenanxing-1988")
  await openedBeforeItsScript(page, "/settings/security/password", early)
  await expect(page.getByText(/含有姓名/)).toBeVisible()
})
