import { createHash } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { clientDossiers, clients, dossierPositions } from "@/db/schema/clients"
import { events } from "@/db/schema/events"
import { groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { files } from "@/db/schema/platform"
import { instantOf } from "@/lib/calendar/zones"
import { findGroup } from "@/lib/groups/group"
import { newInvitation } from "@/lib/guests/inputs"
import { findInvitation } from "@/lib/guests/invitation"
import { invite } from "@/lib/guests/inviting"
import { revoke } from "@/lib/guests/lasting"
import { plainly, sendMessage } from "@/lib/messages/sending"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { receiveFile } from "@/lib/platform/files/receiving"
import { seenFile } from "@/lib/platform/files/serving"
import { newFilesStore, storeOf } from "@/lib/platform/files/stores"
import { write } from "@/lib/platform/write"
import { zipEntries } from "@/lib/platform/zip-size"
import { zipText } from "@/lib/platform/zip-text"
import { searchFor } from "@/lib/search/queries"
import { does, newGroup } from "@/tests/groups"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { archiveClient } from "./archiving"
import { findClient } from "./client"
import { createClient } from "./creating"
import { checkDossier } from "./dossier-checking"
import { sweepDossiers } from "./dossier-sweep"
import { linkGroup } from "./group-link"
import { moveClients } from "./moving"
import { recordCommunication } from "./recording"

let an: PersonActor
let clientId = 0
const at = (day: string, clock = "10:00") => instantOf("Asia/Shanghai", day, clock)

beforeAll(beginWithWorld)
beforeEach(async () => {
  an = await as("梁音")
  clientId = await past(at("2027-01-05"), (ctx) =>
    createClient(ctx, {
      ...{ name: `封存客户${crypto.randomUUID()}`, shortName: "", creditCode: "", stage: "talks" },
      ...{ tags: "", region: "", address: "", remark: "", department: an.departmentId },
      ownerId: an.personId,
    }),
  )
})

type Own = Parameters<typeof createClient>[0]
const past = <T>(now: Date, run: (ctx: Own) => Promise<T>): Promise<T> =>
  write(an, (ctx) => run(Object.assign(ctx, { actor: an })), { now })

const talked = (day: string, topic: string) =>
  past(at(day), async (ctx) => {
    const client = await clientOf()
    await recordCommunication(ctx, client, {
      ...{ contactName: "", at: at(day, "09:00"), method: "phone", topic },
      ...{ need: `${topic}的需求`, response: "", plan: "", nextAt: null, ownerId: an.personId },
    })
  })
async function clientOf() {
  const client = await findClient(db(), clientId)
  if (!client) throw new Error("there is no client")
  return client
}
const chain = () =>
  db()
    .select()
    .from(clientDossiers)
    .where(eq(clientDossiers.clientId, clientId))
    .orderBy(asc(clientDossiers.nth))

async function unpacked(dossierId: number): Promise<Map<string, string>> {
  const [file] = await db()
    .select()
    .from(files)
    .where(and(eq(files.kind, "dossier"), eq(files.recordId, dossierId)))
  const stream = await (await storeOf(file?.place ?? "")).get(file?.place ?? "")
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  const bytes = new Uint8Array(Buffer.concat(parts))
  return new Map(
    (zipEntries(bytes) ?? []).map((entry) => [entry.name, zipText(bytes, entry, 10_000_000)]),
  )
}

test("each month that has ended has one dossier, sealed onto the one before; empty months have none", async () => {
  await talked("2027-01-10", "报价")
  await talked("2027-03-10", "验收")
  await sweepDossiers(at("2027-04-02"))
  const made = await chain()
  expect(made.map(({ nth, records, reason }) => [nth, records, reason])).toEqual([
    [1, 1, "month"],
    [2, 1, "month"],
  ])
  const manifest = JSON.parse((await unpacked(made[1]?.id ?? 0)).get("manifest.json") ?? "{}")
  expect(manifest.previousSeal).toBe(made[0]?.seal)
  expect(manifest.until).toBe(at("2027-04-01", "00:00").toISOString())
  await sweepDossiers(at("2027-04-02"))
  expect(await chain()).toHaveLength(2)
})

test("a month ends at midnight in company time, and only once", async () => {
  await talked("2027-01-10", "首谈")
  await sweepDossiers(at("2027-01-31", "23:59"))
  expect(await chain()).toEqual([])
  const now = at("2027-02-01", "00:05")
  await Promise.all([sweepDossiers(now), sweepDossiers(now), sweepDossiers(now)])
  expect(await chain()).toHaveLength(1)
  const lying = await db().select().from(files).where(eq(files.kind, "dossier"))
  const bytes = []
  for await (const { place } of (await newFilesStore()).list()) bytes.push(place)
  const rows = await db().select({ place: files.place }).from(files)
  expect(bytes.toSorted()).toEqual(rows.map(({ place }) => place).toSorted())
  expect(lying.length).toBeGreaterThan(0)
})

test("it has the records, what guests could read in linked groups and said, and their files with hashes", async () => {
  const groupId = await newGroup(an.personId, [], { kind: "client", name: "封存组" })
  const group = await findGroup(db(), groupId)
  if (!group) throw new Error("there is no group")
  an = await as("梁音")
  const speak = (day: string, body: string, more = {}) =>
    past(at(day), (ctx) => sendMessage(ctx, group, { ...plainly(body), ...more }))
  await speak("2027-01-08", "客人来之前的话")
  const until = "2027-03-01"
  const scopes = [`group:${groupId}:talk`]
  const { id } = await past(at("2027-01-09"), (ctx) =>
    invite(ctx, newInvitation.parse({ name: "梁工", purpose: "验收", until, scopes })),
  )
  const file = await receiveFile(an, {
    ...{ name: "图纸.txt", announced: null },
    body: (async function* () {
      yield Buffer.from("第一页")
    })(),
  })
  await speak("2027-01-12", "图纸在这里", { fileIds: [file.id], outward: "anyway" })
  await speak("2027-01-13", "司机电话 13812345678", { outward: "mask" })
  await past(at("2027-01-20"), async (ctx) => linkGroup(ctx, await clientOf(), groupId))
  await talked("2027-01-10", "第一次报价 <b>")
  await sweepDossiers(at("2027-02-02"))
  const [dossier] = await chain()
  expect(dossier).toMatchObject({ records: 3, files: 1 })
  const inside = await unpacked(dossier?.id ?? 0)
  const page = inside.get("index.html") ?? ""
  expect(page).toContain("第一次报价 &lt;b&gt;")
  expect(page).toContain("司机电话 138****5678")
  expect(page).not.toMatch(/13812345678|客人来之前的话/)
  const manifest = JSON.parse(inside.get("manifest.json") ?? "{}")
  const hash = (text: string) => createHash("sha256").update(text).digest("hex")
  expect(manifest.entries).toEqual([
    { path: "index.html", size: Buffer.byteLength(page), sha256: hash(page) },
    { path: `files/${file.id}-图纸.txt`, size: 9, sha256: hash("第一页") },
  ])
  const { found } = await searchFor(an, "司机电话", { limit: 50 })
  expect(found.map(({ kind, id }) => [kind, id])).toContainEqual(["dossier", dossier?.id])
  expect(JSON.stringify(dossier)).not.toContain("13812345678")
  await past(at("2027-02-10", "11:00"), async (ctx) => {
    const invitation = await findInvitation(ctx.tx, id)
    if (invitation) await revoke(ctx, invitation)
  })
  await speak("2027-02-09", "二月里的一句")
  await sweepDossiers(at("2027-02-10", "11:05"))
  expect((await chain()).at(-1)).toMatchObject({ reason: "guest", records: 1 })
})

test("a client that is archived is put away whole at once", async () => {
  await talked("2027-01-10", "收尾")
  await past(at("2027-01-11"), async (ctx) => archiveClient(ctx, await clientOf(), true))
  await sweepDossiers(at("2027-01-11", "10:05"))
  expect(await chain()).toMatchObject([{ reason: "archived", records: 1 }])
  const [position] = await db()
    .select()
    .from(dossierPositions)
    .where(eq(dossierPositions.clientId, clientId))
  expect(position?.wantedAt).toBeNull()
})

test("who sees the client sees its dossiers and their files, also after it changed hands", async () => {
  await talked("2027-01-10", "交接")
  await sweepDossiers(at("2027-02-02"))
  const [dossier] = await chain()
  const id = dossier?.id ?? 0
  const [file] = await db()
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.kind, "dossier"), eq(files.recordId, id)))
  const south = await as("南乔")
  const lists = async (who: PersonActor) => {
    const rows = await engine().rows<{ record_id: number }>(
      db(),
      visibleIds(who, "dossier", { limit: 1_000 }),
    )
    return rows.some(({ record_id }) => Number(record_id) === id)
  }
  expect([await lists(an), await lists(south)]).toEqual([true, false])
  expect(await seenFile(an, file?.id ?? 0)).not.toBeNull()
  expect(await seenFile(south, file?.id ?? 0)).toBeNull()
  await past(at("2027-02-03"), (ctx) =>
    moveClients(ctx, [clientId], { from: an.personId, to: south.personId }),
  )
  expect(await lists(await as("南乔"))).toBe(true)
  expect(await seenFile(await as("南乔"), file?.id ?? 0)).not.toBeNull()
})

