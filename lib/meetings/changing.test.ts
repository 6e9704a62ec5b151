import { and, eq, isNull } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { meetingMaterials, meetingTopics } from "@/db/schema/meetings"
import { bundles, deliveries } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { Refusal } from "@/lib/platform/refusal"
import {
  aDraft,
  at,
  type content,
  contentFor,
  doing,
  inboxOf,
  known,
  meet,
  on,
  published,
  who,
} from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { markMaterialRead, removeMaterial } from "./adding-material"
import { draftMeeting } from "./drafting"
import { editMeeting } from "./editing"
import { newMeeting } from "./inputs"
import { startInstant } from "./instant"
import { uninvitationTo } from "./invitation"
import { fewEnough } from "./inviting"
import { materialsOf } from "./materials"
import { cancelMeeting, publishMeeting } from "./publishing"
import { readContent } from "./reading-input"
import { endMeeting, startMeeting } from "./running"
import { weekAfter } from "./slots"

const monday = at("10:00", "2031-03-10")

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})
beforeEach(() => engine().write(({ db: tx }) => Promise.resolve(tx.delete(deliveries))))

const edit = (id: number, more: Parameters<typeof content>[0] = {}) =>
  on(
    "柯南星",
    id,
    (ctx, meeting) => editMeeting(ctx, meeting, meeting.version, contentFor(meeting, more)),
    monday,
  )
const unread = async (name: string, id: number) => (await inboxOf(name, id))?.unread ?? 0
const ids = (...names: string[]) => names.map((name) => who(name).personId)

describe("a published meeting that is changed", () => {
  test("tells nobody anything when it is saved as it was", async () => {
    const id = await published()
    const before = [await unread("周舟", id), (await known(id)).version]
    await edit(id)
    expect([await unread("周舟", id), (await known(id)).version]).toEqual(before)
  })

  test("invites who is new to it, once", async () => {
    const id = await published()
    await edit(id, { personIds: ids("周舟", "方圆", "高远"), place: "白桦会议室" })
    expect(await unread("高远", id)).toBe(1)
    await edit(id, {
      personIds: ids("周舟", "方圆", "高远", "林默"),
      ...{ startAt: at("14:00"), endAt: at("15:00") },
    })
    expect(await unread("林默", id)).toBe(1)
    expect(await inboxOf("林默", id)).toMatchObject({ needsYou: true })
  })

  test("tells whoever is taken off it, and their calendar loses it", async () => {
    const id = await published()
    await edit(id, { personIds: ids("周舟") })
    const fang = who("方圆").personId
    const [told] = await db()
      .select()
      .from(bundles)
      .where(and(eq(bundles.personId, fang), eq(bundles.kind, "person")))
    expect(told).toMatchObject({ recordId: fang, unread: 1 })
    const letters = await db().select().from(deliveries)
    expect(letters.some(({ personId, channel }) => personId === fang && channel === "email")).toBe(
      true,
    )
    const letter = await uninvitationTo(db(), { data: { meetingId: id } }, fang)
    expect(letter?.method).toBe("CANCEL")
    expect(letter?.text).toContain(`UID:meeting-${id}@`)
    expect(letter?.text).not.toContain("发布评审")
    // Somebody who was asked back in the meantime keeps it.
    expect(await uninvitationTo(db(), { data: { meetingId: id } }, who("周舟").personId)).toBeNull()
  })
})

