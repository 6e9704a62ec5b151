import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { MinutesCountdown } from "@/components/meetings/minutes-countdown"
import { words } from "@/lib/words"

const { dueIn, late, hours, mins } = words.zh.meetings.live
const due = Date.parse("2031-03-12T13:00:00+08:00")

/** What stands there so many minutes before the minutes are due. */
const left = (minutes: number) =>
  renderToStaticMarkup(
    <MinutesCountdown
      due={due}
      at="13:00"
      now={due - minutes * 60_000}
      words={{ dueIn, late, hours, mins }}
    />,
  )

test("the minutes say until when they are due and how long that is, and how late they are", () => {
  expect(left(95)).toContain("纪要截止 13:00，还有 1 小时 35 分")
  expect(left(40)).toContain("还有 40 分")
  expect(left(-70)).toContain("纪要已超时 1 小时 10 分")
})

test("the last quarter of an hour stands out, and what is late more so", () => {
  expect(left(40)).not.toContain("cinnabar")
  expect(left(15)).toContain("border-cinnabar-line")
  expect(left(-1)).toContain("bg-cinnabar-wash")
})
