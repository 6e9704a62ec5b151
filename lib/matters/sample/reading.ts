import type { priorities } from "@/db/schema/tasks"
import { clients } from "./clients"
import { office } from "./office"
import { products } from "./products"

/** So many working days from today at a time, or minutes ago. */
export type Moment = { days: number; clock: string } | { minutesAgo: number }

interface SamplePart {
  department: string
  owner: string
  work: string
}

export type Deed =
  | { does: "confirm" | "nudge"; department: string }
  | { does: "move"; state: "pending" | "doing" | "done" }
  | { does: "block"; from: string; support: string }
  | { does: "say"; text: string }
  | { does: "link"; group: string }
  | { does: "task"; department: string; owner: string; due: number; name: string }
  | { does: "progress"; name: string; percent: number }
  | { does: "task state"; name: string; state: "doing" | "need_support" }

export interface SampleMatter {
  description: string
  /** One that it has already, without its letters. */
  number: number | undefined
  department: string
  creator: string
  owner: string
  urgency: (typeof priorities)[number]
  created: Moment
  /** Working days from today. */
  due: number
  label: string
  goal: string
  background: string
  remark: string
  work: string
  parts: SamplePart[]
  steps: { at: Moment; who: string; deed: Deed }[]
}

const ranks = { 高: "high", 中: "medium", 低: "low" } as const
const moves = { 开始: "doing", 退回: "pending", 完成: "done" } as const
const taskMoves = { 动手: "doing", 求助: "need_support" } as const

/**
 * Matters as they are told in this folder: a description after `#`, perhaps with its number; who
 * initiates it, who leads it, urgency, registered, planned, label between dots; goal, background,
 * remarks, the own part and those of others after `*`; then what happened.
 */
export const sampleMatters = (): SampleMatter[] =>
  [products, clients, office].join("\n").split(/^# /m).slice(1).map(readStory)

function readStory(story: string): SampleMatter {
  const [title = "", facts = "", ...rest] = story.trim().split("\n")
  const [description = "", number] = title.split(" ｜ XS")
  const [department = "", people = "", rank = "", created = "", due = "", label = ""] =
    facts.split(" · ")
  const [creator = "", owner = ""] = people.split(" → ")
  const after = (word: string) =>
    rest.find((line) => line.startsWith(word))?.slice(word.length) ?? ""
  return {
    ...{ description, department, creator, owner, label },
    number: number === undefined ? undefined : Number(number),
    urgency: coded(ranks, rank),
    created: readMoment(created),
    due: Number(due),
    goal: after("目标："),
    background: after("背景："),
    remark: after("备注："),
    work: after("本部门："),
    parts: rest.filter((line) => line.startsWith("* ")).map(readPart),
    steps: rest.filter((line) => /^([+-]\d|\d+分钟前)/.test(line)).map(readStep),
  }
}

function readPart(line: string): SamplePart {
  const [, department = "", owner = "", work = ""] = /^\* (\S+) (\S+)：(.+)$/.exec(line) ?? []
  return { department, owner, work }
}

function readMoment(text: string): Moment {
  const [, minutes] = /^(\d+)分钟前$/.exec(text) ?? []
  if (minutes) return { minutesAgo: Number(minutes) }
  const [, days, clock] = /^([+-]\d+) (\d\d:\d\d)$/.exec(text) ?? []
  if (!days || !clock) throw new Error(`not a moment: ${text}`)
  return { days: Number(days), clock }
}

function readStep(line: string): SampleMatter["steps"][number] {
  const [, at = "", who = "", said, did = ""] =
    /^(\d+分钟前|\S+ \S+) ([^ ：]+)(?:：(.+)| (.+))$/.exec(line) ?? []
  if (who === "") throw new Error(`not a step: ${line}`)
  return { at: readMoment(at), who, deed: said ? { does: "say", text: said } : readDeed(did) }
}

function readDeed(text: string): Deed {
  const [word = "", ...more] = text.split(" ")
  const [first = "", second = "", third = ""] = more
  const name = more.join(" ")
  if (word.endsWith("%")) return { does: "progress", name, percent: Number.parseInt(word, 10) }
  if (word === "确认") return { does: "confirm", department: first }
  if (word === "催办") return { does: "nudge", department: first }
  if (word === "关联") return { does: "link", group: name }
  if (word === "受阻") return { does: "block", from: first, support: more.slice(1).join(" ") }
  if (word === "任务")
    return {
      ...{ does: "task", department: first, owner: second, due: Number(third) },
      name: more.slice(3).join(" "),
    }
  if (word in taskMoves) return { does: "task state", name, state: coded(taskMoves, word) }
  return { does: "move", state: coded(moves, word) }
}

function coded<T extends string>(codes: Readonly<Record<string, T>>, word: string): T {
  const code = codes[word]
  if (!code) throw new Error(`not a word of these stories: ${word}`)
  return code
}