describe("an invitation that waits for an answer", () => {
  const waits = async (id: number) => (await inboxOf("周舟", id))?.needsYou
  test("waits no longer once the meeting is off, runs or is over", async () => {
    const [off, runs, over] = [await published(), await published(), await published()]
    expect(await waits(off)).toBe(true)
    await on("柯南星", off, (ctx, meeting) => cancelMeeting(ctx, meeting, "改期"))
    expect(await waits(off)).toBe(false)
    await on("柯南星", runs, startMeeting, at("10:00"))
    expect(await waits(runs)).toBe(false)
    await on("柯南星", over, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
    expect(await waits(over)).toBe(false)
    expect(await inboxOf("许诺", over)).toMatchObject({ needsYou: true })
  })
})

describe("a meeting that follows another one", () => {
  const following = async (topics: { goal: string; minutes: number }[]) => {
    const before = await published()
    const first = await known(before)
    const said = contentFor(first, {
      ...{ startAt: at("10:00", "2031-03-19"), endAt: at("11:00", "2031-03-19") },
      topics: topics.map((topic, nth) => ({ ...topic, title: `议题 ${nth}`, presenterId: null })),
    })
    const follows = { id: before, topic: { title: "上次决议", goal: "逐项核对" } }
    return (await doing("柯南星", (ctx) => draftMeeting(ctx, said, follows), monday)).id
  }

  test("may fill all its time: topic 0 takes what the others leave", async () => {
    const id = await following([{ goal: "定", minutes: 58 }])
    await on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
    expect((await known(id)).topics.map(({ minutes }) => minutes)).toEqual([2, 58])
    const full = await following([{ goal: "定", minutes: 60 }])
    await on("柯南星", full, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
  })

  test("has its missing goal said at the row in which it is missing", async () => {
    const id = await following([{ goal: "", minutes: 10 }])
    const pressed = on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
    await expect(pressed).rejects.toMatchObject({ fields: { goal1: "meetings.error.noGoal" } })
  })

  test("keeps topic 0 when its own topics are changed, also twenty of them", async () => {
    const id = await following([{ goal: "定", minutes: 10 }])
    const twenty = Array.from({ length: 20 }, (_, nth) => ({
      ...{ title: `议题 ${nth}`, goal: "定", minutes: 3, presenterId: null },
    }))
    await edit(id, { topics: twenty })
    const { topics } = await known(id)
    expect(topics).toHaveLength(21)
    expect(topics[0]).toMatchObject({ carried: true, title: "上次决议" })
  })
})

describe("who is invited", () => {
  test("to an instant meeting of a group: its members and those named beside it", async () => {
    const all = await db()
      .select({ id: groups.id, personId: groupMembers.personId })
      .from(groups)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
      .where(and(isNull(groups.archivedAt), eq(groups.kind, "project")))
    const own = all.find(({ personId }) => personId === who("柯南星").personId)?.id ?? 0
    const members = all.flatMap((row) => (row.id === own ? [row.personId] : []))
    const [beside] = ["林默", "高远", "陈晨", "方圆"]
      .map((name) => who(name).personId)
      .filter((id) => !members.includes(id))
    const id = await doing("柯南星", (ctx) =>
      startInstant(ctx, { title: "登录异常", groupId: own, personIds: beside ? [beside] : [] }),
    )
    const invited = (await known(id)).people.map(({ personId }) => personId)
    expect(beside).toBeDefined()
    expect(invited).toEqual([...members, beside].toSorted((a, b) => Number(a) - Number(b)))
  })

  test("never by a group that is put away, nor by a private chat", async () => {
    const own = await db()
      .select({ id: groups.id, kind: groups.kind })
      .from(groups)
      .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
      .where(and(isNull(groups.archivedAt), eq(groupMembers.personId, who("柯南星").personId)))
    const project = own.find(({ kind }) => kind === "project")?.id ?? 0
    const direct = own.find(({ kind }) => kind === "direct")?.id ?? 0
    const put = (archivedAt: Date | null) =>
      engine().write(({ db: tx }) =>
        tx.update(groups).set({ archivedAt }).where(eq(groups.id, project)),
      )
    const refused = { fields: { group: "meetings.error.group" } }
    expect(await aDraft({ groupId: project })).toBeGreaterThan(0)
    await put(monday)
    await expect(aDraft({ groupId: project })).rejects.toMatchObject(refused)
    await put(null)
    expect(direct).toBeGreaterThan(0)
    await expect(aDraft({ groupId: direct })).rejects.toMatchObject(refused)
  })

  test("never more than a meeting has, and nobody is left out unsaid", async () => {
    expect(() => fewEnough(Array.from({ length: 201 }))).toThrow(Refusal)
    const many = Array.from({ length: 200 }, (_, nth) => nth)
    expect(fewEnough(many)).toEqual(many)
  })

  test("somebody who has left is named in the refusal", async () => {
    const gone = who("高远").personId
    const set = (disabledAt: Date | null) =>
      engine().write(({ db: tx }) =>
        tx.update(people).set({ disabledAt }).where(eq(people.id, gone)),
      )
    await set(at("09:00"))
    const input = newMeeting.parse({
      ...{ title: "复盘", start: "2031-03-12T10:00", end: "2031-03-12T11:00" },
      people: [`#${who("周舟").personId}`, `#${gone}`],
    })
    await expect(doing("柯南星", (ctx) => readContent(ctx, input))).rejects.toMatchObject({
      fields: { people: "meetings.error.gone" },
      values: { name: "高远" },
    })
    await set(null)
  })
})

describe("background material", () => {
  const withFile = async () => {
    const id = await aDraft()
    const topicId = (await known(id)).topics[0]?.id ?? 0
    const file = await engine().write(async ({ db: tx }) => {
      const [row] = await tx
        .insert(files)
        .values({
          ...{ name: "旧版.pdf", type: "application/pdf", size: 3, sha256: "0".repeat(64) },
          ...{ ownerId: who("柯南星").personId, kind: "meeting", recordId: id },
          ...{ place: `material-${id}`, createdAt: monday },
        })
        .returning({ id: files.id })
      const fileId = row?.id ?? 0
      await tx.insert(meetingMaterials).values({ fileId, meetingId: id, topicId })
      return fileId
    })
    return { id, topicId, file }
  }
  const there = async (file: number) =>
    (await db().select().from(files).where(eq(files.id, file))).length > 0

  test("goes with its topic, so that nobody opens it any more", async () => {
    const { id, topicId, file } = await withFile()
    const { topics } = contentFor(await known(id))
    await edit(id, { topics: topics.filter((topic) => topic.id !== topicId) })
    expect(await there(file)).toBe(false)
  })

  test("makes its topic a complex one, and whoever prepares the meeting sees who has read it", async () => {
    const { id, topicId, file } = await withFile()
    await on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
    expect(await materialsOf(id)).toMatchObject([{ topicId, readBy: [] }])
    for (const _ of [1, 2])
      await on("周舟", id, (ctx, meeting) => markMaterialRead(ctx, meeting, file))
    expect(await materialsOf(id)).toMatchObject([{ readBy: [who("周舟").personId] }])
    const other = await withFile()
    await expect(
      on("周舟", id, (ctx, meeting) => markMaterialRead(ctx, meeting, other.file)),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  test("comes off again when it was the wrong file", async () => {
    const { id, topicId, file } = await withFile()
    await on("柯南星", id, (ctx, meeting) => removeMaterial(ctx, meeting, topicId, file))
    expect(await there(file)).toBe(false)
    const [topic] = await db().select().from(meetingTopics).where(eq(meetingTopics.id, topicId))
    expect(topic).toBeDefined()
  })
})

test("a week later is the same time of the clock, also when clocks are put forward between", () => {
  const before = new Date("2031-03-26T14:00:00Z")
  expect(weekAfter("Europe/Berlin", before)).toEqual(new Date("2031-04-02T13:00:00Z"))
})
