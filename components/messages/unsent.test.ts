import { expect, test } from "vitest"
import { newMessage } from "@/lib/messages/inputs"
import { type Pending, takenUp } from "./unsent"

const day = 24 * 3_600_000
const now = Date.UTC(2026, 10, 30)
const written = (days: number, more: Partial<Pending> = {}): Pending => ({
  key: `${days}`,
  input: newMessage.parse({ groupId: 1, body: "五分钟后到" }),
  at: new Date(now - days * day).toISOString(),
  ...more,
})

test("what was written longer ago than its key is known waits for who wrote it", () => {
  const left = [written(0), written(5.9), written(6.1), written(30, { refused: "太长" })]
  const why = takenUp(left, now, "已隔多日").map(({ refused }) => refused)
  expect(why).toEqual([undefined, undefined, "已隔多日", "太长"])
})
