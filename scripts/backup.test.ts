import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Engine, engine, migrate, migrationsFolder, openEngine } from "@/db/engine"
import { events, seals } from "@/db/schema/events"
import { guestInvitations, guestSessions } from "@/db/schema/guests"
import { deliveries } from "@/db/schema/notifications"
import { departments, people, sessions } from "@/db/schema/people"
import { type Env, readEnv } from "@/lib/platform/env"
import { readSecrets } from "@/lib/platform/secrets"
import { makeBackup } from "@/scripts/backing-up"
import { restoreBackup } from "@/scripts/restoring"

const folder = mkdtempSync(join(tmpdir(), "qibu-backup-"))
const file = join(folder, "company.tar.gz")
const now = new Date("2026-11-20T01:02:03.456Z")
const office = readEnv()
const opened: Engine[] = []
const databases: string[] = []

beforeAll(async () => {
  await migrate()
  readSecrets(office.data)
  mkdirSync(join(office.data, "files", "ab"), { recursive: true })
  writeFileSync(join(office.data, "files", "ab", "abcdef"), "合同".repeat(50_000))
  writeFileSync(join(office.data, "files", "empty"), "")
  await fill()
  await makeBackup(office, file, true)
})

afterAll(async () => {
  for (const one of opened) await one.close()
  for (const name of databases) await onServer(`drop database ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

test("a restored portal has the same people, files and secrets", async () => {
  const { env, read } = await restored()
  const [person] = await read.select().from(people)
  expect(person).toMatchObject({ staffNo: "Q001", name: "林默", createdAt: now })
  const [event] = await read.select().from(events)
  expect(event).toMatchObject({ type: "person.hired", data: { 工号: "Q001\n\t'\"" }, at: now })
  expect(readSecrets(env.data)).toEqual(readSecrets(office.data))
  for (const name of ["ab/abcdef", "empty"]) {
    const same = readFileSync(join(office.data, "files", name))
    expect(readFileSync(join(env.data, "files", name)).equals(same)).toBe(true)
  }
})

test("nobody is signed in or let in after a restore, and mail that was waiting is not sent", async () => {
  const { read } = await restored()
  expect(await read.select().from(sessions)).toEqual([])
  expect(await read.select().from(guestSessions)).toEqual([])
  expect((await read.select().from(guestInvitations)).map((row) => row.tokenHash)).toEqual([null])
  const [mail] = await read.select().from(deliveries)
  expect(mail?.sentAt).toBeNull()
  expect(mail?.failedAt).toBeInstanceOf(Date)
})

test("a restored portal migrates, refuses to change or delete what is in the log, and gives new numbers", async () => {
  const { target, read } = await restored()
  expect(await target.migrate({ folder: migrationsFolder() })).toEqual({ applied: 0 })
  for (const forge of [
    sql`update events set type = 'x'`,
    sql`delete from events`,
    sql`update seals set hash = 'x'`,
    sql`delete from seals`,
  ]) {
    const forging = target.write((tx) => target.run(tx.db, forge))
    const refused = await forging.then(
      () => "",
      (error) => `${error} ${error.cause}`,
    )
    expect(refused).toMatch(/never (changed|deleted)/)
  }
  expect(await read.select().from(seals)).toHaveLength(1)
  expect(await read.select().from(events)).toHaveLength(1)
  const before = await read.select().from(departments)
  const values = { name: "研发部", createdAt: now }
  await target.write(async (tx) => void (await tx.db.insert(departments).values(values)))
  const after = await read.select().from(departments)
  expect(after.map((row) => row.id)).toEqual([...before.map((row) => row.id), 3])
})

test("a folder that holds data is refused, and moved aside when forced", async () => {
  const { env } = await restored(join(folder, "used"))
  const again = restoreBackup(env, file, false, migrationsFolder())
  await expect(again).rejects.toMatchObject({ reason: "notEmpty" })
  const fresh = { ...env, databaseUrl: await emptyDatabase() }
  await restoreBackup(fresh, file, true, migrationsFolder())
  expect(readdirSync(env.data).some((name) => name.startsWith("before-restore-"))).toBe(true)
})

test("a damaged backup is refused and leaves nothing behind", async () => {
  const bytes = readFileSync(file)
  const cut = join(folder, "cut.tar.gz")
  writeFileSync(cut, bytes.subarray(0, bytes.length - 200))
  const env = { ...office, data: join(folder, "from-cut"), databaseUrl: await emptyDatabase() }
  await expect(restoreBackup(env, cut, false, migrationsFolder())).rejects.toMatchObject({
    reason: "damaged",
  })
  expect(readdirSync(env.data)).toEqual([])
})

test("what an upload or somebody else leaves in the folder of files neither stops a backup nor spoils it", async () => {
  const files = join(office.data, "files")
  writeFileSync(join(files, "ab", "broken-off"), "half")
  writeFileSync(join(files, "说明 (1).txt"), "not the portal's")
  const beside = join(folder, "beside.tar.gz")
  const running = makeBackup(office, beside, true)
  rmSync(join(files, "ab", "broken-off"))
  await running
  rmSync(join(files, "说明 (1).txt"))
  const env = { ...office, data: join(folder, "from-beside"), databaseUrl: await emptyDatabase() }
  const { entries } = await restoreBackup(env, beside, false, migrationsFolder())
  const names = Object.keys(entries).filter((name) => name.startsWith("files/"))
  expect(names.sort()).toEqual(["files/ab/abcdef", "files/empty"])
})

test("any tar opens a backup", () => {
  const names = execFileSync("tar", ["tzf", file], { encoding: "utf8" }).trim().split("\n")
  expect(names).toContain("manifest.json")
  expect(names).toContain("files/ab/abcdef")
})

async function fill(): Promise<void> {
  const { write, run } = engine()
  await write(async (tx) => {
    await tx.db.insert(departments).values({ name: "总经办", createdAt: now })
    await tx.db.insert(people).values({
      staffNo: "Q001",
      name: "林默",
      pinyin: "linmo",
      initials: "lm",
      email: "lin.mo@qibu.example",
      departmentId: 1,
      level: "admin",
      createdAt: now,
    })
    await run(tx.db, sql`update departments set head_id = 1`)
    await tx.db.insert(departments).values({ name: "撤销的部门", parentId: 1, createdAt: now })
    await run(tx.db, sql`delete from departments where id = 2`)
    const times = { createdAt: now, seenAt: now, expiresAt: now }
    await tx.db
      .insert(sessions)
      .values({ tokenHash: "x", personId: 1, method: "password", ...times })
    const guest = {
      name: "顾远",
      organisation: "",
      email: "",
      purpose: "验收",
      locale: "zh",
    } as const
    const [invited] = await tx.db
      .insert(guestInvitations)
      .values({ ...guest, tokenHash: "t", inviterId: 1, createdAt: now, expiresAt: now })
      .returning({ id: guestInvitations.id })
    await tx.db
      .insert(guestSessions)
      .values({ tokenHash: "g", invitationId: invited?.id ?? 0, createdAt: now, seenAt: now })
    const mail = { address: "lin.mo@qibu.example", template: "first", payload: "{}", dueAt: now }
    await tx.db.insert(deliveries).values({ key: "k", channel: "email", personId: 1, ...mail })
    const event = { at: now, type: "person.hired", kind: "person", recordId: 1, topics: [] }
    const [said] = await tx.db
      .insert(events)
      .values({ ...event, actorKind: "system", data: { 工号: "Q001\n\t'\"" } })
      .returning({ id: events.id })
    await tx.db.insert(seals).values({ eventId: said?.id ?? 0, hash: "h" })
  })
}

async function restored(data = mkdtempSync(join(folder, "data-"))) {
  const env: Env = { ...office, data, databaseUrl: await emptyDatabase() }
  await restoreBackup(env, file, false, migrationsFolder())
  const target = openEngine({ url: env.databaseUrl, file: join(data, "qibu.db") })
  opened.push(target)
  return { env, target, read: target.read }
}

async function emptyDatabase(): Promise<string | undefined> {
  if (!office.databaseUrl) return undefined
  const name = `restored_${process.pid}_${databases.length}`
  databases.push(name)
  await onServer(`create database ${name}`)
  return Object.assign(new URL(office.databaseUrl), { pathname: `/${name}` }).href
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.QIBU_TEST_POSTGRES })
  await client.connect()
  await client.query(statement)
  await client.end()
}
