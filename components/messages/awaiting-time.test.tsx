import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { TimeLeft } from "@/components/messages/awaiting-time"
import { words } from "@/lib/words"

const now = Date.parse("2031-03-12T13:00:00+08:00")

/** What the chip of an answer says that is due in so many minutes. */
const chip = (minutes: number) => {
  const dueAt = now + minutes * 60_000
  const clock = { urgency: "ordinary", dueAt, spans: [[now, dueAt]] } as const
  return renderToStaticMarkup(<TimeLeft clock={clock} now={now} words={words.zh.awaiting} />)
}

test("an answer says how long there is to the minute, and how late it is to the hour", () => {
  expect(chip(95)).toContain("剩 1 小时 35 分")
  expect(chip(-5)).toContain("已超时 5 分")
  expect(chip(-571)).toContain("已超时 9 小时<")
})
