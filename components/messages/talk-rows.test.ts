import { expect, test } from "vitest"
import { type Rows, withLater } from "@/components/messages/talk-rows"
import type { MessageView } from "@/lib/messages/view"

const row = (id: number, html: string, more: Partial<MessageView> = {}): MessageView => ({
  ...{ id, seq: id, groupId: 1, at: "2026-11-24T02:00:00.000Z", urgency: "ordinary", html },
  ...{ author: { id: 1, name: "周舟", face: null, department: "研发部" }, guest: null },
  ...{ threadId: null, replies: 0, lastReplyAt: null, note: null, edited: false, version: 1 },
  ...{ withdrawn: false, masked: false, copied: [], files: [], refs: [], mentions: [] },
  ...{ reactions: [], clocks: [], quote: null, source: null, repliers: [] },
  ...more,
})
const stretch = (rows: readonly MessageView[]): Rows => ({
  ...{ rows, earlier: false, later: false, unread: {} },
})

test("what is read again and says the same is the same row; what changed is another", () => {
  const shown = stretch([row(1, "早"), row(2, "三点开会"), row(3, "收到")])
  const read = stretch([row(2, "三点开会"), row(3, "收到", { replies: 1 }), row(4, "好")])
  const { rows } = withLater(shown, read)
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(rows[1]).toBe(shown.rows[1])
  expect(rows[2]).toBe(read.rows[1])
})

test("an older version of a message never takes the place of a newer one", () => {
  const shown = stretch([row(1, "四点开会", { version: 2 })])
  expect(withLater(shown, stretch([row(1, "三点开会")])).rows).toEqual(shown.rows)
})
