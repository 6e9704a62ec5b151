import type { priorities } from "@/db/schema/tasks"
import type { repeats } from "../repeating-input"
import { development } from "./development"
import { office } from "./office"
import { product } from "./product"
import { sales } from "./sales"

/** When something is meant to be: so many working days from today at a time, or minutes ago. */
export type Moment = { days: number; clock: string } | { minutesAgo: number }

export interface SampleStep {
  at: Moment
  who: string
  does:
    | { state: "doing" | "need_support" | "done" }
    | { progress: number }
    | { says: string }
    | { ticks: number }
    | { supports: true }
    | { asksFor: Moment; reason: string }
}

export interface SampleTask {
  name: string
  /** A department's path, "" for none. */
  home: string
  creator: string
  owner: string
  coworkers: string[]
  priority: (typeof priorities)[number]
  created: Moment
  due: Moment
  /** Name of a sensitivity, "" for none. */
  label: string
  description: string
  risk: string
  riskLevel: (typeof priorities)[number] | null
  /** Name of the group whose work it is, "" for none. */
  group: string
  start: Moment | null
  /** What its checklist begins with. */
  checks: string[]
  /** Names of the tasks that it waits for; they are made earlier. */
  before: string[]
  repeat: (typeof repeats)[number] | null
  steps: SampleStep[]
}

const rhythms = { 每天: "day", 每个工作日: "workday", 每周: "week", 每月: "month" } as const
const ranks = { 高: "high", 中: "medium", 低: "low" } as const
const states = { 开始: "doing", 需支持: "need_support", 完成: "done" } as const

/**
 * Tasks as they are told in this folder: a name after `#`; home, who gives it to whom, co-workers,
 * priority, made, due and label between dots; then a description, a risk, a group, when it begins
 * (起), steps, tasks before it, how it comes again, and what happened.
 */
export function sampleTasks(): SampleTask[] {
  const stories = [development, product, sales, office].join("\n").split(/^# /m).slice(1)
  return stories.map(readStory)
}

function readStory(story: string): SampleTask {
  const [name = "", facts = "", ...rest] = story.trim().split("\n")
  const [home = "", people = "", coworkers = "", rank = "", created = "", due = "", label = ""] =
    facts.split(" · ")
  const [creator = "", owner = ""] = people.split(" → ")
  const after = (word: string) =>
    rest.find((line) => line.startsWith(word))?.slice(word.length) ?? ""
  return {
    name,
    home: home === "—" ? "" : home,
    creator,
    owner,
    coworkers: coworkers === "—" ? [] : coworkers.split("、"),
    priority: coded(ranks, rank),
    created: readMoment(created),
    due: readMoment(due),
    label,
    description: after("说明："),
    ...riskIn(rest),
    group: after("组："),
    start: after("起：") ? readMoment(after("起：")) : null,
    checks: listed(after("清单：")),
    before: listed(after("前置：")),
    repeat: after("重复：") ? coded(rhythms, after("重复：")) : null,
    steps: rest
      .filter((line) => !/^(说明|风险[（高中低）]*|组|起|清单|前置|重复)：/.test(line))
      .map(readStep),
  }
}

const listed = (text: string): string[] => (text === "" ? [] : text.split("；"))

/** `风险（高）：…`, or without how bad it would be. */
function riskIn(lines: readonly string[]): Pick<SampleTask, "risk" | "riskLevel"> {
  const told = lines.flatMap((line) => /^风险(?:（(.)）)?：(.*)$/.exec(line) ?? [])
  const [, level, risk = ""] = told
  return { risk, riskLevel: level ? coded(ranks, level) : null }
}

function readMoment(text: string): Moment {
  const [, minutes] = /^(\d+)分钟前$/.exec(text) ?? []
  if (minutes) return { minutesAgo: Number(minutes) }
  const [, days, clock] = /^([+-]\d+) (\d\d:\d\d)$/.exec(text) ?? []
  if (!days || !clock) throw new Error(`not a moment: ${text}`)
  return { days: Number(days), clock }
}

function readStep(line: string): SampleStep {
  const [, at = "", who = "", , does = "", more = "", says] =
    /^(\S+分钟前|\S+ \S+) ([^ ：]+)( (\S+)(?: (.+))?|：(.+))$/.exec(line) ?? []
  if (who === "") throw new Error(`not a step: ${line}`)
  const step = { at: readMoment(at), who }
  if (says) return { ...step, does: { says } }
  if (does.endsWith("%")) return { ...step, does: { progress: Number.parseInt(does, 10) } }
  return { ...step, does: readDeed(does, more) }
}

/** `完成`; `清单 3`: the first three are ticked; `支持`; `请求改期 +1 18:00 why`. */
function readDeed(does: string, more: string): SampleStep["does"] {
  if (does === "清单") return { ticks: Number(more) }
  if (does === "支持") return { supports: true }
  if (does !== "请求改期") return { state: coded(states, does) }
  const [day, clock, ...reason] = more.split(" ")
  return { asksFor: readMoment(`${day} ${clock}`), reason: reason.join(" ") }
}

function coded<T extends string>(codes: Readonly<Record<string, T>>, word: string): T {
  const code = codes[word]
  if (!code) throw new Error(`not a word of these stories: ${word}`)
  return code
}
