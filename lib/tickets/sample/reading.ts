import type { Priority } from "../clock"
import { short } from "./short"
import { told } from "./told"

/** So many working days from today at a time. */
export interface Moment {
  days: number
  clock: string
}

export type Deed =
  | { does: "reply" | "note" | "write" | "ask" | "deny" | "task"; text: string }
  | { does: "confirm"; rating: number | null; text: string }

export interface SampleTicket {
  at: Moment
  client: string
  kind: string
  priority: Priority
  title: string
  body: string
  steps: { at: Moment; deed: Deed }[]
}

/** The sample company's tickets, as they are told in this folder. */
export const sampleTickets = (): SampleTicket[] => [
  ...linesOf(short).map(readShort),
  ...told.trim().split("\n\n").map(readTold),
]

const linesOf = (text: string): string[] => text.trim().split("\n")
const priorities = new Map<string, Priority>([
  ["高", "high"],
  ["中", "medium"],
  ["低", "low"],
])

function readFacts(line: string) {
  const [when = "", client = "", kind = "", level = "", title = "", body = "", ...rest] =
    line.split("｜")
  const [, days = "", clock = ""] = /^(-\d+) (\d\d:\d\d)$/.exec(when) ?? []
  const priority = priorities.get(level)
  if (days === "" || !priority) throw new Error(`not a ticket: ${line}`)
  return { at: { days: Number(days), clock }, client, kind, priority, title, body, rest }
}

const thanks = [
  "收到，已安排同事查看，今天下班前先回复您进展。",
  "已受理，正在核对，有结果马上告诉您。",
  "收到，已经在看，最晚明天上午给您答复。",
]

/** What ended in one line has the usual way: a word, what was done, the client's answer. */
function readShort(line: string, nth: number): SampleTicket {
  const { rest, ...facts } = readFacts(line)
  const [done = "", end = ""] = rest
  const [how = "", rating = ""] = end.split(" ")
  const { days, clock } = facts.at
  const steps: SampleTicket["steps"] = []
  if (how !== "新") {
    const deed = { does: "reply" as const, text: thanks[nth % thanks.length] ?? "" }
    steps.push({ at: { days, clock: later(clock, 20 + (nth % 4) * 9) }, deed })
  }
  if (done !== "")
    steps.push({ at: { days: days + 1, clock: "15:10" }, deed: { does: "ask", text: done } })
  if (how === "关" || how === "解")
    steps.push({
      at: { days: days + 2, clock: "10:20" },
      deed: { does: "confirm", rating: rating === "" ? null : Number(rating), text: "" },
    })
  return { ...facts, steps }
}

/** @param minutes less than an hour */
function later(clock: string, minutes: number): string {
  const [hours = 0, passed = 0] = clock.split(":").map(Number)
  const all = hours * 60 + passed + minutes
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`
}

function readTold(story: string): SampleTicket {
  const [first = "", ...lines] = linesOf(story)
  const { rest: _, ...facts } = readFacts(first)
  return {
    ...facts,
    steps: lines.map((line) => {
      const [, days = "0", clock = "", said = ""] = /^(\d+) (\d\d:\d\d) (.+)$/.exec(line) ?? []
      return { at: { days: facts.at.days + Number(days), clock }, deed: readDeed(said) }
    }),
  }
}

const verbs = new Map<string, Exclude<Deed["does"], "confirm">>([
  ["回复", "reply"],
  ["备注", "note"],
  ["客户", "write"],
  ["请确认", "ask"],
  ["没解决", "deny"],
  ["任务", "task"],
])

function readDeed(said: string): Deed {
  const confirmed = /^确认 (\d) (.*)$/.exec(said)
  if (confirmed) return { does: "confirm", rating: Number(confirmed[1]), text: confirmed[2] ?? "" }
  const [verb = "", ...text] = said.split("：")
  const does = verbs.get(verb)
  if (!does) throw new Error(`not a word of these stories: ${said}`)
  return { does, text: text.join("：") }
}
