import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { publishedActions, rawPost } from "./raw-post"
import { alter, cookieOf, look } from "./visitor"

const levelOf = (page: Page, name: string, level: string) =>
  page
    .getByRole("radiogroup", { name: `${name} 的权限级别` })
    .getByRole("radio", { name: level, exact: true })

test("a head sets levels of the own people, says why, and everybody's rights follow at once", async ({
  as,
}) => {
  const head = await as("Q010")
  await head.goto("/admin/departments")
  await expect(head.getByRole("heading", { level: 1, name: "权限级别" })).toBeVisible()
  await expect(head.getByRole("radiogroup", { name: "高远 的权限级别" })).toHaveCount(0)
  await expect(levelOf(head, "周舟", "仅查看")).toBeDisabled()

  const intern = await as("Q013")
  await intern.goto("/tasks")
  await expect(intern.getByRole("link", { name: "新建任务" })).toHaveCount(0)

  await levelOf(head, "方圆", "可编辑").check()
  await levelOf(head, "石磊", "管理员").check()
  await expect(head.getByText("2 处更改未保存。")).toBeVisible()
  await expect(head.getByText("石磊将可以管理后端组的成员")).toBeVisible()
  await head.getByRole("textbox", { name: "事由" }).fill("试用期通过")
  await head.getByRole("button", { name: "保存" }).click()
  await expect(head.getByText("已保存 2 处更改")).toBeVisible()
  await expect(levelOf(head, "石磊", "管理员")).toBeChecked()
  const history = head.getByRole("region", { name: "更改记录" })
  await expect(history).toContainText("方圆 仅查看 → 可编辑")
  await expect(history).toContainText("事由：试用期通过")
  await expect(intern.getByRole("link", { name: "新建任务" }).first()).toBeVisible()
})

test("several are set through a selection, and by arrow keys within a row", async ({ as }) => {
  const head = await as("Q012")
  await head.goto("/admin/departments")
  await head.getByRole("checkbox", { name: "选择 秦思远" }).check()
  await head.getByRole("checkbox", { name: "选择 姜天佑" }).check()
  await head.getByRole("button", { name: "仅查看" }).click()
  await expect(head.getByText("2 处更改未保存。")).toBeVisible()
  await levelOf(head, "孙景行", "仅查看").focus()
  await head.keyboard.press("ArrowRight")
  await expect(levelOf(head, "孙景行", "可编辑")).toBeChecked()
  await head.getByRole("button", { name: "保存" }).click()
  await expect(head.getByText("已保存 3 处更改")).toBeVisible()
  await head.reload()
  await expect(levelOf(head, "姜天佑", "仅查看")).toBeChecked()
})

test("outside the own departments nothing is set, by no request", async ({ as, portal }) => {
  const [published] = publishedActions().filter(({ name }) => name.endsWith("#setLevelsAction"))
  if (!published) throw new Error("the action is published")
  const headers = { origin: portal.url, cookie: await cookieOf(portal, "Q014") }
  const id = (staffNo: string) =>
    look<{ id: number }>(portal, "select id from people where staff_no = ?", staffNo)[0]?.id ?? 0
  const level = () =>
    look(portal, "select staff_no, level from people where staff_no in ('Q014', 'Q015', 'Q113')")
  const before = level()
  const ask = (...staff: string[]) =>
    rawPost(
      portal,
      published,
      JSON.stringify([
        Object.fromEntries(
          staff.flatMap((each) => [
            [`was.${id(each)}`, "edit"],
            [`level.${id(each)}`, "admin"],
          ]),
        ),
      ]),
      headers,
    )
  expect(await ask("Q015")).toMatchObject({ code: "forbidden" })
  expect(await ask("Q014")).toMatchObject({ code: "forbidden" })
  expect(await ask("Q113", "Q015")).toMatchObject({ code: "forbidden" })
  expect(level()).toEqual(before)
  const stranger = await as("Q113")
  await stranger.goto("/admin/departments?tab=levels")
  await expect(stranger.getByRole("radiogroup")).toHaveCount(0)
  for (const path of ["/admin/departments", "/admin/sensitivity"]) {
    const answer = await stranger.goto(path)
    expect(answer?.status()).toBe(404)
  }
})

