import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { findGroup, type Group } from "@/lib/groups/group"
import { empty } from "@/tests/databases"
import { companyOf, fill, releaseBefore } from "@/tests/older-database"
import { actor } from "@/tests/people"
import { acting, say } from "@/tests/talk"
import { draftIn } from "./drafting"
import { myGroups } from "./list"
import { findMessage, type Message } from "./message"
import { readTo } from "./reading"
import { readersOf, unreadCounts, unreadIds } from "./receipts"
import { readThreadTo } from "./thread-reading"

const at = "2026-09-01T02:00:00.000Z"
const [author, near, far] = [1, 2, 3]
const [group, root] = [101, 101]
const said = { group_id: group, author_id: author, at, urgency: "ordinary", version: 1 }

const { departments = [], people = [] } = companyOf("0.1")

/** What a portal held in which reading the stream was reading every answer. */
const older = {
  departments,
  people: people.map((row) => ({ ...row, disabled_at: null })),
  groups: [{ id: group, kind: "project", name: "旧组", about: "", join_rule: "invitation" }].map(
    (row) => ({ ...row, created_at: at, last_seq: 3, last_at: at, version: 1 }),
  ),
  group_members: [author, near, far].map((person_id) => ({
    ...{ group_id: group, person_id, role: "member", follows: false, joined_at: at },
    joined_seq: 0,
  })),
  messages: [
    { ...said, id: root, seq: 1, body: "谁去现场", thread_id: null, replies: 2 },
    { ...said, id: 102, seq: 2, body: "我去", thread_id: root, replies: 0 },
    { ...said, id: 103, seq: 3, body: "下午到", thread_id: root, replies: 0 },
  ],
  read_positions: [
    { person_id: near, group_id: group, seq: 2, seen: 2 },
    { person_id: far, group_id: group, seq: 1, seen: 1 },
  ],
  reads: [{ group_id: group, person_id: near, up_to_seq: 2, at }],
  group_places: [
    { person_id: near, group_id: group, draft: "@张三 写到一半", draft_at: at },
    { person_id: far, group_id: group, draft: "", draft_at: at },
  ].map((row, nth) => ({
    ...row,
    draft_mentions:
      nth === 0 ? [{ personId: 1, name: "张三", reason: "请确认", needsAnswer: true }] : null,
  })),
}

beforeAll(async () => {
  await empty(process.env.QIBU_DATA ?? "")
  await engine().migrate({ folder: releaseBefore("0030_threads") })
  await fill(engine(), older)
  await migrate()
})

const message = async (id: number): Promise<Message> => {
  const found = await findMessage(db(), id)
  if (!found) throw new Error("there is no such message")
  return found
}
const its = async (): Promise<Group> => {
  const found = await findGroup(db(), group)
  if (!found) throw new Error("there is no such group")
  return found
}

test("answers of before are read by who read the stream, as they were; those since by who opens their thread", async () => {
  const counts = (seqs: number[]) => unreadCounts(group, author, seqs, root)
  expect([...(await counts([2, 3])).values()]).toEqual([1, 2])
  expect(await unreadIds(db(), await message(102))).toEqual([far])
  const lists = await readersOf(await message(102), "2026-11-24")
  expect(lists.read.map(({ id, readAt }) => [id, readAt])).toEqual([[near, at]])

  const fresh = await say(author, group, "改到明天", { threadId: root })
  for (const personId of [near, far]) {
    const now = await its()
    await acting(personId, (ctx) => readTo(ctx, now, fresh.seq))
  }
  expect([...(await counts([2, 3, fresh.seq])).values()]).toEqual([0, 0, 2])
  const now = await its()
  const moved = await acting(far, (ctx) => readThreadTo(ctx, now, root, fresh.seq))
  // Older answers had been counted as read already: nobody counts them down once more.
  expect(moved).toMatchObject({ from: 3, to: fresh.seq })
  expect(await unreadIds(db(), await message(fresh.id))).toEqual([near])
})

test("what was typed in a group before is still there, with whom it mentions", async () => {
  const stream = { groupId: group, threadId: null }
  expect(await draftIn(db(), near, stream)).toEqual({
    text: "@张三 写到一半",
    mentions: [{ personId: 1, name: "张三", reason: "请确认", needsAnswer: true }],
  })
  const lineOf = async (personId: number) =>
    (await myGroups(await actor(personId))).find(({ id }) => id === group)?.draft
  expect([await lineOf(near), await lineOf(far)]).toEqual(["@张三 写到一半", ""])
})