test("a byte that was changed, or a row, is found", async () => {
  await talked("2027-01-10", "一月")
  await talked("2027-02-10", "二月")
  await sweepDossiers(at("2027-03-02"))
  const [first, second] = await chain()
  if (!first || !second) throw new Error("there are no dossiers")
  expect(await checkDossier(second)).toEqual({ state: "intact", nth: 2 })
  await engine().write(({ db: tx }) =>
    tx
      .update(clientDossiers)
      .set({ sha256: "0".repeat(64) })
      .where(eq(clientDossiers.id, first.id)),
  )
  expect(await checkDossier(second)).toEqual({ state: "broken", nth: 1 })
  await engine().write(({ db: tx }) =>
    tx.update(clientDossiers).set({ sha256: first.sha256 }).where(eq(clientDossiers.id, first.id)),
  )
  const store = await newFilesStore()
  const place = await store.put(
    (async function* () {
      yield Buffer.from("another")
    })(),
  )
  await engine().write(({ db: tx }) =>
    tx
      .update(files)
      .set({ place })
      .where(and(eq(files.kind, "dossier"), eq(files.recordId, second.id))),
  )
  expect(await checkDossier(second)).toEqual({ state: "broken", nth: 2 })
  expect(await checkDossier(first)).toEqual({ state: "intact", nth: 1 })
})