test("a label makes a task vanish for the uncleared, live, in list, search and by its link", async ({
  as,
}) => {
  const name = "整理明年的报价底线"
  const head = await as("Q016")
  await head.goto("/tasks/new")
  await head.getByLabel("任务名称").fill(name)
  await head.getByLabel("负责人").fill("kenanxing")
  await head.getByRole("option", { name: /柯南星/ }).click()
  await head.getByLabel("所属项目/部门").selectOption("产品部")
  await head.getByRole("main").getByRole("button", { name: "新建任务" }).click()
  await expect(head.getByRole("heading", { name })).toBeVisible()

  const colleague = await as("Q103")
  await colleague.goto("/tasks?view=all")
  const link = colleague.getByRole("link", { name })
  await expect(link).toBeVisible()
  const address = (await link.getAttribute("href")) ?? ""
  const open = await colleague.context().newPage()
  await open.goto(address)
  await expect(open.getByRole("heading", { name })).toBeVisible()

  const label = head.getByLabel("敏感类别")
  const save = head.getByRole("button", { name: "保存" })
  await head.goto(`${address}/edit`)
  await head.locator("summary", { hasText: "敏感类别" }).click()
  await label.selectOption("战略")
  await save.click()
  await head.waitForURL((url) => url.pathname === address)

  await expect(link).toHaveCount(0)
  await expect(open.getByRole("heading", { name })).toHaveCount(0)
  expect((await open.goto(address))?.status()).toBe(404)
  await open.goto(`/search?q=${encodeURIComponent("报价底线")}`)
  await expect(open.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(open.getByRole("link", { name })).toHaveCount(0)
  await head.goto("/tasks")
  await expect(head.getByRole("link", { name })).toBeVisible()

  await head.goto(`${address}/edit`)
  await head.getByLabel("协办人").fill("lianning")
  await head.getByRole("option", { name: /李安宁/ }).click()
  await save.click()
  await expect(head.getByText("李安宁 没有查看这一敏感类别的权限").first()).toBeVisible()
})

test("losing a clearance asks for a new owner and ends in the other's open page", async ({
  as,
}) => {
  const admin = await as("Q001")
  await admin.goto("/admin/sensitivity")
  await admin.getByRole("link", { name: /财务/ }).click()
  const clerk = await as("Q122")
  await clerk.goto("/tasks")
  const owned = clerk.locator("main [data-open]")
  const before = await owned.count()
  await admin.getByRole("link", { name: "移除 曹嘉木 的许可" }).click()
  const dialog = admin.getByRole("dialog", { name: /移除 曹嘉木/ })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel("新的负责人").selectOption({ label: "金朵 · 财务部" })
  await dialog.getByRole("button", { name: "移除许可" }).click()
  await expect(dialog).toHaveCount(0)
  await expect(admin.getByRole("link", { name: "移除 曹嘉木 的许可" })).toHaveCount(0)
  expect(before).toBeGreaterThan(0)
  await expect.poll(() => owned.count()).toBeLessThan(before)
})

test("a change of the tree says first what it will do, and does it when confirmed", async ({
  as,
  portal,
}) => {
  const admin = await as("Q004")
  const [row] = look<{ id: number }>(portal, "select id from departments where name = '后端组'")
  await admin.goto(`/admin/departments?department=${row?.id}`)
  await admin.getByLabel("上级部门").first().selectOption("产品部")
  await admin.getByRole("button", { name: "保存" }).click()
  await expect(admin.getByText("柯南星会看到后端组的记录")).toBeVisible()
  await expect(admin.getByText("周舟会失去后端组的记录")).toBeVisible()
  await admin.getByRole("button", { name: "返回修改" }).click()
  expect(look(portal, "select parent_id from departments where name = '后端组'")).toEqual(
    look(portal, "select id as parent_id from departments where name = '研发部'"),
  )
  await admin.getByLabel("上级部门").first().selectOption("产品部")
  await admin.getByRole("button", { name: "保存" }).click()
  await admin.getByRole("button", { name: "确认" }).click()
  await expect
    .poll(() => look(portal, "select parent_id from departments where name = '后端组'"))
    .toEqual(look(portal, "select id as parent_id from departments where name = '产品部'"))
  alter(
    portal,
    `update departments set parent_id = (select id from departments where name = '研发部')
     where name = '后端组'`,
  )
  alter(portal, "update counters set value = value + 1 where name = 'organisation'")
})

test("the tree of departments folds, opens and is walked by arrow keys", async ({ as }) => {
  const page = await as("Q001")
  await page.goto("/admin/departments")
  const tree = page.getByRole("navigation", { name: "部门树" })
  const node = (name: string) => tree.getByRole("link", { name: new RegExp(`^${name}`) })
  await node("研发部").focus()
  await page.keyboard.press("ArrowDown")
  await expect(node("测试组")).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(node("研发部")).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(node("测试组")).toBeHidden()
  await page.keyboard.press("ArrowRight")
  await expect(node("测试组")).toBeVisible()
})

test("works without a script: levels, a department, a clearance", async ({ as }) => {
  const head = await as("Q020", { javaScriptEnabled: false })
  await head.goto("/admin/departments")
  await levelOf(head, "何博文", "可编辑").check()
  await head.getByRole("button", { name: "保存" }).click()
  await expect(levelOf(head, "何博文", "可编辑")).toBeChecked()
  await expect(head.getByRole("region", { name: "更改记录" })).toContainText("何博文")

  const admin = await as("Q001", { javaScriptEnabled: false })
  await admin.goto("/admin/departments")
  await admin.getByLabel("部门名称").fill("法务部")
  await admin.getByRole("button", { name: "新增部门" }).click()
  await expect(admin.getByRole("heading", { level: 1, name: "法务部" })).toBeVisible()
  await admin.getByRole("button", { name: "解散部门" }).click()
  await admin.getByRole("button", { name: "确认" }).click()
  await expect(admin.getByRole("link", { name: /法务部/ })).toHaveCount(0)

  await admin.goto("/admin/sensitivity")
  await admin.getByRole("link", { name: /战略/ }).click()
  await admin.getByLabel("员工").fill("何静")
  await admin.getByRole("button", { name: "给予许可" }).click()
  await expect(admin.getByRole("link", { name: "移除 何静 的许可" })).toBeVisible()
})
