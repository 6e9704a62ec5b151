import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { engine, migrate } from "@/db/engine"
import { rateLimits } from "@/db/schema/platform"
import { Refusal } from "@/lib/platform/refusal"
import { writeAsSystem } from "@/lib/platform/write"
import { disablePerson } from "./disabling"
import { countFailure } from "./guessing"
import { comeIn, hire, tryDoor } from "./test-people"

const right = "qing-shan-4-lv-shui"

beforeAll(async () => {
  await migrate()
  await hire("Q101", right)
  await hire("Q102", right)
  await hire("Q103", right)
  const gone = await hire("Q104", right)
  await hire("Q105", right, ["platform"])
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: gone }))
})

const answerTo = async (login: string, password: string, from?: Parameters<typeof tryDoor>[2]) => {
  const outcome = await tryDoor(login, password, from)
  return outcome instanceof Refusal ? [outcome.code, outcome.sentence, outcome.fields] : "in"
}

/** What was counted, moved into the past as if so much time had gone by. */
const later = (seconds: number) =>
  engine().write(async ({ db: tx }) => {
    const by = process.env.DATABASE_URL
      ? sql`make_interval(secs => ${seconds})`
      : sql`${seconds * 1000}`
    await tx.update(rateLimits).set({ resetsAt: sql`${rateLimits.resetsAt} - ${by}` })
  })

/** A failure as the door counts it, without the time that checking a password takes. */
const failAt = (address: string, login: string) =>
  writeAsSystem("test", (ctx) => countFailure(ctx, { login, address, knownDevice: null }))

test("an unknown, a wrong and a disabled account are answered alike", async () => {
  const unknown = await answerTo("Q999", right, { address: "10.1.0.1" })
  const wrong = await answerTo("Q101", "not-the-password", { address: "10.1.0.2" })
  const disabled = await answerTo("Q104", right, { address: "10.1.0.3" })
  expect(wrong).toEqual(["invalid", "people.signIn.wrong", { password: "people.signIn.wrong" }])
  expect(unknown).toEqual(wrong)
  expect(disabled).toEqual(wrong)
})

test("who guesses from every address of an IPv6 network waits as from one; their neighbours don't", async () => {
  for (let i = 0; i < 35; i++) await failAt(`2001:db8:2:7::${i}`, `v6-${i % 8}@qibu.example`)
  expect(await tryDoor("Q103", right, { address: "2001:db8:2:7:a::b" })).toMatchObject({
    code: "busy",
    sentence: "people.signIn.wait",
  })
  expect(await answerTo("Q103", right, { address: "2001:db8:2:8::1" })).toBe("in")
})

test("after five failures an account waits, longer each time, whoever has it or not", async () => {
  for (const login of ["Q102", "nobody@qibu.example"]) {
    for (let i = 0; i < 4; i++) await failAt(`10.2.0.${i}`, login.toLowerCase())
    expect(await answerTo(login, "wrong", { address: "10.2.0.5" })).toContain("invalid")
    const waiting = await tryDoor(login, right, { address: "10.2.1.1" })
    expect(waiting).toMatchObject({
      code: "busy",
      sentence: "people.signIn.wait",
      values: { seconds: 1 },
    })
  }
  await later(2)
  await answerTo("Q102", "wrong", { address: "10.2.0.9" })
  expect(await tryDoor("Q102", right)).toMatchObject({ values: { seconds: 2 } })
  await later(3)
  expect(await answerTo("Q102", right)).toBe("in")
  expect(await answerTo("Q102", "wrong")).toContain("invalid")
})

test("a browser that signed in before waits for nobody's failures but its own", async () => {
  const { device } = await comeIn("Q103", right)
  for (let i = 0; i < 8; i++) await failAt("10.3.0.1", "q103")
  expect(await answerTo("Q103", right, { address: "10.3.0.1" })).toContain("busy")
  expect(await answerTo("Q103", right, { device })).toBe("in")
  for (let i = 0; i < 5; i++) await answerTo("Q103", "wrong", { device })
  expect(await answerTo("Q103", right, { device })).toContain("busy")
})

test("many tried at once are not many guesses", async () => {
  const since = Date.now()
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => answerTo("Q101", "wrong", { address: "10.4.0.1" })),
  )
  const counted = tries.filter((answer) => answer.includes("invalid")).length
  // Waits of 1, 2, 4 … seconds may have ended on a slow machine, and let one more in each.
  const ended = Math.floor(Math.log2((Date.now() - since) / 1000 + 1))
  expect(counted).toBeLessThanOrEqual(5 + ended)
}, 30_000)

test("an office is delayed, never locked out; an address that tries many accounts is refused", async () => {
  for (let i = 0; i < 31; i++) await failAt("10.5.0.1", `swept${i}`)
  expect(await tryDoor("Q105", right, { address: "10.5.0.1" })).toMatchObject({
    sentence: "people.signIn.wait",
  })
  await later(9)
  expect(await tryDoor("Q105", right, { address: "10.5.0.1" })).toMatchObject({
    sentence: "people.signIn.tooMany",
  })
  expect(await answerTo("Q105", right, { address: "10.5.0.2" })).toBe("in")
  await later(16 * 60)
  expect(await answerTo("Q105", right, { address: "10.5.0.1" })).toBe("in")
}, 30_000)

test("who failed while the clock was ahead waits no longer than a minute once it is right", async () => {
  for (const days of [1, 400]) {
    for (let i = 0; i < 40; i++) await failAt("10.6.0.1", `ahead${i}`)
    for (let i = 0; i < 12; i++) await failAt("10.6.0.1", "q105")
    await later(-days * 24 * 3600)
    expect(await answerTo("Q105", right, { address: "10.6.0.1" })).toBe("in")
  }
  for (let i = 0; i < 5; i++) await failAt("10.6.0.2", "q105")
  expect(await answerTo("Q105", right, { address: "10.6.0.2" })).toContain("busy")
}, 30_000)
