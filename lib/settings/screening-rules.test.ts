import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { falseFinds, fileFinds } from "@/db/schema/outward"
import { reportFileFindAction } from "@/lib/outward/actions"
import { reportedFinds, reportFind } from "@/lib/outward/false-finds"
import { receiveFile } from "@/lib/platform/files/receiving"
import { findKinds } from "@/lib/platform/screening/kinds"
import { screen } from "@/lib/platform/screening/screening"
import { settings } from "@/lib/platform/settings"
import { does } from "@/tests/groups"
import { sends } from "@/tests/inviting"
import { actor, aPerson } from "@/tests/people"
import { screening } from "./inputs-screening"
import {
  addException,
  changeScreening,
  requireQuick,
  tryScreening,
  turnOff,
} from "./screening-rules"

let [admin, ann] = [0, 0]
const all = { kinds: [...findKinds] }

beforeAll(async () => {
  await migrate()
  admin = await aPerson("admin", { department: "综合部" })
  ann = await aPerson("ann", { department: "客服部" })
})

test("what is no expression, or takes too long on longer texts, isn't saved", async () => {
  expect(screening.safeParse({ ...all, patterns: "QB-(" }).error?.issues[0]?.path).toEqual([
    "patterns",
  ])
  for (const patterns of ["(a+)+$", "(?:\\w|\\d)+-$", "(?:[一-龥]+)+。"]) {
    const slow = requireQuick(screening.parse({ ...all, patterns }).typed)
    await expect(slow).rejects.toMatchObject({
      fields: { patterns: "settings.screening.error.slow" },
    })
  }
  await requireQuick(screening.parse({ ...all, patterns: "QB-\\d{4}\n昆仑\\w*计划" }).typed)
})

test("rules are tried before they are saved, and nothing of the text is kept", async () => {
  const typed = { ...all, ownWords: "昆仑计划", patterns: "QB-\\d{4}", except: "13800000000" }
  const sample = "昆仑计划 QB-2026 打 13800000000 或 13812345678"
  const answer = await tryScreening(screening.parse({ ...typed, sample }))
  expect(answer).toMatchObject({ counts: { word: 2, phone: 1 }, unchecked: false })
  expect((await settings()).screening.own).toEqual([])
})

test("saved, the audit log knows how many words there are, and none of them", async () => {
  const typed = { kinds: findKinds.filter((kind) => kind !== "email"), ownWords: "昆仑计划\n天山" }
  await does(admin, (ctx) => changeScreening(ctx, screening.parse(typed).rules))
  expect((await settings()).screening).toMatchObject({ off: ["email"], except: [] })
  const said = JSON.stringify(await db().select().from(events))
  expect(said).toContain('"words":2')
  expect(said).not.toMatch(/昆仑|天山/)
})

test("who says that a find is none is counted once, and their words are not kept", async () => {
  const say = (by: number, found: string) =>
    does(by, (ctx) => reportFind(ctx, { kind: "phone", found }))
  await say(ann, "13812345678")
  await say(ann, "13812345678")
  await say(admin, "13812345678")
  expect(await reportedFinds()).toMatchObject([{ kind: "phone", shown: "138****5678", people: 2 }])
  await expect(say(ann, "周三上午见")).rejects.toMatchObject({ code: "invalid" })
  const kept = JSON.stringify([
    await db().select().from(falseFinds),
    await db().select().from(events),
  ])
  expect(kept).not.toContain("13812345678")
})

test("a kind that is turned off isn't looked for; the other rules stay", async () => {
  await does(admin, (ctx) => turnOff(ctx, "phone"))
  expect((await settings()).screening).toMatchObject({
    off: ["email", "phone"],
    own: [{ words: "昆仑计划" }, { words: "天山" }],
  })
})

test("a find becomes an exception from the find itself, and passes from then on", async () => {
  await does(admin, async (ctx) =>
    changeScreening(ctx, screening.parse({ ...all, except: "综合部" }).rules),
  )
  const text = "总机 13987654321，回电即可"
  expect((await screen(text)).finds).toHaveLength(1)
  await does(admin, (ctx) => addException(ctx, "13987654321"))
  expect((await screen(text)).finds).toEqual([])
  expect((await settings()).screening.except).toEqual(["综合部", "13987654321"])
  // Neither what is no find, nor more than was found.
  for (const found of ["周三上午见", "回电 13812345678", "13987654321"])
    await expect(does(admin, (ctx) => addException(ctx, found))).rejects.toMatchObject({
      code: "invalid",
    })
  expect(JSON.stringify(await db().select().from(events))).not.toContain("13987654321")
})

test("what was found in a file is said to be none by whoever may open it, without its words", async () => {
  const body = (async function* () {
    yield Buffer.from("前台 13700000001，仓库 13700000001，财务 13700000002")
  })()
  const file = await receiveFile(await actor(ann), { name: "电话.txt", announced: null, body })
  const report = (by: number) => sends(by, reportFileFindAction, { kind: "phone", file: file.id })
  await report(ann)
  await report(ann)
  const rows = await reportedFinds()
  expect(rows.find(({ shown }) => shown === "137****0001")).toMatchObject({ people: 1 })
  expect(rows.find(({ shown }) => shown === "137****0002")).toMatchObject({ people: 1 })
  await expect(report(admin)).rejects.toMatchObject({ code: "not_found" })
  const kept = JSON.stringify([
    await db().select().from(falseFinds),
    await db().select().from(fileFinds),
    await db().select().from(events),
  ])
  expect(kept).not.toContain("1370000000")
})
