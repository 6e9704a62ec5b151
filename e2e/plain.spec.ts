import { expect, pageOf, signIn, test } from "./fixtures"
import { alter } from "./visitor"

test("without JavaScript one signs in, writes a task by typing a name, and finds it", async ({
  lend,
}) => {
  const page = await lend({ javaScriptEnabled: false })
  await signIn(page, "Q015")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("清点机房备件")
  await page.getByLabel("负责人").fill("没有这个人")
  await page.getByLabel("协办人").fill("石磊")
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByText("没有找到这个人，请输入姓名、工号或邮箱")).toBeVisible()
  await expect(page.getByLabel("任务名称")).toHaveValue("清点机房备件")
  await expect(page.getByLabel("负责人")).toHaveValue("没有这个人")
  await expect(page.getByLabel("协办人")).toHaveValue("石磊")
  await page.getByLabel("负责人").fill("陈晨")
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "清点机房备件" })).toBeVisible()

  await page.goto("/search?q=备件")
  await expect(page.getByRole("link", { name: "清点机房备件" })).toBeVisible()
})

test("the company's promises at the door are said in the reader's language, one day as one", async ({
  lend,
}) => {
  const page = await lend({ locale: "en-US" })
  await page.goto("/login")
  const promises = page.getByRole("complementary", { name: /^Communication rules/ })
  await expect(promises.getByText("day ahead", { exact: true })).toBeVisible()
  await expect(promises.getByText("minutes", { exact: true })).toBeVisible()
})

test("two who edit one task: the second sees both texts, and nothing is overwritten", async ({
  as,
}) => {
  const first = await as("Q015")
  await first.goto("/tasks/new")
  await first.getByLabel("任务名称").fill("写缓存方案")
  await first.getByLabel("负责人").fill("石磊")
  await first.getByRole("button", { name: "新建任务" }).click()
  await expect(first.getByRole("heading", { level: 1, name: "写缓存方案" })).toBeVisible()
  const address = `${first.url()}/edit`
  const second = await as("Q015")
  await first.goto(address)
  await second.goto(address)
  await second.getByLabel("任务名称").fill("写缓存方案（乙）")
  await first.getByLabel("任务名称").fill("写缓存方案（甲）")
  await first.getByRole("button", { name: "保存" }).click()
  await expect(first.getByRole("heading", { level: 1, name: "写缓存方案（甲）" })).toBeVisible()
  await second.getByRole("button", { name: "保存" }).click()
  await expect(second.getByRole("region", { name: "现在的内容" })).toContainText("（甲）")
  await expect(second.getByLabel("任务名称")).toHaveValue("写缓存方案（乙）")
  await second.getByRole("button", { name: "保存" }).click()
  await expect(second.getByRole("heading", { level: 1, name: "写缓存方案（乙）" })).toBeVisible()
})

test("where nothing can be read at all, the page says so in the reader's language, with the number in the log", async ({
  lend,
  portal,
  complaints,
}) => {
  const page = await pageOf(lend, portal, "Q011", { locale: "en-US" })
  alter(portal, "alter table sessions rename to sessions_away")
  try {
    await page.goto("/tasks")
    const said = page.getByRole("alert").getByText(/give support this number: \d+/)
    await expect(said).toBeVisible()
    const [number = ""] = /\d+$/.exec((await said.textContent()) ?? "") ?? []
    expect(portal.printed()).toContain(`"digest":"${number}","route":"/tasks"`)
  } finally {
    alter(portal, "alter table sessions_away rename to sessions")
  }
  await page.getByRole("button", { name: "Try again" }).click()
  await expect(page.getByRole("link", { name: "My day" })).toBeVisible()
  // What the framework says of a page whose server part failed; else a page complains of nothing.
  for (const said of complaints.splice(0)) expect(said).toContain("React error #441")
})

test("a change that went wrong says so with a number, under which the log has what happened", async ({
  lend,
  portal,
}) => {
  const page = await lend({ javaScriptEnabled: false })
  await signIn(page, "Q015")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("换掉坏了的门锁")
  await page.getByLabel("负责人").fill("陈晨")
  alter(portal, "alter table task_coworkers rename to coworkers_away")
  try {
    await page.getByRole("button", { name: "新建任务" }).click()
    const said = page.getByText(/没有保存。告诉技术支持时请附上编号/)
    await expect(said).toBeVisible()
    const [number = ""] = /编号 ([\w-]{20,})/.exec((await said.textContent()) ?? "")?.slice(1) ?? []
    expect(number).not.toBe("")
    const lines = portal
      .printed()
      .split("\n")
      .filter((line) => line.includes(number))
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        action: "tasks.create",
        requestId: number,
        err: { message: "no such table: task_coworkers" },
      },
    ])
    expect(lines.join()).not.toContain("门锁")
  } finally {
    alter(portal, "alter table coworkers_away rename to task_coworkers")
  }
  await expect(page.getByLabel("任务名称")).toHaveValue("换掉坏了的门锁")
  await expect(page.getByLabel("负责人")).toHaveValue("陈晨")
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "换掉坏了的门锁" })).toBeVisible()
})
