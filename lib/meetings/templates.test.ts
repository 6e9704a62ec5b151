import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { sees } from "@/lib/platform/actor"
import { doing, meet, type Own, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { canChange, findTemplate, listTemplates, type Template } from "./agenda-template"
import { changeTemplate, makeTemplate, removeTemplate } from "./saving-templates"
import { newTemplate } from "./template-inputs"

beforeAll(async () => {
  await beginWithWorld()
  await meet("陈晨", "周舟", "方圆", "林默")
})

const topics = [{ title: "进展", goal: "对一遍", minutes: 20 }]
const make = (name: string, title: string, shared = false) =>
  doing(name, (ctx) => makeTemplate(ctx, { name: title, shared, topics }))
const names = async (name: string) => (await listTemplates(who(name))).map((each) => each.name)
const known = async (id: number): Promise<Template> => {
  const template = await findTemplate(db(), id)
  if (!template) throw new Error(`there is no template ${id}`)
  return template
}
const change = (
  name: string,
  id: number,
  run: (ctx: Own, template: Template) => Promise<unknown>,
) => doing(name, async (ctx) => run(ctx, await known(id)))

test("one's own agenda is nobody else's to see", async () => {
  const id = await make("陈晨", "测试周会")
  expect(await names("陈晨")).toContain("测试周会")
  expect(await names("周舟")).not.toContain("测试周会")
  expect(sees(who("周舟"), await known(id))).toBe(false)
})

test("heads make agendas for everybody; others keep theirs to themselves", async () => {
  const id = await make("周舟", "部门例会", true)
  expect(await names("方圆")).toContain("部门例会")
  await expect(make("陈晨", "大家的", true)).rejects.toMatchObject({
    fields: { shared: "meetings.error.share" },
  })
  expect(canChange(who("陈晨"), await known(id))).toBe(false)
  expect(canChange(who("林默"), await known(id))).toBe(true)
})

test("changed by two at once, the second sees that somebody was faster", async () => {
  const id = await make("周舟", "复盘", true)
  const said = { name: "复盘会", shared: true, topics }
  await change("周舟", id, (ctx, template) => changeTemplate(ctx, template, 1, said))
  await expect(
    change("林默", id, (ctx, template) => changeTemplate(ctx, template, 1, said)),
  ).rejects.toMatchObject({ code: "conflict" })
})

test("removed it is offered to nobody any more", async () => {
  const id = await make("周舟", "旧例会", true)
  await change("周舟", id, (ctx, template) => removeTemplate(ctx, template))
  expect(await names("周舟")).not.toContain("旧例会")
  expect(sees(who("周舟"), await known(id))).toBe(false)
})

test("a form's rows without a title are none, and an agenda has a topic at least", async () => {
  const form = { name: "空", topic1: "一", minutes1: "15", goal1: "", topic2: "", minutes2: "" }
  expect(newTemplate.parse(form).topics).toEqual([{ title: "一", goal: "", minutes: 15 }])
  await expect(
    doing("陈晨", (ctx) => makeTemplate(ctx, { name: "空", shared: false, topics: [] })),
  ).rejects.toMatchObject({ fields: { topic1: "meetings.error.noTopic" } })
})
