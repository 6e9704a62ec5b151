import { desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { deliveries } from "@/db/schema/notifications"
import { settings as rows } from "@/db/schema/platform"
import type { Duty, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { settings, settingsIn, writeSetting } from "@/lib/platform/settings"
import { findVague } from "@/lib/platform/vague"
import { usualVague } from "@/lib/platform/vague-words"
import { write } from "@/lib/platform/write"
import { actor, aPerson } from "@/tests/people"
import { changeSetting, mayChangeSettings } from "./changing"
import { setCompanyAccounts, setFileStore, setMailServer } from "./connections"
import { oidc, passwords, s3, smtp, wording } from "./inputs"
import { shownSettings } from "./shown"
import { queueTestMail } from "./test-mail"

let me: PersonActor

beforeAll(async () => {
  await migrate()
  me = await actor(await aPerson("Q001"))
})

const change = <T>(run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>) =>
  write(me, (ctx) => run(Object.assign(ctx, { actor: me })))

const server = {
  host: "smtp.qimu.example",
  port: 465,
  secure: true,
  user: "qibu",
  password: "mail-secret-1",
  from: "齐步 <qibu@qimu.example>",
}

test("only platform administrators change settings", () => {
  const withDuties = (...duties: Duty[]) => ({ ...me, duties: new Set(duties) })
  expect(mayChangeSettings(withDuties("platform"))).toBe(true)
  for (const duties of [[], ["hr"], ["support", "office"]] satisfies Duty[][])
    expect(mayChangeSettings(withDuties(...duties))).toBe(false)
})

test("a change goes by what it set itself, and nobody does when it is taken back", async () => {
  const { passwords } = await settings()
  const ours = { ...passwords, expireAfter: passwords.expireAfter + 7 }
  const broken = change(async (ctx) => {
    await writeSetting(ctx, "passwords", ours)
    expect((await settingsIn(ctx.tx)).passwords).toEqual(ours)
    throw new Error("taken back")
  })
  await expect(broken).rejects.toThrow("taken back")
  expect((await settings()).passwords).toEqual(passwords)
  expect((await change((ctx) => settingsIn(ctx.tx))).passwords).toEqual(passwords)
})

test("a test mail waits for a mail server, then lies in the outbox for whoever asked", async () => {
  await expect(change(queueTestMail)).rejects.toMatchObject({
    sentence: "settings.error.noMailServer",
  })
  await change((ctx) => setMailServer(ctx, server))
  expect(await change(queueTestMail)).toBe("Q001@qimu.example")
  const [mail] = await db().select().from(deliveries)
  expect(mail).toMatchObject({ template: "test", personId: me.personId, sentAt: null })
})

test("a secret is kept encrypted and never given back: not to the page, not to the audit log", async () => {
  await change((ctx) => setMailServer(ctx, server))
  expect(shownSettings(await settings()).smtp).toMatchObject({ user: "qibu", hasPassword: true })
  expect(JSON.stringify(shownSettings(await settings()))).not.toContain("mail-secret")
  const [stored] = await db().select().from(rows).where(eq(rows.name, "smtp"))
  expect(stored?.value).not.toContain("mail-secret")
  const [said] = await db().select().from(events).orderBy(desc(events.id)).limit(1)
  expect(said).toMatchObject({ type: "settings.changed", data: { names: ["smtp"] } })
})

test("an empty secret keeps the stored one, but not for another server or account", async () => {
  const again = { ...server, password: "" }
  await change((ctx) => setMailServer(ctx, { ...again, port: 587 }))
  expect((await settings()).smtp).toEqual({ ...server, port: 587 })
  for (const elsewhere of [{ host: "smtp.evil.example" }, { user: "somebody" }])
    await expect(
      change((ctx) => setMailServer(ctx, { ...again, ...elsewhere })),
    ).rejects.toMatchObject({ fields: { password: "settings.error.secretAgain" } })
  await change((ctx) => setMailServer(ctx, { ...again, user: "" }))
  expect((await settings()).smtp.password).toBe("")
})

test("company accounts and buckets need a secret once; an empty address forgets it", async () => {
  const accounts = { issuer: "https://id.qimu.example", clientId: "qibu", clientSecret: "" }
  await expect(change((ctx) => setCompanyAccounts(ctx, accounts))).rejects.toMatchObject({
    fields: { clientSecret: "errors.required" },
  })
  await change((ctx) => setCompanyAccounts(ctx, { ...accounts, clientSecret: "oidc-secret" }))
  await change((ctx) => setCompanyAccounts(ctx, accounts))
  expect((await settings()).oidc.clientSecret).toBe("oidc-secret")
  const bucket = {
    endpoint: "https://s3.qimu.example",
    bucket: "files",
    region: "cn",
    accessKey: "qibu",
    secretKey: "s3-secret",
  }
  await change((ctx) => setFileStore(ctx, bucket))
  const elsewhere = { ...bucket, endpoint: "https://s3.evil.example", secretKey: "" }
  await expect(change((ctx) => setFileStore(ctx, elsewhere))).rejects.toMatchObject({
    fields: { secretKey: "settings.error.secretAgain" },
  })
  await change((ctx) => setFileStore(ctx, { ...bucket, endpoint: "" }))
  expect(shownSettings(await settings()).s3).toMatchObject({ bucket: "", hasSecret: false })
})

test("what is typed is checked field by field", () => {
  const wrong = (result: { error?: { issues: { path: PropertyKey[] }[] } }) =>
    result.error?.issues.map(({ path }) => path.join())
  expect(wrong(passwords.safeParse({ expireAfter: "" }))).toEqual(["expireAfter"])
  expect(wrong(passwords.safeParse({ expireAfter: "-1" }))).toEqual(["expireAfter"])
  expect(passwords.parse({ expireAfter: "0" })).toEqual({ expireAfter: 0, secondFactorFor: [] })
  expect(wrong(smtp.safeParse({ host: "a b", port: "70000", from: "a@b\nc@d" }))).toEqual([
    "host",
    "port",
    "from",
  ])
  expect(wrong(smtp.safeParse({ host: "mail", port: "25" }))).toEqual(["from"])
  expect(wrong(oidc.safeParse({ issuer: "javascript:alert(1)", clientId: "qibu" }))).toEqual([
    "issuer",
  ])
  expect(wrong(s3.safeParse({ endpoint: "https://s3.example" }))).toEqual([
    "bucket",
    "region",
    "accessKey",
  ])
})

test("a company's name and rules are written as they are", async () => {
  await change((ctx) =>
    changeSetting(ctx, "promises", {
      urgentMinutes: 10,
      ordinaryHours: 3,
      minutesHours: 4,
      noticeDays: 0,
    }),
  )
  expect((await settings()).promises).toMatchObject({ urgentMinutes: 10, noticeDays: 0 })
})

const all = {
  time: Object.keys(usualVague.time),
  amount: Object.keys(usualVague.amount),
  who: Object.keys(usualVague.who),
}

test("administrators take vague words out of the list and add the company's own", async () => {
  const typed = wording.parse({
    ...all,
    time: all.time.filter((name) => name !== "尽快"),
    ownTime: " 下个迭代 \r\n\n下个迭代\neow",
    ownWho: "那谁",
  })
  expect(typed).toEqual({
    off: ["尽快"],
    own: [
      { phrase: "下个迭代", kind: "time" },
      { phrase: "eow", kind: "time" },
      { phrase: "那谁", kind: "who" },
    ],
  })
  await change((ctx) => changeSetting(ctx, "wording", typed))
  const found = findVague("尽快让那谁下个迭代做，改天再看", (await settings()).wording)
  expect(found.map(({ word }) => word)).toEqual(["那谁", "下个迭代", "改天"])
})

test("words that nobody ticked any more are off; a list too long for anybody is refused", () => {
  expect(wording.parse({}).off).toEqual(Object.values(all).flat())
  const many = Array.from({ length: 101 }, (_, nth) => `词${nth}`).join("\n")
  for (const ownTime of [many, "字".repeat(41)])
    expect(wording.safeParse({ ...all, ownTime }).error?.issues[0]?.path).toEqual(["ownTime"])
})
