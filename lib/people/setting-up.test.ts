import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { signedInByToken } from "@/lib/platform/session-row"
import { settings } from "@/lib/platform/settings"
import { isSetupCode, setupCode } from "@/lib/platform/setup-code"
import { ownPath } from "@/lib/platform/site-address"
import { writeAsSystem } from "@/lib/platform/write"
import { deviceName } from "./device-name"
import { hashPassword } from "./passwords"
import { hasPeople, setUp } from "./setting-up"

beforeAll(() => migrate())

test("the code is read off the terminal, spaces and case don't count", () => {
  expect(isSetupCode("")).toBe(false)
  const code = setupCode()
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(setupCode()).toBe(code)
  expect(isSetupCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(true)
  expect(isSetupCode("AAAA-AAAA-AAAA")).toBe(false)
})

test("set-up writes everything at once, signs the administrator in, and happens once", async () => {
  expect(await hasPeople(db())).toBe(false)
  const wanted = {
    company: { name: "栖木软件", timeZone: "Asia/Shanghai", locale: "zh" as const },
    administrator: {
      name: "林默",
      staffNo: "Q001",
      email: "lin.mo@qibu.example",
      phone: "13010203040",
      post: "总经理",
      birthday: "1978-05-12",
      passwordHash: await hashPassword("qing-shan-4-lv-shui"),
    },
    workWeek: (await settings()).workWeek,
    department: "总经办",
  }
  const { token } = await writeAsSystem("setup", (ctx) => setUp(ctx, wanted, null))
  const found = await signedInByToken(token)
  expect(found).toMatchObject({
    due: null,
    actor: { name: "林默", level: "admin", duties: new Set(["platform"]) },
  })
  expect((await settings()).company.name).toBe("栖木软件")
  await expect(writeAsSystem("setup", (ctx) => setUp(ctx, wanted, null))).rejects.toMatchObject({
    code: "not_found",
  })
})

test("after signing in one stays on this site", () => {
  expect(ownPath("/tasks?view=mine")).toBe("/tasks?view=mine")
  for (const away of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%0a/../..//evil",
    "/\t/evil.example",
    "",
    null,
  ])
    expect(ownPath(away)).toMatch(/^\/(?![/\\])/)
})

test("devices have the names people use", () => {
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1"
  expect(deviceName(edge, "zh")).toEqual({
    system: "Windows",
    browser: "Edge 浏览器",
    handheld: false,
  })
  expect(deviceName(phone, "en")).toEqual({ system: "iPhone", browser: "Safari", handheld: true })
  expect(deviceName(null, "zh")).toEqual({ system: "", browser: "", handheld: false })
})