test("only who runs a client group and may edit the client links them, and to one client", async () => {
  const groupId = await newGroup(an.personId, [], { kind: "client", name: "别的组" })
  const project = await newGroup(an.personId, [], { kind: "project", name: "项目" })
  const south = await as("南乔")
  const link = async (by: PersonActor, group: number) =>
    does(by.personId, async (ctx) => linkGroup(ctx, await clientOf(), group))
  await expect(link(south, groupId)).rejects.toMatchObject({ code: "not_found" })
  await expect(link(an, project)).rejects.toMatchObject({ code: "not_found" })
  await link(an, groupId)
  await expect(link(an, groupId)).rejects.toMatchObject({ code: "conflict" })
  const [row] = await db().select().from(groups).where(eq(groups.id, groupId))
  expect(row?.clientId).toBe(clientId)
})

test("what is sealed stands in the audit log without what was said", async () => {
  await talked("2027-01-10", "审计里没有的话")
  await sweepDossiers(at("2027-02-02"))
  const rows = await db().select().from(events).where(eq(events.type, "client.dossier_sealed"))
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain("审计里没有的话")
  expect((await db().select().from(clients)).length).toBeGreaterThan(0)
  expect((await db().select().from(guestInvitations)).length).toBeGreaterThan(0)
})
