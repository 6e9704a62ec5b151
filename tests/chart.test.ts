import { beforeAll, describe, expect, test } from "vitest"
import { inOrder, layoutOf, measure } from "@/components/people/chart-layout"
import { type ChartWords, chartMarkup } from "@/components/people/chart-markup"
import { db, engine } from "@/db/engine"
import { departments, people } from "@/db/schema/people"
import { organisationChart } from "@/lib/people/chart"
import { chartFilter } from "@/lib/people/chart-filter"
import { toggled } from "@/lib/people/chart-opened"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation, organisationChanged } from "@/lib/platform/organisation"
import { writeAsSystem } from "@/lib/platform/write"
import { as } from "./personas"
import { beginWithWorld } from "./world"

let reader: PersonActor
beforeAll(async () => {
  await beginWithWorld()
  reader = await as("朱乐山")
})

const chart = (asked: Record<string, string> = {}) =>
  organisationChart(reader, chartFilter.parse(asked))

const words: ChartWords = {
  title: "组织架构图",
  head: "负责人",
  node: (department, head, count) => `${department}，${head ?? "没有负责人"}，${count} 人`,
  person: (name, post) => `${name}，${post}`,
  reports: (name) => `直属 ${name}`,
  newDays: () => "",
  more: (count) => `还有 ${count} 人`,
}

async function drawn(asked: Record<string, string> = {}) {
  const made = await chart(asked)
  return { made, svg: chartMarkup(made, layoutOf(made.root), words).text }
}

const departmentId = async (name: string) =>
  [...(await organisation(db())).departments.values()].find((each) => each.name === name)?.id ?? 0

describe("the organisation chart", () => {
  test("opens with the company and its departments, each named with its head and number", async () => {
    const { made, svg } = await drawn()
    expect(made.root.head?.name).toBe("林默")
    expect(made.root.below).toHaveLength(11)
    expect(svg).toContain("aria-label='研发部，周舟，16 人'")
    expect(svg).toContain("role='tree'")
    expect(svg).not.toContain("后端组")
  })

  test("counts everybody once, and nobody who left", async () => {
    const { made } = await drawn({ to: "people" })
    const shown = inOrder(layoutOf(made.root).root).flatMap(({ node }) => [
      ...node.people.map(({ id }) => id),
      ...(node.below.length > 0 && node.head ? [node.head.id] : []),
    ])
    expect(made.size).toEqual({ people: 60, departments: 16, levels: 4 })
    expect(new Set(shown).size).toBe(60)
  })

  test("says where the line manager isn't the department's head", async () => {
    const { svg } = await drawn({
      at: String(await departmentId("后端组")),
      open: String(await departmentId("后端组")),
    })
    expect(svg).toContain("直属 周舟")
    expect(svg.match(/直属/g)).toHaveLength(1)
  })

  test("opens and closes a department by its handle, whatever opened it", async () => {
    const org = await organisation(db())
    const id = await departmentId("研发部")
    const start = chartFilter.parse({})
    const opened = toggled(org, start, id, false)
    expect(
      (await organisationChart(reader, opened)).root.below.find((one) => one.id === id)?.open,
    ).toBe(true)
    expect(toggled(org, opened, id, true)).toEqual(start)
    const all = chartFilter.parse({ to: "teams" })
    const shut = toggled(org, all, id, true)
    expect(
      (await organisationChart(reader, shut)).root.below.find((one) => one.id === id)?.open,
    ).toBe(false)
    expect(toggled(org, shut, id, false)).toEqual(all)
  })

  test("leads to what is looked for: a department, or a person's", async () => {
    const path = async (q: string) => {
      const { root, foundPerson, missing } = await chart({ q })
      const names: string[] = []
      for (
        let at = root.below.find((one) => one.onPath);
        at;
        at = at.below.find((one) => one.onPath)
      )
        names.push(at.name)
      return { names, person: foundPerson !== null, missing }
    }
    expect(await path("华东")).toEqual({
      names: ["销售部", "华东区销售部"],
      person: false,
      missing: false,
    })
    expect(await path("shilei")).toEqual({
      names: ["研发部", "后端组"],
      person: true,
      missing: false,
    })
    expect(await path("前程")).toEqual({ names: [], person: false, missing: true })
    expect(await path("139")).toEqual({ names: [], person: false, missing: true })
  })

  test("has nothing lying over anything else", async () => {
    const { root } = layoutOf((await chart({ to: "people" })).root)
    const boxes = inOrder(root).flatMap(({ x, y, people: rows }) => [
      { x, top: y, bottom: y + measure.height },
      ...(rows ? [{ x: rows.x, top: rows.y, bottom: rows.y + rows.height }] : []),
    ])
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other && one.x === other.x)
          expect(one.bottom <= other.top || other.bottom <= one.top).toBe(true)
  })

  test("a name is only a name in the drawing", async () => {
    const id = await departmentId("运营部")
    await engine().write(({ db: tx }) =>
      tx.insert(departments).values({ name: `<b a='"'>`, parentId: id, createdAt: new Date() }),
    )
    await writeAsSystem("test", async (ctx) => {
      await organisationChanged(ctx)
      ctx.said.push({ type: "person.changed", recordId: reader.personId })
    })
    expect((await drawn({ to: "teams" })).svg).not.toContain("<b a")
  })
})

test("a company of 2,000 in a deep tree is drawn in part and says so, but opens where it is asked to", async () => {
  const deep = await engine().write(async ({ db: tx }) => {
    let parentId: number | null = null
    const ids: number[] = []
    for (let n = 0; n < 30; n++) {
      const [row]: { id: number }[] = await tx
        .insert(departments)
        .values({ name: `第 ${n} 层`, parentId, createdAt: new Date() })
        .returning({ id: departments.id })
      parentId = row?.id ?? 0
      ids.push(parentId)
    }
    const wide = Array.from({ length: 300 }, (_, n) => ({
      name: `组 ${n}`,
      parentId: ids[0] ?? 0,
      createdAt: new Date(),
    }))
    await tx.insert(departments).values(wide)
    const staff = Array.from({ length: 2_000 }, (_, n) => ({
      staffNo: `X${n}`,
      name: `员工${n}`,
      pinyin: "yuan gong",
      initials: "yg",
      email: `x${n}@qimu.example`,
      departmentId: ids[n % 30] ?? 0,
      level: "edit" as const,
      createdAt: new Date(),
    }))
    for (let at = 0; at < staff.length; at += 500)
      await tx.insert(people).values(staff.slice(at, at + 500))
    return ids
  })
  await writeAsSystem("test", async (ctx) => {
    await organisationChanged(ctx)
    ctx.said.push({ type: "person.changed", recordId: reader.personId })
  })
  const whole = await drawn({ to: "people" })
  expect(whole.made.bounded).toBe(true)
  expect(whole.svg.length).toBeLessThan(600_000)
  const last = await drawn({ at: String(deep.at(-1)), open: String(deep.at(-1)) })
  const leaf = inOrder(layoutOf(last.made.root).root).find(({ node }) => node.id === deep.at(-1))
  expect(leaf?.node.people).toHaveLength(50)
  expect(leaf?.node.more).toBe(16)
  expect(last.svg).toContain("还有 16 人")
})
